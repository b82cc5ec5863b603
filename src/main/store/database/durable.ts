import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Through to the disk, so that after a power cut a file just written is not found empty under its new name. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The same for a rename in a folder; Windows has no such thing and needs none. */
export function syncFolder(dir: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(dir, 'r')
  try {
    fsyncSync(handle)
  } catch {
    // Some network file systems refuse it for folders.
  } finally {
    closeSync(handle)
  }
}
