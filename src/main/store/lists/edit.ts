import type { CellFault, RowEdit } from '@shared/contract/grid'
import type { CellValue, ColumnSpec, ListSpec } from '@shared/contract/lists'
import { AppError } from '@shared/errors'
import { type AnyListRecord, columnAt, columnSpec, type ListContext, type WritingContext } from './record'

/** Writes rows in the order given and answers their ids. @throws AppError with path `rows.<i>.cells.<column>` */
export async function editRows(
  context: WritingContext,
  list: AnyListRecord,
  rows: readonly RowEdit[],
): Promise<number[]> {
  const ids: number[] = []
  for (const [index, row] of rows.entries()) {
    try {
      const record = setCells(context, list, await startOf(context, list, row.id), row, refuseFault)
      ids.push(await list.save(context, row.id, record))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const column = columnAt(list, error.path)
      throw new AppError(error.code, error.message, `rows.${index}${column === null ? '' : `.cells.${column}`}`)
    }
  }
  return ids
}

const refuseFault = (fault: CellFault): never => {
  throw new AppError('invalid-input', fault.text, fault.column ?? undefined)
}

/** What `editRows` would refuse of one row: every cell that does not fit, else what of the record does not. */
export async function faultsOf(context: ListContext, list: AnyListRecord, row: RowEdit): Promise<CellFault[]> {
  const faults: CellFault[] = []
  try {
    const record = setCells(context, list, await startOf(context, list, row.id), row, (fault) => faults.push(fault))
    if (faults.length === 0) await list.check(context, row.id, record)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    for (const { code, message, path } of [error, ...error.more]) {
      faults.push({ column: columnAt(list, path), code, text: message })
    }
  }
  return faults
}

const startOf = (context: ListContext, list: AnyListRecord, id: number | null): unknown =>
  id === null ? list.blank(context) : list.read(context, id)

function setCells(
  context: ListContext,
  list: AnyListRecord,
  start: unknown,
  row: RowEdit,
  refuse: (fault: CellFault) => void,
): unknown {
  const { spec } = list.source
  let record = start
  for (const [key, value] of Object.entries(row.cells)) {
    const column = columnSpec(spec, key)
    const set = column?.edit === undefined ? undefined : list.set[key]
    if (!column || !set) {
      const text = column
        ? `Столбец «${column.title}» считается по другим данным, в него нельзя вписать.`
        : `В списке «${spec.title}» нет столбца «${key}».`
      refuse({ column: key, code: 'invalid-input', text })
      continue
    }
    try {
      record = set(record, stored(column, value), context)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refuse({ column: key, code: error.code, text: error.message })
    }
  }
  if (row.id === null) {
    for (const { column, sources } of requiredOf(spec)) {
      if (!sources.every((key) => isEmpty(row.cells[key]))) continue
      const others = requiredOf(spec).map((one) => `«${one.column.title}»`)
      const text = `${column.title}: не заполнено. В новой строке нужны ${others.join(', ')}.`
      refuse({ column: column.key, code: 'invalid-input', text })
    }
  }
  return record
}

/** A column that a new row must have, and the columns any of which gives it. */
interface Required {
  column: ColumnSpec
  sources: readonly string[]
}

const required = new WeakMap<ListSpec, readonly Required[]>()

/** Asked of every row of thousands. */
function requiredOf(spec: ListSpec): readonly Required[] {
  const known = required.get(spec)
  if (known) return known
  const made = spec.columns
    .filter((column) => column.edit?.required)
    .map((column) => ({
      column,
      sources: spec.columns.filter((one) => one === column || one.edit?.standsFor === column.key).map((one) => one.key),
    }))
  required.set(spec, made)
  return made
}

const isEmpty = (value: CellValue | undefined): boolean => value === undefined || value === null || value === ''

/** Empty text is '', any other empty cell null; a value of another type than the column's is refused. */
function stored(column: ColumnSpec, value: CellValue): CellValue {
  if (value === null || value === '') return column.type === 'text' ? '' : null
  switch (column.type) {
    case 'text':
      return String(value)
    case 'number':
    case 'money':
    case 'hundredths':
      if (typeof value === 'number' && Number.isFinite(value)) return value
      throw new AppError('invalid-input', `${column.title}: «${value}» — нужно число.`)
    case 'boolean':
      if (typeof value === 'boolean') return value
      throw new AppError('invalid-input', `${column.title}: «${value}» — нужно «да» или «нет».`)
    case 'choice':
      if (typeof value === 'string' && Object.hasOwn(column.choices ?? {}, value)) return value
      throw new AppError(
        'invalid-input',
        `${column.title}: «${value}» — такого значения нет. Есть: ${Object.values(column.choices ?? {}).join(', ')}.`,
      )
    case 'date':
      if (typeof value === 'string') return value
      throw new AppError('invalid-input', `${column.title}: «${value}» — нужна дата.`)
  }
}
