import { basename } from 'node:path'
import type { ImportCounts, ImportRun } from '@shared/contract/imports'
import type { CellValue, ColumnSpec } from '@shared/contract/lists'
import { AppError } from '@shared/errors'
import type { JobContext } from '../../context'
import { databaseId } from '../../database/database-id'
import { listRecord } from '../../lists/all'
import { type AnyListRecord, columnSpec } from '../../lists/record'
import { readCell } from '../cells/read-cell'
import { openTable } from '../reading/client'
import { headingText, headOf, sourceOf } from '../recognising/head'
import { ownKeyOf } from '../recognising/inspect'
import { previewOf, type SheetPreview } from '../recognising/preview'
import { RowSorter } from './classify'
import type { TakenColumn } from './faults'
import { type Candidate, Judge, type Plan } from './judge'

export interface PrepareInput {
  file: string
  list: string
  sheet: string
  headRow: number
  columns: readonly { index: number; column: string }[]
  constants: readonly { column: string; value: string }[]
}

/** Rows compared and handed to the writer at a time. */
const portion = 500

/**
 * Compares a sheet with the data and stages what it found, portion by portion: neither the file nor its rows are ever held
 * whole. Cancelled or failed, it leaves nothing behind.
 */
export async function prepare(context: JobContext, input: PrepareInput): Promise<ImportRun> {
  const list = listRecord(input.list)
  context.progress(0, null, 'Открывается файл')
  const preview = await previewOf(input.file, (text) => context.progress(0, null, text))
  const sheet = preview.sheets.find((one) => one.name === input.sheet)
  if (!sheet) {
    throw new AppError('invalid-input', `В файле «${basename(input.file)}» нет листа «${input.sheet}».`, 'sheet')
  }
  const plan = planOf(context, list, sheet, input)
  const { id } = (await context.command('imports.begin', {
    list: input.list,
    file: basename(input.file),
    sheet: input.sheet,
    match: matchOf(sheet, input),
  })) as { id: number }
  try {
    const counts = await stage(context, plan, id, input.file, sheet)
    return (await context.command('imports.ready', { id, counts })) as ImportRun
  } catch (error) {
    await context.command('imports.drop', { id })
    throw error
  }
}

function planOf(context: JobContext, list: AnyListRecord, sheet: SheetPreview, input: PrepareInput): Plan {
  const { spec } = list.source
  const head = headOf(sheet, input.headRow)
  const key = input.headRow === 0 ? null : ownKeyOf(head)
  const seen = new Set<string>()
  const taken: TakenColumn[] = []
  for (const { index, column: name } of input.columns) {
    if (name === '$key') continue
    const column = columnSpec(spec, name)
    if (!column?.edit && column?.tells === undefined) {
      throw new AppError(
        'invalid-input',
        column
          ? `Столбец «${column.title}» считается по другим данным, его нельзя загрузить.`
          : `В списке «${spec.title}» нет столбца «${name}».`,
        'columns',
      )
    }
    if (seen.has(name)) {
      throw new AppError('invalid-input', `Столбец «${column.title}» выбран дважды. Оставьте один из них.`, 'columns')
    }
    seen.add(name)
    taken.push({ index, column, heading: input.headRow === 0 ? '' : headingText(head.parts[index]) })
  }
  if (taken.length === 0) {
    throw new AppError('invalid-input', 'Не выбрано ни одного столбца. Укажите, что есть что в файле.', 'columns')
  }
  const constants = constantsOf(context, list, input.constants, seen)
  // A file of our own says all itself.
  const headed = key === null ? (spec.headed ?? []).flatMap((name) => columnSpec(spec, name) ?? []) : []
  const used = key !== null && key.key.list === spec.name && key.key.databaseId === databaseId(context.raw)
  return {
    list,
    sheet: sheet.name,
    headRow: input.headRow,
    taken,
    columns: [...new Set([...taken.map((one) => one.column), ...constants.columns, ...headed])].filter(
      (column) => column.edit,
    ),
    constants: constants.values,
    headed,
    key: key && { index: key.index, head: key.key, ours: used },
  }
}

/** @throws AppError with path `constants.<column>` */
function constantsOf(
  context: JobContext,
  list: AnyListRecord,
  given: PrepareInput['constants'],
  taken: ReadonlySet<string>,
): { columns: ColumnSpec[]; values: Record<string, CellValue> } {
  const { spec } = list.source
  const columns: ColumnSpec[] = []
  const values: Record<string, CellValue> = {}
  for (const { column: name, value: text } of given) {
    const column = columnSpec(spec, name)
    const path = `constants.${name}`
    const set = list.set[name]
    if (!column?.edit || !set) {
      throw new AppError(
        'invalid-input',
        `В списке «${spec.title}» нельзя задать «${column?.title ?? name}» для всех строк.`,
        path,
      )
    }
    if (taken.has(name)) {
      throw new AppError(
        'invalid-input',
        `Столбец «${column.title}» есть в файле: значение для всех строк не нужно.`,
        path,
      )
    }
    const read = readCell(column, text, false)
    if (!read.ok) {
      throw new AppError(
        'invalid-input',
        `${column.title} для всех строк: «${read.found}» — нужно: ${read.expected}.`,
        path,
      )
    }
    if (read.value === null || read.value === '') continue
    try {
      set(list.blank(context), read.value, context)
    } catch (error) {
      throw error instanceof AppError ? new AppError(error.code, error.message, path) : error
    }
    columns.push(column)
    values[name] = read.value
  }
  return { columns, values }
}

function matchOf(sheet: SheetPreview, input: PrepareInput): { source: string; columns: (string | null)[] } {
  const columns: (string | null)[] = []
  for (const { index, column } of input.columns) {
    while (columns.length <= index) columns.push(null)
    columns[index] = column
  }
  return { source: input.headRow === 0 ? '' : sourceOf(headOf(sheet, input.headRow)), columns }
}

const noCounts = (): ImportCounts => ({ new: 0, changed: 0, conflict: 0, fault: 0, unchanged: 0, skipped: 0 })

async function stage(
  context: JobContext,
  plan: Plan,
  id: number,
  file: string,
  sheet: SheetPreview,
): Promise<ImportCounts> {
  const counts = noCounts()
  const judge = new Judge(context, plan)
  await judge.load()
  const table = await openTable(file)
  try {
    const { merges } = sheet
    const needed = new Set([
      ...plan.list.source.spec.identity.flat(),
      ...plan.columns.filter((column) => column.edit?.required).map((column) => column.key),
    ])
    const sorter = new RowSorter(plan.taken, needed, merges, plan.headRow + 1, plan.list.heading)
    let waiting: Candidate[] = []
    const flush = async (): Promise<void> => {
      const rows = await judge.judge(waiting)
      waiting = []
      for (const row of rows) counts[row.kind]++
      await context.command('imports.stage', { id, rows })
    }
    let read = 0
    for await (const { rows } of table.rows(sheet.index)) {
      for (const row of rows) {
        read++
        if (row.row <= plan.headRow) continue
        const { cells, note, headed } = sorter.sort(row)
        waiting.push({ row: { ...row, cells: [...cells] }, note, headed })
        if (waiting.length >= portion) await flush()
      }
      context.progress(read, sheet.rows, `Сравнено строк: ${read} из ${sheet.rows}`)
    }
    if (waiting.length > 0) await flush()
    return counts
  } finally {
    await table.close()
  }
}
