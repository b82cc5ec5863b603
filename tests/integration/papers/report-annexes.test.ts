import { join } from 'node:path'
import type { Output } from '@shared/contract'
import type { Figure } from '@shared/contract/report-content'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { saveByLibreOffice, soffice } from '../support/excel'
import { type TestStore, temporaryFolder, testStore } from '../support/store'

/** Annexes as LibreOffice recalculates them: every figure is the report's own, and most are counted by formulas. */

const today = '2026-11-21'
type Data = Output<'reports.gather'>

async function sample(): Promise<{ store: TestStore; id: number; data: Data }> {
  const store = await testStore({ today })
  await store.call('app.initialise', { mode: 'demo', today })
  const report = await store.call('reports.blank', { schoolYear: '2025-2026' })
  const { id } = await store.call('reports.save', { id: null, revision: null, report })
  return { store, id, data: await store.call('reports.gather', { id }) }
}

const open = async (file: string): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  return book
}

/** exceljs loses a counted nought on reading. */
const plain = (value: ExcelJS.CellValue): unknown =>
  value !== null && typeof value === 'object' && 'formula' in value ? (value.result ?? 0) : value

const number = ({ unit }: Figure, value: number | null): number | null =>
  value === null ? null : value / (unit === 'count' ? 1 : unit === 'tenths' ? 10 : 100)

describe.skipIf(soffice === null)('annexes of the annual report', () => {
  test('say the figures of the report after recalculation, and leave personal data out', {
    timeout: 180_000,
  }, async () => {
    const { store, id, data } = await sample()
    const out = join(temporaryFolder(), 'annexes.xlsx')
    await store.call('papers.report', { reportId: id, out })
    const written = await open(out)
    // Without the results that were written, LibreOffice has to count.
    const formulas: { sheet: string; address: string; formula: string }[] = []
    for (const sheet of written.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.type !== ExcelJS.ValueType.Formula) return
          formulas.push({ sheet: sheet.name, address: cell.address, formula: cell.formula })
          cell.value = { formula: cell.formula } as ExcelJS.CellValue
        }),
      )
    }
    const emptied = join(temporaryFolder(), 'emptied.xlsx')
    await written.xlsx.writeFile(emptied)
    const [file = ''] = saveByLibreOffice([emptied], temporaryFolder(), 'xlsx')
    const book = await open(file)

    let compared = 0
    const tables = data.report.sections.flatMap(({ uid, pieces }) =>
      pieces.flatMap(
        ({ part }) => data.contents[uid]?.parts.filter((one) => one.key === part && one.form === 'table') ?? [],
      ),
    )
    for (const [index, part] of tables.entries()) {
      if (part.form !== 'table') continue
      const sheet = book.getWorksheet(`Таблица ${index + 1}`)
      expect(sheet, part.title).toBeDefined()
      for (const [at, row] of part.rows.entries()) {
        const shown = ((sheet?.getRow(4 + at).values ?? []) as ExcelJS.CellValue[]).map(plain)
        for (const said of row.cells) {
          const figure = part.figures.find(({ key }) => key === said.figure)
          if (figure === undefined || figure.value === null) continue
          compared += 1
          expect(shown, `${part.title}, ${figure.title}`).toContain(number(figure, figure.value))
        }
      }
    }
    const lines = book.getWorksheet('Показатели')
    let at = 4
    for (const { uid } of data.report.sections) {
      for (const part of data.contents[uid]?.parts ?? []) {
        if (part.form === 'table') continue
        for (const figure of part.figures.filter(({ value }) => value !== null)) {
          expect(lines?.getCell(at, 2).value).toBe(figure.title)
          expect(plain(lines?.getCell(at, 3).value ?? null), figure.title).toBe(number(figure, figure.value))
          compared += 1
          at += 1
        }
      }
    }
    expect(compared).toBeGreaterThan(20)
    const counted = formulas.filter(({ sheet }) => sheet === 'Показатели' || sheet.startsWith('Таблица'))
    if (process.env.SEED)
      console.log(
        compared,
        counted.length,
        counted.slice(0, 12),
        written.worksheets.map(({ name }) => name),
      )
    expect(counted.length).toBeGreaterThan(compared * 0.5)

    const people = written.getWorksheet('Библиотекари')
    const heads = (people?.getRow(1).values ?? []) as unknown[]
    expect(heads).toContain('ФИО')
    for (const personal of ['Дата рождения', 'Телефон', 'Эл. почта']) expect(heads).not.toContain(personal)
    for (const sheet of written.worksheets) {
      expect(sheet.pageSetup.fitToWidth, sheet.name).toBe(1)
      expect(sheet.pageSetup.printTitlesRow, sheet.name).toBeTruthy()
      expect(sheet.getCell(1, 1).font?.name, sheet.name).toBe('Times New Roman')
    }
  })
})
