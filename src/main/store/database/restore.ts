import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/errors'
import { assertGoodBackup, backupName, copyDatabase, makeBackup, newestGoodBackup } from './backup'
import { explainSqliteError } from './connection'
import { syncFile, syncFolder } from './durable'
import { type DataFolder, exclusively, explainFolderError, prepareFolder } from './folder'
import { marks, sweepMarks } from './running-marks'

const sidecars = ['-wal', '-shm'] as const

/** Moves the database and its sidecars into `damaged/` under the present date; nothing is deleted or written over. */
export function moveAside(folder: DataFolder, now: Date): string {
  mkdirSync(folder.damaged, { recursive: true })
  const stamp = now.toISOString().replace(/[:.]/g, '-')
  let target = join(folder.damaged, `metodist-${stamp}.sqlite`)
  for (let n = 1; ['', ...sidecars].some((suffix) => existsSync(target + suffix)); n++) {
    target = join(folder.damaged, `metodist-${stamp}-${n}.sqlite`)
  }
  // The file before its WAL: interrupted in between, the next open sees no file at all and not one without its WAL.
  for (const suffix of ['', ...sidecars]) {
    if (existsSync(folder.database + suffix)) renameSync(folder.database + suffix, target + suffix)
  }
  return target
}

/**
 * Puts a backup in the database's place. What was there is kept: as a `before-restore` backup when it is sound, moved
 * into `damaged/` when not; so a restore can itself be taken back. Nobody may have the folder open.
 * @param file a backup, or null for the newest good one
 * @throws AppError `backup-invalid`, `database-newer`, `database-locked`, `disk-full`
 */
export function restoreBackup(
  folder: DataFolder,
  file: string | null,
  now: Date,
): { restored: string; kept: string | null } {
  prepareFolder(folder, true)
  const source = file ?? newestGoodBackup(folder)?.file
  if (source === undefined) throw new AppError('backup-invalid', 'Исправных резервных копий в папке данных нет.')
  if (!existsSync(source)) throw new AppError('backup-invalid', `Файла резервной копии нет: ${source}.`)
  return exclusively(folder, () => {
    const incoming = `${folder.database}.restore-${process.pid}`
    try {
      takeIn(source, incoming)
      const kept = keepCurrent(folder, now)
      renameSync(incoming, folder.database)
      syncFolder(folder.dir)
      // Whatever they told was of the file that has gone.
      sweepMarks(folder, marks(folder))
      return { restored: source, kept }
    } catch (error) {
      throw explainFolderError(explainSqliteError(error), folder.dir)
    } finally {
      for (const suffix of ['', ...sidecars]) rmSync(incoming + suffix, { force: true })
    }
  })
}

/** Copies first and checks the copy: a source on a USB stick may not be written beside, and may be pulled out. */
function takeIn(source: string, incoming: string): void {
  // A database picked out of some data folder has its last changes in the WAL beside it.
  if (existsSync(`${source}-wal`)) copyDatabase(source, incoming)
  else copyFileSync(source, incoming)
  assertGoodBackup(incoming, source)
  syncFile(incoming)
}

function keepCurrent(folder: DataFolder, now: Date): string | null {
  if (!existsSync(folder.database))
    return sidecars.some((one) => existsSync(folder.database + one)) ? moveAside(folder, now) : null
  const copy = backupName(folder, 'before-restore', now)
  try {
    makeBackup(folder.database, copy)
  } catch (error) {
    if (error instanceof AppError && error.code === 'disk-full') throw error
    return moveAside(folder, now)
  }
  // What they held is in the copy; left in place, they would be taken for the restored file's own.
  for (const suffix of sidecars) rmSync(folder.database + suffix, { force: true })
  return copy
}
