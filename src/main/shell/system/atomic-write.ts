import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

const held = new Set(['EACCES', 'EPERM', 'EBUSY'])
const tries = 20

/** The whole new content or the whole old one. Antivirus programs hold fresh files for a moment: the rename is tried again. */
export function writeFileAtomically(file: string, content: string | Buffer): void {
  const temp = `${file}.${process.pid}.tmp`
  try {
    const handle = openSync(temp, 'w')
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
      for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    rename(temp, file)
  } catch (error) {
    rmSync(temp, { force: true })
    throw error
  }
}

function rename(from: string, to: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      if (attempt >= tries || process.platform !== 'win32' || !held.has(code)) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25)
    }
  }
}
