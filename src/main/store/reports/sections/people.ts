import { librarianList } from '@shared/contract/librarians'
import type { ReportColumn, ReportPart, ReportTableRow, Said } from '@shared/contract/report-content'
import type { PluralForms } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { people } from '@shared/papers/report/words'
import { FigureSet } from '../figure-set'
import { center, groupRow, left, row, tablePart } from '../parts'
import type { Asked, Counted, ReportReader } from '../reader'

/** Tables with people by name, and how one of too many of them ends. */

export const MOST_PEOPLE = 60

export const opensPerson = (librarianId: unknown): NonNullable<Said['opens']> => ({
  record: 'librarian',
  id: Number(librarianId),
})

/** «И ещё 12 человек», over the whole width; nothing where everybody is in the table. */
export function lastRow(figures: FigureSet, rest: number, all: Counted, forms: PluralForms): ReportTableRow[] {
  if (rest <= 0) return []
  const whole = figures.count('all', 'Всего', all)
  const more = figures.derived('rest', 'Не вошли в таблицу', rest, [whole])
  return [groupRow({ text: `и ещё ${say(more, forms).text}`, figure: more.key })]
}

interface Told {
  columns: readonly string[]
  heads: readonly ReportColumn[]
  cell(one: Readonly<Record<string, unknown>>): readonly string[]
}

/** Number, name and what is told of each; the words of people's own cards open the card. */
export async function peopleTable(
  reader: ReportReader,
  key: string,
  title: string,
  asked: Asked,
  { columns, heads, cell }: Told,
): Promise<ReportPart[]> {
  const rows = await reader.rows(librarianList, ['name', ...columns], asked)
  if (rows.length === 0) return []
  const figures = new FigureSet()
  const shown = rows.slice(0, MOST_PEOPLE)
  const all = await reader.count(librarianList, asked)
  return tablePart(
    key,
    title,
    figures,
    [center('№', 8), left('ФИО', 34), ...heads],
    [
      ...shown.map((one, index) => {
        const opens = opensPerson(one.id)
        return row(String(index + 1), ...[String(one.name), ...cell(one)].map((text) => ({ text, opens })))
      }),
      ...lastRow(figures, rows.length - shown.length, all, people),
    ],
  )
}
