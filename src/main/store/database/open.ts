import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/errors'
import { backupName, listBackups, makeBackup, rotateBackups } from './backup'
import { explainSqliteError, openRaw } from './connection'
import { type DataFolder, exclusively, explainFolderError, ifAlone, prepareFolder, shareFolder } from './folder'
import { readHeader } from './header'
import { assertComplete, assertOurHeader, assertOurs, isBlank, isOld, migrate } from './migrate'
import { type Migration, migrations } from './migrations'
import { isSuspect, markRunning, marks, sweepMarks } from './running-marks'

export interface OpenOptions {
  /** A new district may be begun, in a new folder if need be. */
  create: boolean
  /** The folder itself is not made, even so. */
  mustExist?: boolean
  now: Date
  /** Every migration of the program; tests add one to see an old file through it. */
  migrations?: readonly Migration[]
}

/**
 * Makes the folder ready for connections: looks at who else is there, checks the file after an unclean exit, refuses a
 * newer or damaged one without touching it, migrates an older one behind a verified backup.
 * Answers how to leave: takes this process's mark away (a clean exit) and lets go of the folder.
 * @throws AppError `folder-missing`, `folder-read-only`, `disk-full`, `database-newer`, `database-damaged`,
 *   `database-locked`, `not-initialised`
 */
export function openFolder(folder: DataFolder, options: OpenOptions): () => void {
  const plan = options.migrations ?? migrations
  prepareFolder(folder, options.create && !options.mustExist)
  try {
    refuseOthers(folder, options.create, plan.length)
    const left = ifAlone(folder, () => lookAround(folder))
    let leave = shareFolder(folder)
    try {
      check(folder, left !== null && left.length > 0)
      // While the lock changes hands another process may migrate, or put an old backup in place: look again.
      for (let refusals = 0; needsMigration(folder, plan.length); ) {
        leave()
        try {
          exclusively(folder, () => upgrade(folder, options.now, plan))
        } catch (error) {
          // Two that start at once are in each other's way: the other migrates, or only looks around, and works on.
          if (!isLocked(error) || ++refusals === patience) throw error
        }
        leave = shareFolder(folder)
      }
      const unmark = markRunning(folder)
      sweepMarks(folder, left ?? [])
      return () => {
        unmark()
        leave()
      }
    } catch (error) {
      leave()
      throw error
    }
  } catch (error) {
    throw explainOpening(error, folder.dir)
  }
}

/** How many times a folder that is to be migrated is found to be another's before that is told. */
const patience = 4

const isLocked = (error: unknown): boolean => error instanceof AppError && error.code === 'database-locked'

/** The same troubles as at work, said of the folder: no change is being written yet. */
const asFolderError: Readonly<Record<string, string>> = {
  'disk-full': 'ENOSPC',
  'folder-read-only': 'EACCES',
  'folder-missing': 'ENOENT',
}

/** While a file is being opened, whatever SQLite says against it that is not of the machine is the file's own fault. */
function explainOpening(error: unknown, dir: string): unknown {
  const known = explainSqliteError(error)
  if (known instanceof AppError) {
    const code = asFolderError[known.code]
    return code === undefined ? known : explainFolderError({ code }, dir)
  }
  const code = (known as { code?: unknown } | null)?.code
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return explainFolderError(known, dir)
  return new AppError('database-damaged', `Файл данных не читается: ${(known as Error).message}.`)
}

/** What a file says of itself, before SQLite is let near it: a newer or foreign one gets no -wal and no -shm beside it. */
function refuseOthers(folder: DataFolder, create: boolean, version: number): void {
  const header = existsSync(folder.database) ? readHeader(folder.database) : null
  if (header === null || header === 'blank') refuseLoss(folder, create)
  else assertOurHeader(header, version, existsSync(`${folder.database}-wal`))
}

/** No data where there once were some: a first start here would look as if the district had never been. */
function refuseLoss(folder: DataFolder, create: boolean): void {
  if (listBackups(folder).length > 0) {
    throw new AppError(
      'database-damaged',
      `В папке ${folder.dir} нет файла данных или он пуст, но есть резервные копии. Можно вернуть последнюю исправную.`,
    )
  }
  if (!create) {
    throw new AppError(
      'not-initialised',
      `В папке ${folder.dir} ещё нет данных. Создайте район командой «init» или в окне программы.`,
    )
  }
}

/** Files a killed process leaves half-made: a backup, a restore, a plain copy on its way to or from a password. */
const halfMade = [
  /\.(sqlite|encrypted)\.part-\d+(-journal)?$/,
  /^metodist\.sqlite\.restore-\d+/,
  /^plain-\d+-[\da-f]+\.tmp/,
]

/** With nobody else here: sweeps what was left half-made; answers the marks of those who did not leave cleanly. */
function lookAround(folder: DataFolder): string[] {
  for (const dir of [folder.dir, folder.backups]) {
    for (const name of readdirSync(dir)) {
      if (halfMade.some((pattern) => pattern.test(name))) rmSync(join(dir, name), { force: true })
    }
  }
  return marks(folder)
}

function check(folder: DataFolder, unclean: boolean): void {
  const suspect = isSuspect(folder)
  if (!unclean && !suspect) return
  const raw = openRaw(folder.database, { create: true })
  try {
    const verdict = String(raw.pragma('quick_check(1)', { simple: true }))
    if (verdict !== 'ok') throw new AppError('database-damaged', `Файл данных повреждён: ${verdict}.`)
  } finally {
    raw.close()
  }
  if (suspect) sweepMarks(folder, ['suspect'])
}

function needsMigration(folder: DataFolder, version: number): boolean {
  if (!existsSync(folder.database)) return true
  // A connection that may write takes the WAL into the file as it closes: not before the file is known to be ours.
  const raw = openRaw(folder.database, { readonly: existsSync(`${folder.database}-wal`) })
  try {
    assertOurs(raw, version)
    if (isOld(raw, version)) return true
    assertComplete(raw)
    return false
  } finally {
    raw.close()
  }
}

function upgrade(folder: DataFolder, now: Date, plan: readonly Migration[]): void {
  const raw = openRaw(folder.database, { create: true })
  try {
    if (isBlank(raw)) {
      // Known only now: SQLite had to be asked whether the file holds anything.
      refuseLoss(folder, true)
      migrate(raw, plan)
      return
    }
    assertOurs(raw, plan.length)
    const copy = backupName(folder, 'before-migration', now)
    makeBackup(folder.database, copy)
    rotateBackups(folder, now, copy)
    try {
      migrate(raw, plan)
    } catch (error) {
      if (error instanceof AppError) throw error
      const known = explainSqliteError(error)
      if (known instanceof AppError) throw known
      console.error(error)
      throw new AppError(
        'internal',
        `Не удалось перевести файл данных на эту версию программы. Файл не изменён, его копия — ${copy}. Поставьте прежнюю версию программы или сообщите об ошибке.`,
      )
    }
  } finally {
    raw.close()
  }
}
