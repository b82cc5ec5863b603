import { join } from 'node:path'
import { openTable } from '@store/imports/reading/client'
import type { FileRow, Merge } from '@store/imports/reading/types'
import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../support/store'

async function everything(file: string): Promise<{ name: string; rows: FileRow[]; merges: readonly Merge[] }[]> {
  const table = await openTable(file)
  try {
    const sheets: { name: string; rows: FileRow[]; merges: readonly Merge[] }[] = []
    for (const [index, { name }] of table.info.sheets.entries()) {
      const merges = await table.merges(index)
      const rows: FileRow[] = []
      for await (const portion of table.rows(index)) rows.push(...portion.rows)
      sheets.push({ name, rows, merges })
    }
    return sheets
  } finally {
    await table.close()
  }
}

it('reads cells of a workbook as typed as they are', async () => {
  const file = join(temporaryFolder(), 'книга.xlsx')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Лист «1»')
  sheet.addRow([
    'Текст',
    12.5,
    true,
    new Date('2023-09-08T00:00:00Z'),
    { formula: 'B1*2', result: 25 },
    null,
    { error: '#REF!' },
  ])
  sheet.addRow([])
  sheet.addRow([{ richText: [{ text: 'бо' }, { text: 'гатый ' }] }, 0.5])
  sheet.getCell('B3').numFmt = '0%'
  sheet.getRow(3).hidden = true
  sheet.mergeCells('A3:A5')
  await book.xlsx.writeFile(file)
  expect(await everything(file)).toEqual([
    {
      name: 'Лист «1»',
      merges: [{ top: 3, bottom: 5, left: 0, right: 0 }],
      rows: [
        {
          row: 1,
          hidden: false,
          cells: [
            'Текст',
            12.5,
            true,
            { kind: 'date', date: '2023-09-08', time: null },
            25,
            null,
            { kind: 'error', text: '#ССЫЛКА!' },
          ],
        },
        { row: 3, hidden: true, cells: ['богатый ', { kind: 'percent', value: 0.5 }] },
      ],
    },
  ])
})
