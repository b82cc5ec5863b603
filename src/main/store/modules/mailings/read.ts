import { Mailing, MailingRecipient, type MailingRecord } from '@shared/contract/mailings'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../../database/prepared'
import { parseRow } from '../../database/rows'

type Row = Record<string, string | number | null>

/** A letter or certificate with those it is for. @throws AppError `not-found` */
export function readMailing(raw: Sqlite, id: number): MailingRecord {
  const row = prepared<[number], Row>(raw, 'SELECT * FROM mailing WHERE id = ?').get(id)
  if (!row) throw new AppError('not-found', `Письма с номером записи ${id} нет.`)
  const recipients = prepared<[number], Row>(
    raw,
    'SELECT * FROM mailingRecipient WHERE mailingId = ? ORDER BY ord',
  ).all(id)
  return {
    id,
    revision: Number(row.revision),
    mailing: parseRow(Mailing, { ...row, recipients: recipients.map((one) => parseRow(MailingRecipient, one)) }),
  }
}
