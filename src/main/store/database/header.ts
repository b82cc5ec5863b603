import { closeSync, openSync, readSync, statSync } from 'node:fs'

/** What a database file says of itself in its first hundred bytes (https://sqlite.org/fileformat.html#the_database_header). */
export type Header = 'blank' | 'foreign' | { applicationId: number; userVersion: number; pages: number }

const magic = Buffer.from('SQLite format 3\0', 'latin1')

/**
 * Read without SQLite, which would make -wal and -shm files beside it. `blank` has no bytes at all. What lies in a WAL
 * is not seen. @throws what the file system throws
 */
export function readHeader(file: string): Header {
  if (!statSync(file).isFile()) return 'foreign'
  const bytes = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  try {
    const length = readSync(handle, bytes, 0, bytes.length, 0)
    if (length === 0) return 'blank'
    if (length < bytes.length || !bytes.subarray(0, magic.length).equals(magic)) return 'foreign'
  } finally {
    closeSync(handle)
  }
  return {
    pages: bytes.readUInt32BE(28),
    userVersion: bytes.readUInt32BE(60),
    applicationId: bytes.readUInt32BE(68),
  }
}
