import type { CellValue } from '@shared/contract/lists'
import { AppError } from '@shared/errors'
import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../context'
import { schoolByName, textbookByName } from '../../lists/references'

type Rows = readonly Readonly<Record<string, CellValue>>[]

/** Lots of the schools and textbooks that rows of a file name, as a SELECT of ids: found by index, however many lots there are. */
export function lotsNamed(context: QueryContext, rows: Rows): RawBuilder<unknown> {
  const schools = new Map<string, number | null>()
  const textbooks = new Map<string, number | null>()
  const pairs = new Map<string, readonly [number, number]>()
  for (const row of rows) {
    const school = known(schools, String(row.school ?? ''), (text) => schoolByName(context, text))
    const textbook = known(textbooks, String(row.textbook ?? ''), (text) => textbookByName(context, text))
    if (school !== null && textbook !== null) pairs.set(`${school}/${textbook}`, [school, textbook])
  }
  return sql`select lot.id from json_each(${JSON.stringify([...pairs.values()])}) as pair
    cross join lot on lot.schoolId = pair.value ->> 0 and lot.textbookId = pair.value ->> 1`
}

/** Null: nothing is called so; that is told when the row is judged. */
function known(found: Map<string, number | null>, text: string, find: (text: string) => number): number | null {
  const before = found.get(text)
  if (before !== undefined) return before
  let id: number | null = null
  try {
    id = text === '' ? null : find(text)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
  found.set(text, id)
  return id
}
