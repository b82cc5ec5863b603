import type { FileFault, ImportRow } from '@shared/contract/imports'
import type { CellValue, ColumnSpec } from '@shared/contract/lists'
import { counted } from '@shared/domain/text/plural'
import type { JobContext } from '../../context'
import { cellHash, parseRowKey, type RowKeyHead } from '../../documents/xlsx/row-key'
import { faultsOf } from '../../lists/edit'
import { type AnyListRecord, columnSpec } from '../../lists/record'
import { textbookTold } from '../../lists/textbooks'
import { cellText } from '../cells/cell-text'
import { readCell, valueText } from '../cells/read-cell'
import type { FileCell, FileRow } from '../reading/types'
import { changedCells } from './compare'
import { currentRows, Sameness, type Values } from './current'
import { cellFault, rowFault, type TakenColumn } from './faults'
import { Identity, wholeOf } from './identity'

/** What of a sheet is taken, and for what. */
export interface Plan {
  list: AnyListRecord
  sheet: string
  headRow: number
  taken: readonly TakenColumn[]
  columns: readonly ColumnSpec[]
  /** The same in all rows, for columns the file does not have. */
  constants: Readonly<Record<string, CellValue>>
  /** Those of them that headings between the rows may give. */
  headed: readonly ColumnSpec[]
  key: { index: number; head: RowKeyHead; ours: boolean } | null
}

export interface Candidate {
  row: FileRow
  /** Why it is no record. */
  note: string | null
  /** What headings above say of it. */
  headed: Readonly<Record<string, CellValue>>
}

interface Parsed {
  row: number
  values: Record<string, CellValue>
  faults: FileFault[]
  /** As they stand in the file, by the list's columns. */
  cells: Map<string, FileCell>
  hashes: ReadonlyMap<string, string> | null
  /** The record by the file's own key; by identity else. */
  id: number | null
  byKey: boolean
}

/** Says of each row of the file what it is to the data. */
export class Judge {
  private readonly sameness: Sameness
  private identity: Identity
  /** Rows of the file by the record they are of, and new ones by their identity (under negative numbers). */
  private readonly seen = new Map<number, number>()
  private readonly fresh: Identity
  private readonly contents = new Map<number, string>()
  private readonly told = new Map<string, string>()
  /** Of each row of the file what tells it from others, where the list has such columns. */
  private readonly tellings = new Map<number, string>()

  constructor(
    private readonly context: JobContext,
    private readonly plan: Plan,
  ) {
    this.sameness = new Sameness(context)
    this.identity = new Identity(plan.list.source.spec, this.sameness)
    this.fresh = new Identity(plan.list.source.spec, this.sameness)
  }

  async load(): Promise<void> {
    if (!this.plan.list.alike) await this.identity.load(this.context, this.plan.list)
  }

  /** Of a long list only what these rows could be. */
  private async loadAlike(rows: readonly Values[]): Promise<void> {
    const { list } = this.plan
    if (!list.alike) return
    this.identity = new Identity(list.source.spec, this.sameness)
    if (rows.length > 0) await this.identity.load(this.context, list, list.alike(this.context, rows))
  }

  async judge(candidates: readonly Candidate[]): Promise<ImportRow[]> {
    const parsed = candidates.map((one) => (one.note === null ? this.parse(one) : null))
    await this.loadAlike(parsed.flatMap((one) => (one ? [one.values] : [])))
    for (const one of parsed) if (one && !one.byKey) one.id = this.known(one.values)
    const current = await currentRows(this.context, this.plan.list, [
      ...new Set(parsed.flatMap((one) => (one?.id === null || one === null ? [] : [one.id]))),
    ])
    const rows: ImportRow[] = []
    for (const [index, { row, note }] of candidates.entries()) {
      const one = parsed[index]
      rows.push(one ? await this.rowOf(one, current) : skipped(row, note ?? ''))
    }
    return rows
  }

  private parse({ row, headed }: Candidate): Parsed {
    const { plan } = this
    const values: Record<string, CellValue> = { ...plan.constants }
    const hints: Record<string, Record<string, string>> = {}
    const faults: FileFault[] = []
    const cells = new Map<string, FileCell>()
    for (const taken of plan.taken) {
      const cell = row.cells[taken.index] ?? null
      const read = readCell(taken.column, cell, plan.key !== null)
      cells.set(taken.column.key, cell)
      const { edit, tells } = taken.column
      if (!edit && tells !== undefined) {
        const text = cellText(cell).trim()
        if (text !== '') hints[tells] = { ...hints[tells], [taken.column.key]: text }
        continue
      }
      if (read.ok) values[taken.column.key] = read.value
      else faults.push(cellFault(plan.sheet, row.row, taken, read))
    }
    for (const [key, told] of Object.entries(hints)) values[key] = this.named(key, values[key] ?? null, told)
    for (const column of plan.headed) {
      const value = headed[column.key] ?? null
      const own = values[column.key] ?? null
      if ((own === null || own === '') && value !== '') values[column.key] = value
    }
    if (plan.list.source.spec.distinct) this.tellings.set(row.row, this.telling(values))
    const key = plan.key?.ours ? parseRowKey(plan.key.head, cellText(row.cells[plan.key.index])) : null
    const id = key?.id ?? null
    return {
      row: row.row,
      values,
      faults,
      cells,
      hashes: key?.hashes ?? null,
      id,
      byKey: id !== null,
    }
  }

  /** What a cell names with the help of the cells beside it; as it stands where they do not help. */
  private named(key: string, value: CellValue, hints: Readonly<Record<string, string>>): CellValue {
    if (columnSpec(this.plan.list.source.spec, key)?.edit?.reference !== 'textbook') return value
    const text = String(value ?? '')
    const known = `${text}\u0000${JSON.stringify(hints)}`
    const before = this.told.get(known)
    if (before !== undefined) return before
    const name = textbookTold(this.context, text, hints) ?? text
    if (this.told.size < 50_000) this.told.set(known, name)
    return name
  }

  /** The one record of the data this is by its identity; -1: several could be. */
  private known(values: Values): number | null {
    const ids = this.identity.find(values)
    if (ids.length > 1) return -1
    return ids[0] ?? null
  }

  private async rowOf(one: Parsed, current: ReadonlyMap<number, Values>): Promise<ImportRow> {
    const title = this.titleOf(one.values)
    const base = {
      row: one.row,
      id: null as number | null,
      title,
      cells: [],
      faults: one.faults,
      note: '',
      choice: null,
    }
    if (one.faults.length > 0) return { ...base, kind: 'fault', id: one.id !== null && one.id > 0 ? one.id : null }
    if (one.id === -1) return { ...base, kind: 'fault', faults: [this.ambiguous(one)] }
    if (one.id !== null && !current.has(one.id)) {
      // The record of the key was removed since: the row is a new one, unless it is known by its name.
      one.id = one.byKey ? this.known(one.values) : null
      one.hashes = null
      if (one.id === -1) return { ...base, kind: 'fault', faults: [this.ambiguous(one)] }
      if (one.id !== null) {
        const again = await currentRows(this.context, this.plan.list, [one.id])
        return this.existing(
          { ...base, note: 'запись с этим ключом удалена, найдена по названию' },
          one,
          again.get(one.id) ?? {},
        )
      }
      return this.created({ ...base, note: 'запись с этим ключом удалена, будет добавлена заново' }, one)
    }
    if (one.id === null) return this.created(base, one)
    return this.existing(base, one, current.get(one.id) ?? {})
  }

  private async existing(base: Omit<ImportRow, 'kind'>, one: Parsed, current: Values): Promise<ImportRow> {
    const id = one.id ?? 0
    const twin = this.seen.get(id)
    const cells = await changedCells(
      this.context,
      this.plan.list,
      this.sameness,
      { id, values: one.values, columns: this.plan.columns, hashes: one.hashes },
      current,
    )
    if (twin !== undefined) {
      if (this.isOther(one, twin)) return this.created(base, one)
      return this.repeated(base, one, twin, cells.length === 0)
    }
    this.seen.set(id, one.row)
    if (cells.length === 0) return { ...base, id, kind: 'unchanged' }
    const edit = Object.fromEntries(cells.map((cell) => [cell.column, cell.after]))
    const faults = await this.faultsOf(one, id, edit)
    const kind = faults.length > 0 ? 'fault' : cells.some((cell) => cell.conflict) ? 'conflict' : 'changed'
    return { ...base, id, kind, cells, faults }
  }

  private async created(base: Omit<ImportRow, 'kind'>, one: Parsed): Promise<ImportRow> {
    const note = this.plan.list.passedOver?.(one.values)
    if (note) return { ...base, kind: 'skipped', note }
    const twin = this.fresh.find(one.values).find((row) => !this.isOther(one, row))
    const content = cellHash(JSON.stringify(one.values))
    if (twin !== undefined) return this.repeated(base, one, twin, this.contents.get(twin) === content)
    this.contents.set(one.row, content)
    const cells = this.plan.columns.flatMap((column) => {
      const after = one.values[column.key] ?? null
      return after === null || after === '' ? [] : [{ column: column.key, before: null, after, conflict: false }]
    })
    const faults = await this.faultsOf(one, null, Object.fromEntries(cells.map((cell) => [cell.column, cell.after])))
    this.fresh.add(one.row, one.values)
    return { ...base, kind: faults.length > 0 ? 'fault' : 'new', cells, faults }
  }

  /** Two rows of the file for one record: the same again is passed over, another one must be decided by a person. */
  private repeated(base: Omit<ImportRow, 'kind'>, one: Parsed, twin: number, same: boolean): ImportRow {
    if (same) return { ...base, id: one.id, kind: 'skipped', note: `повтор строки ${twin}` }
    const text = `та же запись, что в строке ${twin}. Оставьте одну из этих строк или укажите, чем записи различаются.`
    return {
      ...base,
      kind: 'fault',
      faults: [rowFault(this.plan.sheet, one.row, this.identityColumn(), { text, found: base.title })],
    }
  }

  /** Whether the columns that tell records apart differ between this row and an earlier one. */
  private isOther(one: Parsed, row: number): boolean {
    const own = this.tellings.get(one.row) ?? ''
    const other = this.tellings.get(row) ?? ''
    return own !== '' && other !== '' && own !== other
  }

  private telling(values: Values): string {
    const columns = (this.plan.list.source.spec.distinct ?? []).flatMap(
      (key) => columnSpec(this.plan.list.source.spec, key) ?? [],
    )
    const parts = columns.map((column) => {
      const value = values[column.key] ?? null
      return value === null || value === '' ? '' : this.sameness.identity(column, value)
    })
    return parts.includes('') ? '' : parts.join('\u0000')
  }

  private ambiguous(one: Parsed): FileFault {
    const { spec } = this.plan.list.source
    const titles = (spec.identity[0] ?? []).flatMap((key) => columnSpec(spec, key)?.title ?? [])
    const text = `в данных ${counted(this.identity.find(one.values).length, ['такая запись', 'такие записи', 'таких записей'])}, и непонятно, о которой речь. Добавьте в файл: ${titles.map((title) => `«${title}»`).join(', ')}.`
    return rowFault(this.plan.sheet, one.row, this.identityColumn(), { text, found: this.titleOf(one.values) })
  }

  private identityColumn(): TakenColumn | null {
    const keys = new Set(this.plan.list.source.spec.identity.flat())
    return this.plan.taken.find((one) => keys.has(one.column.key)) ?? this.plan.taken[0] ?? null
  }

  private async faultsOf(one: Parsed, id: number | null, cells: Record<string, CellValue>): Promise<FileFault[]> {
    const found = await faultsOf(this.context, this.plan.list, { id, cells })
    return found.map(({ column, text, code }) => {
      const taken = this.plan.taken.find((other) => other.column.key === column) ?? null
      const shown = column === null ? '' : cellText(one.cells.get(column)).trim()
      return rowFault(this.plan.sheet, one.row, taken, {
        text: code === 'not-found' ? this.withHint(text, shown) : text,
        found: shown,
      })
    })
  }

  /** A school that another prepared import would bring. */
  private withHint(text: string, name: string): string {
    const row = this.context.raw
      .prepare<[string], { file: string }>(
        `SELECT importRun.file FROM importRun JOIN importRow ON runId = importRun.id
         WHERE state = 'prepared' AND list = 'schools' AND kind = 'new' AND ru_norm(title) LIKE ru_norm(?) || '%' LIMIT 1`,
      )
      .get(name)
    return row ? `${text} Она есть в подготовленной загрузке «${row.file}»: сначала выполните её.` : text
  }

  private titleOf(values: Values): string {
    const { spec } = this.plan.list.source
    const required = spec.columns.filter((column) => column.edit?.required).map((column) => column.key)
    const named = required.flatMap((key) => {
      const column = columnSpec(spec, key)
      const value = values[key] ?? wholeOf(spec, key, values)
      return column && value !== null && value !== '' ? [valueText(column, value)] : []
    })
    const words =
      named.length > 0
        ? named
        : this.plan.columns.slice(0, 3).map((column) => valueText(column, values[column.key] ?? null))
    const title = words.filter((word) => word !== '').join(', ')
    return title.length > 200 ? `${title.slice(0, 199)}…` : title
  }
}

function skipped({ row, cells }: FileRow, note: string): ImportRow {
  const title = cells
    .map((cell) => cellText(cell).trim())
    .filter((text) => text !== '')
    .join(' ')
    .slice(0, 200)
  return { row, kind: 'skipped', id: null, title, cells: [], faults: [], note, choice: null }
}
