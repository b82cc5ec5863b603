import { newUid } from '@shared/contract/fields'
import type { CellValue, ListSpec } from '@shared/contract/lists'
import { AppError } from '@shared/errors'
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { QueryContext } from '../context'
import { bumpRevision, insertRow, updateRow } from '../database/aggregate'
import { prepared } from '../database/prepared'
import { parseRow } from '../database/rows'
import type { Database } from '../database/schema'
import type { Handlers } from '../module'
import { parseAs } from '../validation'
import { listDay } from './day'
import { type ListSource, listWindow } from './list'
import type { ListContext, ListRecord, Setter } from './record'

/** Rows that live inside a record (places of work of a librarian, funds of a school) as a list of their own. */
export interface ChildRows {
  spec: ListSpec
  table: keyof Database
  owner: RowOwner
  /** One row as the card has it, without its key. */
  schema: z.ZodObject
  /** What a new row starts from. */
  blank: Readonly<Record<string, CellValue>>
  /** Of which rows a school year is made; both days are included. */
  within?(year: { from: string; to: string }): RawBuilder<unknown>
  /** Columns that name another record: SQL of its name, and the field that keeps its id. */
  references?: Readonly<
    Record<string, { field: string; name: RawBuilder<unknown>; find: (context: ListContext, text: string) => number }>
  >
  /** Columns worked out of the row, of a list asked on its day. */
  computed?(on: string): Readonly<Record<string, RawBuilder<unknown>>>
  /** As of `ListSource`. */
  several?: readonly string[]
  /** Rules of the card over one row. @throws AppError */
  refuse?(context: QueryContext, id: number | null, row: Record<string, unknown>, ownerId: number): void
}

export interface RowOwner {
  table: 'school' | 'librarian'
  /** Column of the row with the owner's id. */
  column: string
  /** Column of the list that names the owner, and what it shows. */
  cell: string
  name: RawBuilder<unknown>
  find(context: ListContext, text: string): number
}

/** Owner 0 is «not named yet». */
interface Line {
  ownerId: number
  row: Record<string, CellValue>
}

export function childSource<R>(rows: ChildRows): ListSource<R> {
  const { spec, table, owner } = rows
  const ref = (name: string): RawBuilder<unknown> => sql.ref(`${table}.${name}`)
  const references = Object.entries(rows.references ?? {})
  const own = Object.keys(rows.schema.shape).map((name) => ref(name))
  const texts = spec.columns
    .filter((column) => column.type === 'text' && Object.hasOwn(rows.schema.shape, column.key))
    .map((column) => sql`${ref(column.key)}`)
  const named = references.map(([cell, one]) => sql`, ${one.name} as ${sql.ref(cell)}`)
  const booleans = spec.columns.filter((column) => column.type === 'boolean').map((column) => column.key)
  return {
    spec,
    sorted: [owner.cell],
    filled: [owner.cell],
    keys: [owner.column],
    ...(rows.several === undefined ? {} : { several: rows.several }),
    select(context, query) {
      const computed = Object.entries(rows.computed?.(listDay(context, query.schoolYear)) ?? {})
      // A list may have no words of its own.
      const words = sql.join([sql`''`, ...texts, ...references.map(([, one]) => one.name)], sql` || ' ' || `)
      return sql`
        select ${ref('id')}, ${ref(owner.column)}, ${owner.name} as ${sql.ref(owner.cell)},
          ${sql.ref(`${owner.table}.sortKey`)} as ${sql.ref(`${owner.cell}$sort`)},
          ${query.search === '' ? sql`''` : sql`${sql.ref(`${owner.table}.norm`)} || ' ' || ru_norm(${words})`} as norm,
          ${sql.join(own)} ${named.length === 0 ? sql`` : sql.join(named, sql``)}
          ${sql.join([sql``, ...computed.map(([key, value]) => sql`, ${value} as ${sql.ref(key)}`)], sql``)}
        from ${sql.table(table)} join ${sql.table(owner.table)} on ${sql.ref(`${owner.table}.id`)} = ${ref(owner.column)}
        ${query.schoolYear === null || !rows.within ? sql`` : sql`where ${rows.within(boundsOf(query.schoolYear))}`}`
    },
    row: (raw) => (booleans.length === 0 ? raw : { ...raw, ...flags(raw, booleans) }) as R,
  }
}

const boundsOf = (year: string): { from: string; to: string } => ({
  from: `${year.slice(0, 4)}-09-01`,
  to: `${year.slice(5)}-08-31`,
})

const flags = (raw: Record<string, unknown>, names: readonly string[]): Record<string, boolean> =>
  Object.fromEntries(names.map((name) => [name, raw[name] === 1]))

export function childRecord<R>(rows: ChildRows): ListRecord<Line> {
  const { spec, table, owner, schema, blank } = rows
  const judge = (context: QueryContext, id: number | null, line: Line): Record<string, unknown> => {
    if (line.ownerId === 0)
      throw new AppError('invalid-input', `${titleOf(spec, owner.cell)}: не заполнено.`, owner.cell)
    const row = parseAs(schema, line.row, spec.title)
    rows.refuse?.(context, id, row, line.ownerId)
    return row
  }
  const read = ({ raw }: QueryContext, id: number): Line => {
    const row = prepared<[number], Record<string, number>>(raw, `SELECT * FROM "${table}" WHERE id = ?`).get(id)
    if (!row) throw new AppError('not-found', `${spec.title}: этой строки больше нет. Обновите список.`)
    return { ownerId: row[owner.column] ?? 0, row: parseRow(schema, row) as Record<string, CellValue> }
  }
  /** A card opened before must not save over what its list has changed. */
  const touch = ({ raw }: QueryContext, ownerId: number): void => {
    bumpRevision(raw, owner.table, owner.table, { id: ownerId, revision: 0 }, false)
  }
  const nextOrd = ({ raw }: QueryContext, ownerId: number): number =>
    prepared<[number], { ord: number }>(
      raw,
      `SELECT coalesce(max(ord) + 1, 0) AS ord FROM "${table}" WHERE "${owner.column}" = ?`,
    ).get(ownerId)?.ord ?? 0
  return {
    source: childSource<R>(rows) as ListSource<unknown>,
    blank: () => ({ ownerId: 0, row: { ...blank } }),
    read,
    set: settersOf(rows),
    check(context, id, line) {
      judge(context, id, line)
    },
    save(context, id, line) {
      const row = judge(context, id, line)
      const { raw } = context
      if (id === null) {
        const ord = nextOrd(context, line.ownerId)
        const made = insertRow(raw, table, { uid: newUid(), [owner.column]: line.ownerId, ord, ...row })
        touch(context, line.ownerId)
        return made
      }
      const before = read(context, id)
      const isMoved = before.ownerId !== line.ownerId
      const changed = {
        ...Object.fromEntries(Object.entries(row).filter(([name, value]) => before.row[name] !== value)),
        ...(isMoved ? { [owner.column]: line.ownerId, ord: nextOrd(context, line.ownerId) } : {}),
      }
      if (Object.keys(changed).length === 0) return id
      updateRow(raw, table, { column: 'id', value: id }, changed)
      touch(context, line.ownerId)
      if (isMoved) touch(context, before.ownerId)
      return id
    },
    remove(context, id) {
      const { ownerId } = read(context, id)
      prepared(context.raw, `DELETE FROM "${table}" WHERE id = ?`).run(id)
      touch(context, ownerId)
    },
    columnOf: (path) => Object.entries(rows.references ?? {}).find(([, one]) => one.field === path)?.[0] ?? null,
  }
}

const titleOf = (spec: ListSpec, key: string): string => spec.columns.find((column) => column.key === key)?.title ?? key

/** An emptied choice or flag goes back to what a new row has. */
function settersOf({ spec, owner, references = {}, blank }: ChildRows): Record<string, Setter<Line>> {
  return Object.fromEntries(
    spec.columns
      .filter((column) => column.edit !== undefined)
      .map((column): [string, Setter<Line>] => {
        const { key } = column
        if (key === owner.cell) {
          return [
            key,
            (line, value, context) => ({ ...line, ownerId: owner.find(context, filled(column.title, value)) }),
          ]
        }
        const reference = references[key]
        const empty = column.type === 'choice' || column.type === 'boolean' || blank[key] !== null ? blank[key] : null
        const name = reference?.field ?? key
        const read = (value: CellValue, context: ListContext): CellValue =>
          reference ? reference.find(context, filled(column.title, value)) : (value ?? empty ?? null)
        return [key, (line, value, context) => ({ ...line, row: { ...line.row, [name]: read(value, context) } })]
      }),
  )
}

function filled(title: string, value: CellValue): string {
  const text = String(value ?? '').trim()
  if (text !== '') return text
  throw new AppError('invalid-input', `${title}: не заполнено. Впишите название из списка.`)
}

/** `<name>.list` of each; rows are held against the contract when they are answered. */
export function childListHandlers(lists: readonly ChildRows[]): Handlers {
  return Object.fromEntries(
    lists.map((rows): [string, Handlers['contingent.list']] => {
      const source = childSource<never>(rows)
      return [`${rows.spec.name}.list`, (context, query) => listWindow(context, source, query)]
    }),
  )
}
