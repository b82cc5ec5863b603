import { CommissionMember, WriteOff, WriteOffLine, type WriteOffRecord } from '@shared/contract/writeoff'
import { formatDate } from '@shared/domain/dates'
import { textbookName } from '@shared/domain/textbook-name'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../../database/prepared'
import { parseRow } from '../../database/rows'

type Row = Record<string, string | number | null>
type LineRow = WriteOffRecord['lines'][number]
type BookLine = LineRow & { gradeFrom: number; gradeTo: number }

/** An act with its lines, as its card and its paper show it. @throws AppError `not-found` */
export function readWriteOff(raw: Sqlite, id: number): WriteOffRecord {
  const row = prepared<[number], Row>(
    raw,
    `SELECT writeOff.*, school.shortName AS school, school.fullName AS schoolFull, school.director
     FROM writeOff JOIN school ON school.id = schoolId WHERE writeOff.id = ?`,
  ).get(id)
  if (!row) throw new AppError('not-found', `Акта о списании с номером записи ${id} нет.`)
  const rows = prepared<[number], BookLine>(
    raw,
    `SELECT line.id, line.uid, line.lotId, line.copies, line.inventoryNumbers, title, gradeFrom, gradeTo, authors, publisher, publicationYear,
       lot.price, source, lot.copies AS held
     FROM writeOffLine AS line JOIN lot ON lot.id = lotId JOIN textbook ON textbook.id = textbookId
     WHERE writeOffId = ? ORDER BY ord`,
  ).all(id)
  const lines = rows.map(({ gradeFrom, gradeTo, ...line }): LineRow => {
    const title = textbookName({ title: line.title, gradeFrom, gradeTo, authors: '', publisher: '', level: 'none' })
    return { ...line, title }
  })
  const members = prepared<[number], Row>(raw, 'SELECT * FROM writeOffMember WHERE writeOffId = ? ORDER BY ord').all(id)
  return {
    id,
    revision: Number(row.revision),
    writeOff: parseRow(WriteOff, {
      ...row,
      commission: members.map((member) => parseRow(CommissionMember, member)),
      lines: lines.map((line) => parseRow(WriteOffLine, line)),
    }),
    state: row.state as WriteOffRecord['state'],
    bookedOn: row.bookedOn as string | null,
    school: String(row.school),
    schoolFull: String(row.schoolFull),
    director: String(row.director),
    lines,
    copies: lines.reduce((copies, line) => copies + line.copies, 0),
    sum: lines.reduce((sum, line) => sum + line.copies * line.price, 0),
  }
}

/** What an act is called in history and messages: «№ 12 от 01.02.2026, СОШ № 3». */
export function writeOffTitle(raw: Sqlite, act: { number: string; date: string; schoolId: number }): string {
  const school = prepared<[number], { name: string }>(raw, 'SELECT shortName AS name FROM school WHERE id = ?').get(
    act.schoolId,
  )
  return `${act.number === '' ? 'без номера' : `№ ${act.number}`} от ${formatDate(act.date, 'digits')}, ${school?.name ?? ''}`
}
