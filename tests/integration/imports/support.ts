import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileInspection, ImportRow, ImportRun } from '@shared/contract/imports'
import ExcelJS from 'exceljs'
import { type TestStore, temporaryFolder } from '../support/store'

type Cell = ExcelJS.CellValue

/** A workbook of one sheet. */
export async function workbook(
  rows: readonly (readonly Cell[])[],
  options: { name?: string; sheet?: string; merges?: readonly string[] } = {},
): Promise<string> {
  const file = join(temporaryFolder(), options.name ?? 'файл.xlsx')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(options.sheet ?? 'Лист1')
  for (const row of rows) sheet.addRow([...row])
  for (const merge of options.merges ?? []) sheet.mergeCells(merge)
  await book.xlsx.writeFile(file)
  return file
}

export function textFile(text: string | Buffer, name = 'файл.csv'): string {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, text)
  return file
}

/** Looks at a file and compares it as it was understood. */
export async function prepared(
  test: TestStore,
  file: string,
  list: string | null = null,
): Promise<{ seen: FileInspection; run: ImportRun }> {
  const seen = await test.call('imports.inspect', { file, list })
  if (seen.list === null || seen.headRow === null) throw new Error(`Not recognised: ${JSON.stringify(seen)}`)
  const run = await test.call('imports.prepare', {
    file,
    list: seen.list,
    sheet: seen.sheet,
    headRow: seen.headRow,
    columns: seen.columns.flatMap(({ index, column }) => (column === null ? [] : [{ index, column }])),
  })
  return { seen, run }
}

export async function rowsOf(test: TestStore, id: number, kind: ImportRow['kind']): Promise<ImportRow[]> {
  return (await test.call('imports.rows', { id, kind })).rows
}
