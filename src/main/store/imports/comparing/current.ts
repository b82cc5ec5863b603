import type { CellValue, ColumnSpec } from '@shared/contract/lists'
import { fplKey } from '@shared/domain/fpl'
import { formatGrades, parseGrades } from '@shared/domain/grades'
import { isbn13 } from '@shared/domain/isbn'
import { parseSchoolYear } from '@shared/domain/school-year'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import { canonicalText } from '../../documents/xlsx/row-key'
import { wholeList } from '../../lists/list'
import type { AnyListRecord } from '../../lists/record'
import { schoolsByNames, textbookByName } from '../../lists/references'

export type Values = Readonly<Record<string, CellValue>>

/** Rows of a list as they are now, by id; those that are not there any more are not in the answer. */
export async function currentRows(
  context: QueryContext,
  list: AnyListRecord,
  ids: readonly number[],
): Promise<Map<number, Values>> {
  const { source } = list
  const found = new Map<number, Values>()
  if (ids.length === 0) return found
  const { rows } = await sql<Record<string, unknown>>`
    select * from (${source.select(context, wholeList)}) as list
    where id in (select value from json_each(${JSON.stringify(ids)}))`.execute(context.trx)
  for (const row of rows) found.set(Number(row.id), source.row(row) as Values)
  return found
}

/** What is written in many manners, «2023/24 уч. г.», «10-11 кл.», by what it means; null: it means nothing such. */
function mannerless({ key }: ColumnSpec, text: string): string | null {
  switch (key) {
    case 'schoolYear':
      return parseSchoolYear(text)
    case 'grades': {
      const grades = parseGrades(text)
      return grades && formatGrades(grades)
    }
    case 'fplCode':
      return fplKey(text) || null
    case 'isbn':
      return isbn13(text)
    default:
      return null
  }
}

/** By what two cells of a column are the same to a person: case, spaces and the manner of naming a school aside. */
export class Sameness {
  private readonly schools = new Map<string, string>()
  private readonly textbooks = new Map<string, string>()

  constructor(private readonly context: QueryContext) {}

  /** Key under which a row is known again. */
  identity(column: ColumnSpec, value: CellValue): string {
    if (column.edit?.reference === 'school') return this.school(String(value ?? ''))
    if (column.edit?.reference === 'textbook') return this.textbook(String(value ?? ''))
    if (typeof value === 'string') return mannerless(column, value) ?? normKey(value)
    return normKey(canonicalText(value))
  }

  /** Whether a cell says what the data have, to the letter where letters matter. */
  same(column: ColumnSpec, a: CellValue, b: CellValue): boolean {
    const left = plain(column, a)
    const right = plain(column, b)
    if (left === right) return true
    if (column.edit?.reference === 'school') return this.school(left) === this.school(right)
    if (column.edit?.reference === 'textbook') return this.textbook(left) === this.textbook(right)
    const meant = mannerless(column, left)
    return meant !== null && meant === mannerless(column, right)
  }

  private school(text: string): string {
    return this.named(this.schools, text, () => schoolsByNames(this.context, text))
  }

  private textbook(text: string): string {
    return this.named(this.textbooks, text, () => [textbookByName(this.context, text)])
  }

  private named(known: Map<string, string>, text: string, find: () => number[]): string {
    const before = known.get(text)
    if (before !== undefined) return before
    let key = normKey(text)
    try {
      const ids = find()
      if (ids.length > 0) key = `#${ids.join(',')}`
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
    if (known.size < 50_000) known.set(text, key)
    return key
  }
}

/** Lines have no breaks and single spaces when they are saved; paragraphs keep theirs. */
function plain(column: ColumnSpec, value: CellValue): string {
  const text = canonicalText(value)
  return column.type === 'text' && column.edit?.multiline !== true ? text.replace(/\s+/gu, ' ') : text
}
