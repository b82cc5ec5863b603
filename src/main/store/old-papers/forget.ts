import { namePattern } from '@shared/domain/text/name-pattern'
import type { PersonName } from '@shared/domain/text/names'
import type { Database as Sqlite } from 'better-sqlite3'
import { updateRow } from '../database/aggregate'
import { derive } from '../database/derived'
import { prepared } from '../database/prepared'

interface PaperRow {
  id: number
  original: string | null
  understood: string | null
  title: string
  file: string
  folder: string
  number: string
}

/**
 * Blots a person out of papers kept with their originals, in whatever case she is named, and unties drafts from her. A blot is
 * as long as the name: places of fields in the original stay true.
 */
export function forgetInPapers(raw: Sqlite, id: number, name: PersonName): void {
  const pattern = namePattern(name)
  const blot = (text: string): string => text.replace(pattern, (found) => found.replace(/\p{L}/gu, '█'))
  const rows = prepared<[], PaperRow>(
    raw,
    'SELECT id, original, understood, title, file, folder, number FROM oldPaper',
  ).all()
  for (const { id: paper, ...row } of rows) {
    const original = row.original === null ? null : blot(row.original)
    const understood =
      row.understood === null ? null : blot(row.understood).replaceAll(`"librarianId":${id},`, '"librarianId":null,')
    const told = derive('oldPaper', { ...row, title: blot(row.title), file: blot(row.file) })
    updateRow(raw, 'oldPaper', { column: 'id', value: paper }, { ...told, original, understood })
  }
}
