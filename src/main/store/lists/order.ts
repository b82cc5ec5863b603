import type { Cursor, ListQuery } from '@shared/contract/lists'
import { AppError } from '@shared/errors'
import { sql } from 'kysely'
import { column, emptyCell, specOf } from './conditions'
import type { Expression, ListSource } from './list'

/** The order of a list, and the place of a row in it. */

export interface Key {
  expression: Expression
  desc: boolean
  /** Never null: a place in the order can be told by `>` and `<` alone. */
  solid: boolean
}

/**
 * Empty cells come last in either direction, as in Excel. The id makes the order whole, and goes the way of the key before
 * it, so that an index can be walked in either direction.
 */
export function orderKeys<Row>(source: ListSource<Row>, query: ListQuery): Key[] {
  const wanted = query.sort.length > 0 ? query.sort : source.spec.defaultSort
  const within = wanted.filter((one) => one.column !== query.group)
  const keys = within.flatMap(({ column: name, desc }): Key[] => {
    const spec = specOf(source, name)
    const key = spec.type === 'text' ? sortKey(source, name) : column(name)
    if (source.filled?.includes(name)) return [{ expression: key, desc, solid: true }]
    return [
      { expression: emptyCell(column(name)), desc: false, solid: true },
      { expression: key, desc, solid: false },
    ]
  })
  const before = [...groupKeys(source, query), ...keys]
  return [...before, { expression: column('id'), desc: before.at(-1)?.desc ?? false, solid: true }]
}

export const orderBy = (keys: readonly Key[]): Expression =>
  sql.join(keys.map((key) => (key.desc ? sql`${key.expression} desc` : key.expression)))

/** Whether groups go down: as the list would be sorted by their column. */
export const groupsDescend = (query: ListQuery, by: string): boolean =>
  query.sort.some((one) => one.column === by && one.desc)

/**
 * Groups in the order `listGroups` has them. The value itself follows its sort key: «Школа» and «школа» sort alike, and
 * would otherwise lie mixed.
 */
function groupKeys<Row>(source: ListSource<Row>, query: ListQuery): Key[] {
  if (query.group === null) return []
  const spec = specOf(source, query.group)
  const value = sql`nullif(${column(query.group)}, '')`
  const desc = groupsDescend(query, query.group)
  const empty = { expression: sql`(${value} is null)`, desc: false, solid: true }
  if (spec.type !== 'text') return [empty, { expression: value, desc, solid: false }]
  return [
    empty,
    { expression: sortKey(source, query.group), desc, solid: false },
    { expression: value, desc: false, solid: false },
  ]
}

/** What a text column is sorted by. */
export function sortKey<Row>(source: ListSource<Row>, name: string): Expression {
  return source.sorted.includes(name) ? column(`${name}$sort`) : sql`ru_sort(${column(name)})`
}

/** Rows after the cursor: as one comparison of rows, which an index answers, or else key by key. */
export function afterCursor(keys: readonly Key[], cursor: Cursor): Expression {
  if (cursor.length !== keys.length) {
    throw new AppError('invalid-input', 'Закладка списка не подходит к его порядку: обновите список.', 'after')
  }
  const [first] = keys
  if (first && keys.every((key) => key.solid && key.desc === first.desc) && cursor.every((value) => value !== null)) {
    const row = sql.join(keys.map((key) => key.expression))
    return sql`(${row}) ${first.desc ? sql`<` : sql`>`} (${sql.join(cursor)})`
  }
  return afterKeyByKey(keys, cursor)
}

/** (a > x) or (a = x and b > y) or …, with `is` for empty cells. */
function afterKeyByKey(keys: readonly Key[], cursor: Cursor): Expression {
  const alternatives = keys.map((key, index) => {
    const same = keys.slice(0, index).map((earlier, at) => sql`${earlier.expression} is ${cursor[at] ?? null}`)
    const bound = cursor[index] ?? null
    const beyond = key.desc ? sql`${key.expression} < ${bound}` : sql`${key.expression} > ${bound}`
    return sql`(${sql.join([...same, beyond], sql` and `)})`
  })
  return sql`(${sql.join(alternatives, sql` or `)})`
}
