import type { Database as Sqlite } from 'better-sqlite3'
import { updateRow } from './aggregate'
import { type DerivedTable, derive, derivedColumns } from './derived'
import { prepared } from './prepared'

/** Running text that may name anybody, by table: what people type for papers. Rows of these records are journaled. */
const texts = {
  report: ['title', 'addressee', 'signerName', 'note'],
  reportPiece: ['title', 'text'],
  reportTemplate: ['contentJson'],
  mailing: ['title', 'text', 'signerName', 'note'],
  mailingRecipient: ['reason'],
} as const
const records = ['report', 'report-template', 'mailing'] as const

/** Blots a person out of texts and of their history. @param blot answers the text without her, or the text itself */
export function forgetInTexts(raw: Sqlite, blot: (text: string) => string): void {
  for (const [table, columns] of Object.entries(texts) as [keyof typeof texts, readonly string[]][]) {
    const rows = prepared<[], Record<string, string | number | null> & { id: number }>(
      raw,
      `SELECT * FROM "${table}"`,
    ).all()
    for (const row of rows) {
      const changed = columns.flatMap((column) => {
        const text = row[column]
        const blotted = typeof text === 'string' ? blot(text) : text
        return blotted === text ? [] : [[column, blotted] as const]
      })
      if (changed.length === 0) continue
      const own = Object.fromEntries(changed)
      const computed = isDerived(table) ? derive(table, { ...row, ...own }) : own
      updateRow(raw, table, { column: 'id', value: row.id }, computed)
    }
  }
  for (const record of records) {
    const images = prepared<[string], { id: number; before: string }>(
      raw,
      'SELECT id, before FROM change WHERE record = ? AND before IS NOT NULL',
    ).all(record)
    for (const { id, before } of images) {
      const blotted = blot(before)
      if (blotted !== before) prepared(raw, 'UPDATE change SET before = ? WHERE id = ?').run(blotted, id)
    }
  }
  forgetInTitles(raw, blot)
}

/** Titles of steps name records in whatever case their titles do. */
function forgetInTitles(raw: Sqlite, blot: (text: string) => string): void {
  const groups = prepared<[], { id: number; title: string }>(raw, 'SELECT id, title FROM changeGroup').all()
  for (const { id, title } of groups) {
    const blotted = blot(title)
    if (blotted !== title) prepared(raw, "UPDATE changeGroup SET title = ?, norm = '' WHERE id = ?").run(blotted, id)
  }
}

const isDerived = (table: string): table is DerivedTable => Object.hasOwn(derivedColumns, table)
