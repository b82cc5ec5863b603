import { beforeEach, describe, expect, it } from 'vitest'
import { school, textbook } from '../../support/records'
import { cli } from '../support/cli'
import { type TestStore, testStore } from '../support/store'
import { prepared, rowsOf, workbook } from './support'

/** A school's own file: FORMS §4, no keys, no school in the rows, books told by several columns. */
const head = ['№ п/п', 'Предмет', 'Класс', 'Автор, название', 'Издательство', 'Год издания', 'Количество', 'Цена, руб.']
const rows = [
  [1, 'Алгебра', 7, 'Рябинин К. О. Алгебра', 'ООО «Ясень»', 2020, 28, 450],
  [2, 'Алгебра', 8, 'Рябинин К. О. Алгебра', 'Ясень', 2021, 15, 470.5],
  [3, 'Букварь', 1, 'Букварь', '', 2019, 0, 300],
  ['', '', '', 'Итого', '', '', 43, ''],
]

let test: TestStore
beforeEach(async () => {
  test = await testStore({ today: '2026-11-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
  for (const one of ['СОШ № 1', 'СОШ № 2']) {
    await test.call('schools.save', { id: null, revision: null, school: school(one) })
  }
  const books = [
    textbook('Алгебра', { fplCode: '1.1.2.4.1.1.1.' }),
    textbook('Алгебра', { gradeFrom: 8, gradeTo: 8, fplCode: '1.1.2.4.1.1.2.' }),
    textbook('Алгебра', { gradeFrom: 8, gradeTo: 8, publisher: 'Сорока' }),
    textbook('Букварь', { gradeFrom: 1, gradeTo: 1, subject: 'Букварь' }),
  ]
  for (const one of books) await test.call('textbooks.save', { id: null, revision: null, textbook: one })
})

const balances = async () =>
  (await test.call('holdings.list', {})).rows.map(
    ({ school: name, textbook: book, publicationYear, price, copies }) => [name, book, publicationYear, price, copies],
  )

async function compared(data: readonly (readonly (string | number)[])[], constant: string | null = 'СОШ № 1') {
  const file = await workbook([['Фонд учебников на 20.11.2026'], head, ...data])
  const seen = await test.call('imports.inspect', { file, list: 'holdings' })
  const run = await test.call('imports.prepare', {
    file,
    list: 'holdings',
    sheet: seen.sheet,
    headRow: seen.headRow ?? 0,
    columns: seen.columns.flatMap(({ index, column }) => (column === null ? [] : [{ index, column }])),
    constants: constant === null ? [] : [{ column: 'school', value: constant }],
  })
  return { seen, run }
}

describe("a school's own file of its holdings", () => {
  it('is understood, compared, and booked as corrections of the day', async () => {
    const { seen, run } = await compared(rows)
    expect(seen.columns.map((one) => one.column)).toEqual([
      null,
      'subject',
      'grades',
      'textbook',
      'publisher',
      'publicationYear',
      'copies',
      'price',
    ])
    expect(await rowsOf(test, run.id, 'fault')).toEqual([])
    expect(run.counts).toMatchObject({ new: 2, fault: 0, skipped: 2 })
    await test.call('imports.apply', { id: run.id })
    expect(await balances()).toEqual([
      ['СОШ № 1', 'Алгебра. 7 класс. Рябинин К. О. (Ясень)', 2020, 45_000, 28],
      ['СОШ № 1', 'Алгебра. 8 класс. Рябинин К. О. (Ясень)', 2021, 47_050, 15],
    ])
    const moves = await test.call('movements.list', {})
    expect(moves.rows.map((one) => [one.date, one.kind, one.copies])).toEqual([
      ['2026-11-20', 'correction', 15],
      ['2026-11-20', 'correction', 28],
    ])
    // The same file again changes nothing; another count shows what was and what is to be.
    expect((await compared(rows)).run.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 })
    const recounted = rows.map((row) => (row[0] === 1 ? row.with(6, 25) : row))
    const again = await compared(recounted)
    expect(again.run.counts).toMatchObject({ new: 0, changed: 1, unchanged: 1 })
    expect((await rowsOf(test, again.run.id, 'changed'))[0]?.cells).toEqual([
      { column: 'copies', before: 28, after: 25, conflict: false },
    ])
    await test.call('imports.apply', { id: again.run.id })
    expect((await balances())[0]?.at(-1)).toBe(25)
    await test.call('history.undo', {})
    expect((await balances())[0]?.at(-1)).toBe(28)
    await test.call('history.undo', {})
    expect(await balances()).toEqual([])
    expect(await test.call('app.check', {})).toEqual({ ok: true, problems: [] })
  })

  it('without the school says so in every row; a school that is not there is refused at once', async () => {
    const { run } = await compared(rows, null)
    expect(run.counts.fault).toBe(2)
    const file = await workbook([head, ...rows])
    const refused = await test.failure('imports.prepare', {
      file,
      list: 'holdings',
      sheet: 'Лист1',
      headRow: 1,
      columns: [
        { index: 3, column: 'textbook' },
        { index: 6, column: 'copies' },
      ],
      constants: [{ column: 'school', value: 'СОШ № 99' }],
    })
    expect(refused).toMatchObject({ code: 'not-found', path: 'constants.school' })
  })

  it('with a book of two editions that the row does not tell apart asks which', async () => {
    const { run } = await compared([[1, 'Алгебра', 8, 'Рябинин К. О. Алгебра', '', 2021, 15, 470]])
    const [row] = await rowsOf(test, run.id, 'fault')
    expect(row?.faults[0]?.text).toContain('подходят несколько учебников')
  })

  it('finds a lot of no known year or price as such', async () => {
    const unknown = [[1, 'Алгебра', 7, 'Рябинин К. О. Алгебра', 'Ясень', '', 12, '']]
    const first = await compared(unknown)
    await test.call('imports.apply', { id: first.run.id })
    expect((await compared(unknown)).run.counts).toMatchObject({ unchanged: 1, new: 0 })
    expect((await compared(rows)).run.counts).toMatchObject({ new: 2 })
    expect(await balances()).toHaveLength(1)
  })

  it('cannot be taken back once its books have gone, and says so', async () => {
    const { run } = await compared(rows)
    await test.call('imports.apply', { id: run.id })
    const [lot] = (await test.call('holdings.list', {})).rows
    if (!lot) throw new Error('No lot')
    await test.call('holdings.correct', { lotId: lot.id, date: '2026-11-20', copies: 0, document: 'акт', note: '' })
    const refused = await test.failure('imports.undo', { id: run.id })
    expect(refused.code).toBe('import-undo-blocked')
    expect(refused.message).toContain('остаток стал бы меньше нуля')
    await test.call('history.undo', {})
    await test.call('imports.undo', { id: run.id })
    expect(await balances()).toEqual([])
  })
})

it('a workbook of our own comes back with another count; its lot is not rewritten', async () => {
  const { run } = await compared(rows)
  await test.call('imports.apply', { id: run.id })
  const other = await workbook([
    ['Школа', 'Учебник', 'Год издания', 'Цена', 'Источник средств', 'Экземпляров'],
    ['СОШ № 1', 'Алгебра. 7 класс. Рябинин К. О. (Ясень)', 2020, 450, 'не указан', 30],
    ['СОШ № 2', 'Алгебра. 7 класс. Рябинин К. О. (Ясень)', 2020, 450, 'федеральный бюджет', 4],
  ])
  const back = await prepared(test, other, 'holdings')
  expect(back.run.counts).toMatchObject({ new: 1, changed: 1, fault: 0 })
  await test.call('imports.apply', { id: back.run.id })
  expect((await test.call('holdings.list', {})).totals.copies).toBe(30 + 15 + 4)
})

it('movements come in from a file', async () => {
  const file = await workbook([
    ['Дата поступления', 'Школа', 'Учебник', 'Класс', 'Год издания', 'Цена', 'Кол-во экз.', 'Накладная'],
    ['01.09.2025', 'СОШ № 1', 'Рябинин К. О. Алгебра', 7, 2025, 612.4, 30, '№ 18'],
    ['05.09.2025', 'СОШ № 2', 'Букварь', 1, 2025, 500, 12, '№ 19'],
  ])
  const { run } = await prepared(test, file, 'movements')
  expect(run.counts).toMatchObject({ new: 2, fault: 0 })
  await test.call('imports.apply', { id: run.id })
  expect(
    (await test.call('movements.list', {})).rows.map((row) => [row.date, row.kind, row.copies, row.document]),
  ).toEqual([
    ['2025-09-05', 'receipt', 12, '№ 19'],
    ['2025-09-01', 'receipt', 30, '№ 18'],
  ])
  expect((await prepared(test, file, 'movements')).run.counts).toMatchObject({ unchanged: 2, new: 0 })
})

it('the command line names the school once', async () => {
  const file = await workbook([head, ...rows])
  await test.store.close()
  const data = ['--data', test.dir]
  const done = await cli(['import', file, '--as', 'holdings', '--set', 'школа=СОШ № 2', ...data, '--json'])
  expect(done.error).toBe('')
  expect(done.json<{ kind: string; added: number }>()).toMatchObject({ kind: 'holdings', added: 2 })
  const listed = await cli(['list', 'holdings', ...data, '--json'])
  expect(listed.json<{ total: number }>().total).toBe(2)
  const wrong = await cli(['import', file, '--as', 'holdings', '--set', 'школа', ...data])
  expect(wrong.code).toBe(2)
  await test.reopen()
})
