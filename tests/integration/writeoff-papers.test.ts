import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { WriteOffReason } from '@shared/contract/writeoff'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { saveByLibreOffice, soffice } from './support/excel'
import { type Fund, fund } from './support/fund'

type Sheet = (string | number)[][]

/** Values of a workbook's cells as Excel shows them; a formula's is what it came to when the file was saved. */
async function sheetsOf(file: string): Promise<Record<string, Sheet>> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  return Object.fromEntries(
    book.worksheets.map((sheet) => {
      const rows: Sheet = []
      sheet.eachRow((row) => {
        const cells: (string | number)[] = []
        row.eachCell({ includeEmpty: true }, (cell) => {
          const value = cell.value as string | number | null | { result?: number }
          cells.push(typeof value === 'object' && value !== null ? (value.result ?? '') : (value ?? ''))
        })
        rows.push(cells)
      })
      return [sheet.name, rows]
    }),
  )
}

/** Booked acts of two schools and three reasons, a draft and a reversed one that do not count. */
async function filled(test: Fund): Promise<void> {
  const act = async (
    school: 0 | 1 | 2,
    reason: WriteOffReason,
    lines: [title: string, year: number, price: number, copies: number][],
  ): Promise<number> => {
    const lots: [number, number][] = []
    for (const [title, year, price, copies] of lines) {
      lots.push([await test.lot({ school, title, year, price, copies: copies + 5 }), copies])
    }
    const schoolId = test.schools[school]
    const { number } = await test.call('writeOffs.blank', { schoolId, date: '2026-11-20' })
    return test.act(lots, { schoolId, reason, number, reasonText: reason === 'other' ? 'залиты' : '' })
  }
  const book = async (id: number): Promise<void> => void (await test.call('writeOffs.book', { id }))
  await book(
    await act(0, 'outdated', [
      ['Алгебра', 2015, 485_55, 12],
      ['Физика', 0, 0, 3],
    ]),
  )
  await book(await act(0, 'worn', [['Алгебра', 2016, 500_10, 7]]))
  await book(await act(1, 'other', [['Алгебра', 2015, 485_55, 1]]))
  await act(2, 'worn', [['Химия', 2010, 100_00, 4]])
  const reversed = await act(2, 'lost', [['Химия', 2011, 100_00, 4]])
  await book(reversed)
  await test.call('writeOffs.reverse', { id: reversed, on: '2026-11-20' })
}

describe('the consolidated workbook', () => {
  const expected = {
    'Школы и причины': [
      [
        '№',
        'Школа',
        'Актов',
        'устарелость по содержанию, экз.',
        'ветхость, экз.',
        'иное, экз.',
        'Всего, экз.',
        'Стоимость, руб.',
      ],
      [1, 'СОШ № 1', 2, 15, 7, 0, 22, 9327.3],
      [2, 'СОШ № 2', 1, 0, 0, 1, 1, 485.55],
      ['ИТОГИ', '', 3, 15, 7, 1, 23, 9812.85],
    ],
    'По учебникам': [
      ['№', 'Учебник', 'Предмет', 'Класс', 'Школ', 'Экземпляров', 'Стоимость, руб.'],
      [1, 'Алгебра. 7 класс. Васильков А. А. (Учёба)', 'Математика', '7', 2, 20, 9812.85],
      [2, 'Физика. 7 класс. Васильков А. А. (Учёба)', 'Математика', '7', 1, 3, 0],
      ['ИТОГИ', '', '', '', '', 23, 9812.85],
    ],
    'По годам издания': [
      ['Год издания', 'Названий', 'Экземпляров', 'Стоимость, руб.'],
      [2015, 1, 13, 6312.15],
      [2016, 1, 7, 3500.7],
      ['не указан', 1, 3, 0],
      ['ИТОГИ', '', 23, 9812.85],
    ],
    'Списанные за год': [
      ['Лет использования', 'Количество', 'Причина', 'Стоимость, тыс. руб.'],
      [10, 7, 'ветхость', 3.5007],
      [11, 1, 'иное', 0.48555],
      [11, 12, 'устарелость по содержанию', 5.8266],
      ['не указано', 3, 'устарелость по содержанию', 0],
      ['ИТОГИ', 23, '', 9.81285],
    ],
  }
  const tables = (sheets: Record<string, Sheet>): Record<string, Sheet> =>
    Object.fromEntries(
      Object.entries(sheets).map(([name, rows]) => {
        const head = rows.findIndex((row) => row.length > 2 && new Set(row).size > 2)
        return [
          name,
          rows
            .slice(head)
            .map((row) => row.map((cell) => (typeof cell === 'number' ? Math.round(cell * 1e5) / 1e5 : cell))),
        ]
      }),
    )

  it('has the figures of the acts that are booked', async () => {
    const test = await fund()
    await filled(test)
    const out = join(test.dir, 'свод.xlsx')
    await test.call('papers.writeOffSummary', { campaignId: null, from: null, to: null, out })
    expect(tables(await sheetsOf(out))).toEqual(expected)
    const none = join(test.dir, 'пусто.xlsx')
    await test.call('papers.writeOffSummary', { campaignId: null, from: '2027-01-01', to: null, out: none })
    expect((await sheetsOf(none))['По годам издания']?.at(-1)).toEqual(['ИТОГИ', '', 0, 0])
  })

  it.skipIf(soffice === null)('comes to the same when LibreOffice works its formulas out', async () => {
    const test = await fund()
    await filled(test)
    const out = join(test.dir, 'свод.xlsx')
    await test.call('papers.writeOffSummary', { campaignId: null, from: null, to: null, out })
    // What our writer says the formulas come to is taken out, so that only their own working is read.
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(out)
    let formulas = 0
    for (const sheet of book.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.formula === undefined || cell.formula === '') return
          formulas += 1
          cell.value = { formula: cell.formula, result: undefined } as unknown as ExcelJS.CellValue
        }),
      )
    }
    expect(formulas).toBe(2 + 6 + 2 + 2 + 2)
    const bare = join(test.dir, 'формулы.xlsx')
    await book.xlsx.writeFile(bare)
    const [saved = ''] = saveByLibreOffice([bare], join(test.dir, 'saved'), 'xlsx')
    expect(tables(await sheetsOf(saved))).toEqual(expected)
  })
})

it('an act is written to Word, its form is a setting', async () => {
  const test = await fund()
  const id = await test.act([[await test.lot({ copies: 3 }), 1]])
  const out = join(test.dir, 'акт.docx')
  await test.call('papers.writeOffAct', { id, out })
  expect(existsSync(out)).toBe(true)
  const form = await test.call('writeOffs.form', {})
  expect(form.okud).toBe('0504144')
  await test.call('writeOffs.saveForm', { form: { ...form, okud: '0504999' } })
  expect((await test.call('writeOffs.form', {})).okud).toBe('0504999')
  await test.call('history.undo', {})
  expect((await test.call('writeOffs.form', {})).okud).toBe('0504144')
})
