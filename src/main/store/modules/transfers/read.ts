import { type TransferLine, TransferLine as TransferLineSchema, type TransferRecord } from '@shared/contract/transfers'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../../database/prepared'
import { parseRow } from '../../database/rows'

/** A transfer's own row as it lies in the table. */
export interface StoredTransfer {
  id: number
  revision: number
  fromSchoolId: number
  toSchoolId: number
  term: 'permanent' | 'temporary'
  dueBack: string | null
  actNumber: string
  actDate: string | null
  giverName: string
  giverPosition: string
  giverAttorney: string
  receiverName: string
  receiverPosition: string
  receiverAttorney: string
  viaSchoolId: number | null
  meetingId: number | null
  note: string
  state: TransferRecord['state']
  draftedOn: string
  agreedOn: string | null
  handedOn: string | null
  receivedOn: string | null
  returnedOn: string | null
  issuedOn: string | null
  cancelledOn: string | null
  from: string
  to: string
}

export interface StoredLine extends TransferLine {
  id: number
  received: number | null
  returned: number
}

/** @throws AppError `not-found` */
export function storedTransfer(raw: Sqlite, id: number): StoredTransfer {
  const row = prepared<[number], StoredTransfer>(
    raw,
    `SELECT transfer.*, giver.shortName AS "from", taker.shortName AS "to" FROM transfer
     JOIN school AS giver ON giver.id = fromSchoolId JOIN school AS taker ON taker.id = toSchoolId WHERE transfer.id = ?`,
  ).get(id)
  if (!row) throw new AppError('not-found', 'Этой передачи больше нет. Обновите список.')
  return row
}

type LineDetails = TransferRecord['lines'][number]

/** @throws AppError `not-found` */
export function readTransfer(raw: Sqlite, id: number): TransferRecord {
  const row = storedTransfer(raw, id)
  const lines = prepared<[number], Record<string, unknown>>(
    raw,
    `SELECT transferLine.*, lot.textbookId, textbook.title, textbook.authors, textbook.publisher, textbook.fplCode,
       lot.publicationYear, lot.price, lot.source, textbook.usableUntil, lot.copies AS held, asked.label AS forTitle
     FROM transferLine JOIN lot ON lot.id = lotId JOIN textbook ON textbook.id = lot.textbookId
     LEFT JOIN textbook AS asked ON asked.id = forTextbookId WHERE transferId = ? ORDER BY ord`,
  )
    .all(id)
    .map((line) => ({ ...(line as unknown as LineDetails), accounted: line.accounted === 1 }))
  return {
    id,
    revision: row.revision,
    transfer: {
      fromSchoolId: row.fromSchoolId,
      toSchoolId: row.toSchoolId,
      term: row.term,
      dueBack: row.dueBack,
      actNumber: row.actNumber,
      actDate: row.actDate,
      giver: { name: row.giverName, position: row.giverPosition, attorney: row.giverAttorney },
      receiver: { name: row.receiverName, position: row.receiverPosition, attorney: row.receiverAttorney },
      viaSchoolId: row.viaSchoolId,
      meetingId: row.meetingId,
      note: row.note,
      lines: lines.map((line) => parseRow(TransferLineSchema, line)),
    },
    state: row.state,
    draftedOn: row.draftedOn,
    agreedOn: row.agreedOn,
    handedOn: row.handedOn,
    receivedOn: row.receivedOn,
    returnedOn: row.returnedOn,
    issuedOn: row.issuedOn,
    from: row.from,
    to: row.to,
    lines,
    copies: lines.reduce((sum, line) => sum + line.copies, 0),
    sum: lines.reduce((sum, line) => sum + line.copies * line.price, 0),
  }
}

/** «№ 5, СОШ № 1 → СОШ № 2». */
export const transferTitle = (row: Pick<StoredTransfer, 'actNumber' | 'from' | 'to'>): string =>
  `${row.actNumber === '' ? '' : `№ ${row.actNumber}, `}${row.from} → ${row.to}`

/** «Акт № 5 от 01.09.2026». */
export function documentOf({ actNumber, actDate }: { actNumber: string; actDate: string | null }): string {
  const day = actDate === null ? '' : ` от ${actDate.slice(8)}.${actDate.slice(5, 7)}.${actDate.slice(0, 4)}`
  return `Акт${actNumber === '' ? '' : ` № ${actNumber}`}${day}`
}
