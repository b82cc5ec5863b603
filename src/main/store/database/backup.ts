import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Backup } from '@shared/contract/app'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { explainSqliteError, openRaw } from './connection'
import { syncFile, syncFolder } from './durable'
import { type DataFolder, explainFolderError } from './folder'
import { assertOurs, assertSound, isBlank } from './migrate'

type Reason = Backup['reason']

/** Backups kept: today's last three, one a day for two weeks, one a month for a year; no more than so many bytes. */
export const keep = { latest: 3, days: 14, months: 12, bytes: 4 * 1024 ** 3 }

const namePattern = /^metodist-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})(?:-(\d+))?-([a-z-]+)\.sqlite$/

function localStamp(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `${day}T${two(now.getHours())}-${two(now.getMinutes())}-${two(now.getSeconds())}`
}

/** Backups of the folder, newest first; files with other names are somebody else's and are left alone. */
export function listBackups(folder: DataFolder): Backup[] {
  if (!existsSync(folder.backups)) return []
  const found: (Backup & { nth: number })[] = []
  for (const name of readdirSync(folder.backups)) {
    const parts = namePattern.exec(name)
    if (!parts) continue
    const [, day, hour, minute, second, nth, reason] = parts
    const file = join(folder.backups, name)
    const stat = statSync(file, { throwIfNoEntry: false })
    if (!stat?.isFile()) continue
    found.push({
      file,
      madeAt: `${day}T${hour}:${minute}:${second}`,
      bytes: stat.size,
      reason: reason as Reason,
      nth: Number(nth ?? 0),
    })
  }
  found.sort((a, b) => (a.madeAt === b.madeAt ? b.nth - a.nth : a.madeAt < b.madeAt ? 1 : -1))
  return found.map(({ nth: _, ...backup }) => backup)
}

/** A free name for a backup made now; those of one second are numbered, so that their order is known. */
export function backupName(folder: DataFolder, reason: Reason, now: Date): string {
  const stamp = localStamp(now)
  let nth = 0
  for (const name of existsSync(folder.backups) ? readdirSync(folder.backups) : []) {
    const parts = namePattern.exec(name)
    if (parts && name.startsWith(`metodist-${stamp}`)) nth = Math.max(nth, Number(parts[5] ?? 0) + 1)
  }
  return join(folder.backups, `metodist-${stamp}${nth === 0 ? '' : `-${nth}`}-${reason}.sqlite`)
}

/** All that is committed, as one file: a copy of the file itself would lose what lies in the WAL. */
export function copyDatabase(database: string, target: string): void {
  const source = openRaw(database)
  try {
    source.prepare('VACUUM INTO ?').run(target)
  } finally {
    source.close()
  }
}

/**
 * Copies the database as it is now into `target`: into a temporary file, opened and checked, then renamed. Nothing
 * half-made is left behind; what a killed process leaves is swept away at the next open.
 * @throws AppError `disk-full`, `folder-read-only`, `backup-invalid`
 */
export function makeBackup(database: string, target: string): void {
  const temporary = `${target}.part-${process.pid}`
  try {
    mkdirSync(dirname(target), { recursive: true })
    rmSync(temporary, { force: true })
    copyDatabase(database, temporary)
    assertGoodBackup(temporary)
    syncFile(temporary)
    renameSync(temporary, target)
    syncFolder(dirname(target))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw explainFolderError(explainSqliteError(error), dirname(target))
  } finally {
    rmSync(`${temporary}-journal`, { force: true })
  }
}

/**
 * Opens a backup and checks it through. An empty database is not a backup of anything.
 * @param known the name to call it by, where `file` is a copy of it
 * @throws AppError `backup-invalid`, `database-newer`
 */
export function assertGoodBackup(file: string, known: string = file): void {
  try {
    const raw = openRaw(file, { readonly: true })
    try {
      assertOurs(raw)
      if (isBlank(raw)) throw new Error('Blank')
      assertSound(raw)
    } finally {
      raw.close()
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'database-newer') throw error
    throw new AppError(
      'backup-invalid',
      `Резервная копия «${basename(known)}» не читается или повреждена. Выберите другую.`,
    )
  }
}

/**
 * Removes what rotation does not keep; `before-…` copies count like all others. Answers the removed files.
 * @param made the backup just made: stays whatever the clock and the limits say, as does the newest
 */
export function rotateBackups(folder: DataFolder, now: Date, made: string | null = null, limits = keep): string[] {
  const all = listBackups(folder)
  const kept = new Set<string>()
  const today = localStamp(now).slice(0, 10)
  for (const backup of all.filter((one) => one.madeAt.startsWith(today)).slice(0, limits.latest)) kept.add(backup.file)
  keepOnePer(all, (one) => one.madeAt.slice(0, 10), limits.days, kept)
  keepOnePer(all, (one) => one.madeAt.slice(0, 7), limits.months, kept)
  let bytes = 0
  const removed: string[] = []
  for (const [index, backup] of all.entries()) {
    const fits = bytes + backup.bytes <= limits.bytes
    if (index === 0 || backup.file === made || (kept.has(backup.file) && fits)) {
      bytes += backup.bytes
      continue
    }
    rmSync(backup.file, { force: true })
    removed.push(backup.file)
  }
  return removed
}

function keepOnePer(all: Backup[], period: (one: Backup) => string, limit: number, kept: Set<string>): void {
  const seen = new Set<string>()
  for (const backup of all) {
    const name = period(backup)
    if (seen.has(name) || seen.size >= limit) continue
    seen.add(name)
    kept.add(backup.file)
  }
}

/** The newest backup that opens and is sound, or null. */
export function newestGoodBackup(folder: DataFolder): Backup | null {
  for (const backup of listBackups(folder)) {
    try {
      assertGoodBackup(backup.file)
      return backup
    } catch {
      // A bad one is passed over: an older good one may still be there.
    }
  }
  return null
}

/**
 * A backup that already holds all there is: made after the last change, the running command's own not counted. Names of backups
 * tell seconds, so one of the same second as a change is not taken for it, nor one from the future (a wrong clock).
 */
export function freshBackup(raw: Sqlite, folder: DataFolder, now: Date): Backup | null {
  const last = raw
    .prepare<[], { at: string | null }>(
      'SELECT max(at) AS at FROM changeGroup WHERE id IS NOT (SELECT groupId FROM changeContext WHERE id = 1)',
    )
    .get()?.at
  if (!last) return null
  const madeAt = (one: Backup): number => new Date(one.madeAt).getTime()
  const newest = listBackups(folder).find((one) => madeAt(one) <= now.getTime())
  return newest && madeAt(newest) > new Date(last).getTime() ? newest : null
}

/** A verified backup under its own name, then rotation. */
export function backUp(folder: DataFolder, reason: Reason, now: Date): Backup {
  const file = backupName(folder, reason, now)
  makeBackup(folder.database, file)
  rotateBackups(folder, now, file)
  const made = listBackups(folder).find((one) => one.file === file)
  if (!made) throw new Error(`The backup just made is not there: ${file}`)
  return made
}

/** A verified backup under a name of the person's choice; rotation does not know it. */
export function backUpTo(database: string, file: string, reason: Reason, now: Date): Backup {
  makeBackup(database, file)
  const [day, time = ''] = localStamp(now).split('T')
  return { file, madeAt: `${day}T${time.replaceAll('-', ':')}`, bytes: statSync(file).size, reason }
}
