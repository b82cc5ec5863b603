import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DataFolder } from './folder'

/**
 * Marks in `running/`, one per process at work in the folder, taken away on a clean exit. A mark nobody stands behind
 * tells of an unclean one, after which the file is checked. The names are unique: a process id is used again.
 */
const suspect = 'suspect'

export function marks(folder: DataFolder): string[] {
  return existsSync(folder.running) ? readdirSync(folder.running) : []
}

/** Whether a read or write has met damage since the file was last checked. */
export function isSuspect(folder: DataFolder): boolean {
  return existsSync(join(folder.running, suspect))
}

/** Answers what takes the mark away. @throws what the file system throws */
export function markRunning(folder: DataFolder): () => void {
  const mark = join(folder.running, `${process.pid}-${Date.now()}`)
  writeFileSync(mark, '')
  return () => rmSync(mark, { force: true })
}

/** The file gave wrong data: it is checked at the next open, even after a clean exit. Never throws. */
export function markSuspect(folder: DataFolder): void {
  try {
    writeFileSync(join(folder.running, suspect), '')
  } catch {
    // Already reporting damage; a folder that cannot be written to is no reason to report something else.
  }
}

export function sweepMarks(folder: DataFolder, names: readonly string[]): void {
  for (const name of names) rmSync(join(folder.running, name), { force: true })
}
