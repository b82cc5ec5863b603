import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Original } from '@shared/contract/old-papers'
import { openArchive } from '../../imports/reading/archive'
import { readDocx } from './docx/read-docx'
import { readText } from './text/read-text'

export interface ReadPaper {
  original: Original
  /** SHA-256 of the file's bytes, in hexadecimal digits. */
  hash: string
}

/** Reads a paper by what it is, whatever it is called. @throws AppError `file-missing`, `file-unreadable`, `file-too-big` */
export async function readOriginal(file: string): Promise<ReadPaper> {
  const bytes = await readFile(file)
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    const archive = await openArchive(file)
    try {
      return { original: await readDocx(archive), hash }
    } finally {
      archive.close()
    }
  }
  return { original: readText(bytes), hash }
}
