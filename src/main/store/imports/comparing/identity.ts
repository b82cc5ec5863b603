import type { CellValue, ColumnSpec, ListSpec } from '@shared/contract/lists'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import { type Expression, wholeList } from '../../lists/list'
import { type AnyListRecord, columnSpec } from '../../lists/record'
import type { Sameness, Values } from './current'

/** What is known of a row for knowing it again: its key by each set of columns, '' where one of them is empty. */
interface Marks {
  keys: readonly string[]
  /** Of every identity column its own key, in the order of `Identity.columns`. */
  parts: readonly string[]
}

const marksOf = new WeakMap<Values, Marks>()

/** Knows rows again by their identity columns: the surest set first, and never against what a surer one says. */
export class Identity {
  private readonly columns: readonly ColumnSpec[]
  /** One row by itself, several as a list: of a large file nearly every key has one. */
  private readonly byKey: Map<string, number | number[]>[]
  private readonly partsOf = new Map<number, readonly string[]>()
  /** By identity: columns, by their place, of the surer sets that hold all of its own. */
  private readonly surer: readonly (readonly number[])[]

  constructor(
    private readonly spec: ListSpec,
    private readonly sameness: Sameness,
  ) {
    this.columns = [...new Set(spec.identity.flat())].flatMap((key) => columnSpec(spec, key) ?? [])
    this.byKey = spec.identity.map(() => new Map())
    this.surer = spec.identity.map((own, index) =>
      spec.identity
        .slice(0, index)
        .filter((keys) => own.every((key) => keys.includes(key)))
        .flatMap((keys) => keys.map((key) => this.columns.findIndex((column) => column.key === key))),
    )
  }

  /** Rows of the data: all, or those of `where`. */
  async load(context: QueryContext, list: AnyListRecord, where?: Expression): Promise<void> {
    // With a filter, so that a source made to be walked is not.
    const matched = where ? { ...wholeList, filters: [{ op: 'filled' as const, column: 'id' }] } : wholeList
    const names = sql.join(this.columns.map((column) => sql.ref(column.key)))
    const { rows } = await sql<Values & { id: number }>`
      select id, ${names} from (${list.source.select(context, matched)}) as list ${where ? sql`where ${where}` : sql``}`.execute(
      context.trx,
    )
    for (const row of rows) this.add(row.id, row)
  }

  add(id: number, values: Values): void {
    const marks = this.marks(values)
    for (const [index, key] of marks.keys.entries()) {
      if (key === '') continue
      const map = this.byKey[index]
      const ids = map?.get(key)
      if (ids === undefined) map?.set(key, id)
      else if (typeof ids === 'number') map?.set(key, [ids, id])
      else ids.push(id)
    }
    this.partsOf.set(id, marks.parts)
  }

  /** Rows that could be this one; none: it is new. */
  find(values: Values): readonly number[] {
    const marks = this.marks(values)
    for (const [index, key] of marks.keys.entries()) {
      if (key === '') continue
      const known = this.byKey[index]?.get(key) ?? []
      const found = (typeof known === 'number' ? [known] : known).filter((id) => this.agrees(index, id, marks))
      if (found.length > 1) return this.told(found, marks)
      if (found.length > 0) return found
    }
    return []
  }

  /** Of namesakes the one with the same number; one of another number than all of them is a record of its own. */
  private told(ids: readonly number[], marks: Marks): readonly number[] {
    const at = (this.spec.distinct ?? []).map((key) => this.columns.findIndex((column) => column.key === key))
    if (at.length === 0 || at.some((place) => (marks.parts[place] ?? '') === '')) return ids
    return ids.filter((id) =>
      at.every((place) => ['', marks.parts[place]].includes(this.partsOf.get(id)?.[place] ?? '')),
    )
  }

  /** A larger set with the same columns must not say otherwise: the same name with another birth date is a namesake. */
  private agrees(index: number, id: number, marks: Marks): boolean {
    const parts = this.partsOf.get(id)
    return (this.surer[index] ?? []).every((at) => {
      const there = parts?.[at] ?? ''
      const here = marks.parts[at] ?? ''
      return there === '' || here === '' || there === here
    })
  }

  /** Asked of a row of the file several times over. */
  private marks(values: Values): Marks {
    const known = marksOf.get(values)
    if (known) return known
    const made = this.makeMarks(values)
    marksOf.set(values, made)
    return made
  }

  private makeMarks(values: Values): Marks {
    const parts = this.columns.map((column) => {
      const value = values[column.key] ?? wholeOf(this.spec, column.key, values)
      if (value !== null && value !== '') return this.sameness.identity(column, value)
      return this.spec.emptyTells?.includes(column.key) && column.key in values ? '\u0001' : ''
    })
    const keys = this.spec.identity.map((set) => {
      const found = set.map((key) => parts[this.columns.findIndex((column) => column.key === key)] ?? '')
      if (found.includes('')) return ''
      // The very string that is kept anyway.
      return found.length === 1 ? (found[0] ?? '') : found.join('\u0000')
    })
    return { keys, parts }
  }
}

/** «ФИО» of its parts, where the file has them apart. */
export function wholeOf(spec: ListSpec, key: string, values: Values): CellValue {
  const parts = spec.columns.filter((column) => column.edit?.partOf === key).map((column) => values[column.key] ?? '')
  return parts.filter((part) => part !== '').join(' ') || null
}
