import type { CellValue, ColumnSpec, ListSpec } from '@shared/contract/lists'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import { wholeList } from '../../lists/list'
import { type AnyListRecord, columnSpec } from '../../lists/record'
import type { Sameness, Values } from './current'

/** What is known of a row for knowing it again: its key by each set of columns, '' where one of them is empty. */
interface Marks {
  keys: readonly string[]
  /** Of every identity column its own key. */
  parts: ReadonlyMap<string, string>
}

const marksOf = new WeakMap<Values, Marks>()

/** Knows rows again by their identity columns: the surest set first, and never against what a surer one says. */
export class Identity {
  private readonly columns: readonly ColumnSpec[]
  private readonly byKey: Map<string, number[]>[]
  private readonly partsOf = new Map<number, ReadonlyMap<string, string>>()

  constructor(
    private readonly spec: ListSpec,
    private readonly sameness: Sameness,
  ) {
    this.columns = [...new Set(spec.identity.flat())].flatMap((key) => columnSpec(spec, key) ?? [])
    this.byKey = spec.identity.map(() => new Map())
  }

  /** All rows of the data. */
  async load(context: QueryContext, list: AnyListRecord): Promise<void> {
    const names = sql.join(this.columns.map((column) => sql.ref(column.key)))
    const { rows } = await sql<Values & { id: number }>`
      select id, ${names} from (${list.source.select(context, wholeList)}) as list`.execute(context.trx)
    for (const row of rows) this.add(row.id, row)
  }

  add(id: number, values: Values): void {
    const marks = this.marks(values)
    for (const [index, key] of marks.keys.entries()) {
      if (key === '') continue
      const map = this.byKey[index]
      const ids = map?.get(key)
      if (ids) ids.push(id)
      else map?.set(key, [id])
    }
    this.partsOf.set(id, marks.parts)
  }

  /** Rows that could be this one; none: it is new. */
  find(values: Values): readonly number[] {
    const marks = this.marks(values)
    for (const [index, key] of marks.keys.entries()) {
      if (key === '') continue
      const found = (this.byKey[index]?.get(key) ?? []).filter((id) => this.agrees(index, id, marks))
      if (found.length > 0) return found
    }
    return []
  }

  /** A larger set with the same columns must not say otherwise: the same name with another birth date is a namesake. */
  private agrees(index: number, id: number, marks: Marks): boolean {
    const own = this.spec.identity[index] ?? []
    const parts = this.partsOf.get(id)
    const extra = this.spec.identity
      .slice(0, index)
      .filter((keys) => own.every((key) => keys.includes(key)))
      .flat()
    return extra.every((key) => {
      const there = parts?.get(key) ?? ''
      const here = marks.parts.get(key) ?? ''
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
    const parts = new Map<string, string>()
    for (const column of this.columns) {
      const value = values[column.key] ?? wholeOf(this.spec, column.key, values)
      parts.set(column.key, value === null || value === '' ? '' : this.sameness.identity(column, value))
    }
    const keys = this.spec.identity.map((set) => {
      const found = set.map((key) => parts.get(key) ?? '')
      return found.includes('') ? '' : found.join('\u0000')
    })
    return { keys, parts }
  }
}

/** «ФИО» of its parts, where the file has them apart. */
export function wholeOf(spec: ListSpec, key: string, values: Values): CellValue {
  const parts = spec.columns.filter((column) => column.edit?.partOf === key).map((column) => values[column.key] ?? '')
  return parts.filter((part) => part !== '').join(' ') || null
}
