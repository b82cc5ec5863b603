import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { school } from '../../support/records'
import { type TestStore, temporaryFolder, testStore } from '../support/store'
import { prepared, rowsOf, workbook } from './support'

/** Files this program has written come back with what people changed in them. */

async function district(): Promise<TestStore> {
  const test = await testStore({ today: '2026-11-21' })
  for (const name of ['СОШ № 1', 'СОШ № 2', 'СОШ № 3']) {
    await test.call('schools.save', { id: null, revision: null, school: school(name, { phone: '111' }) })
  }
  return test
}

async function exported(test: TestStore): Promise<string> {
  const out = join(temporaryFolder(), 'школы.xlsx')
  await test.call('papers.list', { list: 'schools', query: {}, columns: ['shortName', 'phone', 'locality'], out })
  return out
}

/** Saves the file with other values in the cells named, as a person in Excel would. */
async function edited(
  file: string,
  change: (sheet: ExcelJS.Worksheet, column: (title: string) => number) => void,
): Promise<void> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('No sheet')
  change(sheet, (title) => {
    for (let row = 1; row <= 5; row++) {
      for (let column = 1; column <= 10; column++) if (sheet.getCell(row, column).value === title) return column
    }
    throw new Error(`No column ${title}`)
  })
  await book.xlsx.writeFile(file)
}

function rowOf(sheet: ExcelJS.Worksheet, text: string): number {
  let found = 0
  sheet.eachRow((row, number) => {
    row.eachCell((cell) => {
      if (cell.value === text) found = number
    })
  })
  return found
}

const setPhone = (test: TestStore, id: number, phone: string): Promise<unknown> =>
  test.call('lists.edit', { list: 'schools', rows: [{ id, cells: { phone } }] })

it('an untouched file changes nothing, whatever the data have become meanwhile', async () => {
  const test = await district()
  const file = await exported(test)
  await setPhone(test, 1, '222')
  const { seen, run } = await prepared(test, file)
  expect(seen).toMatchObject({ list: 'schools', ownKeys: true })
  expect(run.counts).toMatchObject({ new: 0, changed: 0, conflict: 0, fault: 0, unchanged: 3 })
})

it('three ways: the file’s own changes come in, what both changed is a conflict to be decided', async () => {
  const test = await district()
  const file = await exported(test)
  await edited(file, (sheet, column) => {
    sheet.getCell(rowOf(sheet, 'СОШ № 1'), column('Телефон')).value = '333'
    sheet.getCell(rowOf(sheet, 'СОШ № 2'), column('Телефон')).value = '444'
    // Known by its key, a record may be called otherwise.
    sheet.getCell(rowOf(sheet, 'СОШ № 3'), column('Школа')).value = 'Гимназия № 3'
  })
  await setPhone(test, 1, '222')
  const { run } = await prepared(test, file)
  expect(run.counts).toMatchObject({ new: 0, changed: 2, conflict: 1, fault: 0 })
  expect(await rowsOf(test, run.id, 'conflict')).toMatchObject([
    { id: 1, choice: null, cells: [{ column: 'phone', before: '222', after: '333', conflict: true }] },
  ])
  expect(await test.failure('imports.apply', { id: run.id })).toMatchObject({ code: 'import-conflicts' })
  await test.call('imports.choose', { id: run.id, row: null, choice: 'data' })
  expect(await test.call('imports.apply', { id: run.id })).toMatchObject({ added: 0, changed: 2 })
  expect(await test.failure('imports.apply', { id: run.id })).toMatchObject({ code: 'import-done' })
  const { rows } = await test.call('schools.list', { sort: [{ column: 'phone', desc: false }] })
  expect(rows.map((row) => [row.shortName, row.phone])).toEqual([
    ['Гимназия № 3', '111'],
    ['СОШ № 1', '222'],
    ['СОШ № 2', '444'],
  ])
})

it('what was changed after the comparison is not written over', async () => {
  const test = await district()
  const file = await workbook([
    ['Школа', 'Телефон'],
    ['СОШ № 1', '555'],
  ])
  const { run } = await prepared(test, file)
  await setPhone(test, 1, '222')
  expect(await test.failure('imports.apply', { id: run.id })).toMatchObject({ code: 'import-stale', path: 'rows.2' })
  expect((await test.call('history.stack', {})).undo?.title).toMatch(/^Правка списка/)
})

it('an import is taken back later, unless its rows were changed since', async () => {
  const test = await district()
  const first = await prepared(
    test,
    await workbook([
      ['Школа', 'Телефон'],
      ['СОШ № 9', '9'],
      ['СОШ № 2', '99'],
    ]),
  )
  await test.call('imports.apply', { id: first.run.id })
  await setPhone(test, 1, '222')
  await test.call('imports.undo', { id: first.run.id })
  const after = await test.call('schools.list', { sort: [{ column: 'shortName', desc: false }] })
  expect(after.rows.map((row) => [row.shortName, row.phone])).toEqual([
    ['СОШ № 1', '222'],
    ['СОШ № 2', '111'],
    ['СОШ № 3', '111'],
  ])
  expect(await test.call('imports.get', { id: first.run.id })).toMatchObject({ state: 'undone' })
  expect(await test.failure('imports.undo', { id: first.run.id })).toMatchObject({ code: 'nothing-to-undo' })

  const second = await prepared(
    test,
    await workbook([
      ['Школа', 'Телефон'],
      ['СОШ № 2', '77'],
    ]),
  )
  await test.call('imports.apply', { id: second.run.id })
  await setPhone(test, 2, '78')
  expect(await test.failure('imports.undo', { id: second.run.id })).toMatchObject({ code: 'import-undo-blocked' })
  expect((await test.call('app.check', {})).ok).toBe(true)
})

it('namesakes, repeated rows and totals are told apart', async () => {
  const test = await district()
  const file = await workbook([
    ['ФИО', 'Дата рождения', 'Школа', 'Должность'],
    ['Выдуманная Анна Петровна', '01.02.1980', 'СОШ № 1', 'библиотекарь'],
    ['Выдуманная Анна Петровна', '03.04.1990', 'СОШ № 2', 'библиотекарь'],
    ['Выдуманная Анна Петровна', '03.04.1990', 'СОШ № 2', 'библиотекарь'],
    ['Другая Мария', '31.02.1990', 'СОШ № 2', 'библиотекарь'],
    ['Третья Софья', '', 'СОШ № 404', 'библиотекарь'],
    ['Итого: 4'],
  ])
  const { run } = await prepared(test, file)
  expect(run.counts).toEqual({ new: 2, changed: 0, conflict: 0, fault: 2, unchanged: 0, skipped: 2 })
  expect((await rowsOf(test, run.id, 'skipped')).map((row) => row.note)).toEqual(['повтор строки 3', 'строка итогов'])
  const faults = (await rowsOf(test, run.id, 'fault')).flatMap((row) => row.faults)
  expect(faults.map((fault) => [fault.cell, fault.found])).toEqual([
    ['B5', '31.02.1990'],
    ['C6', 'СОШ № 404'],
  ])
})
