import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { type FplBook, fplBooks, writeFpl } from '../../support/fpl'
import { cli } from '../support/cli'
import { dumpOf } from '../support/dump'
import { type TestStore, temporaryFolder, testStore } from '../support/store'
import { prepared, rowsOf } from './support'

let test: TestStore
beforeEach(async () => {
  test = await testStore({ today: '2026-11-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
})

const file = (books: readonly FplBook[], layout: Parameters<typeof writeFpl>[2] = {}): Promise<string> =>
  writeFpl(join(temporaryFolder(), 'ФПУ.xlsx'), books, layout)
const loaded = async (books: readonly FplBook[], layout: Parameters<typeof writeFpl>[2] = {}) => {
  const { run } = await prepared(test, await file(books, layout))
  await test.call('textbooks.applyFpl', { runId: run.id, order: 'Приказ № 12 от 03.02.2026' })
  return run
}

describe('a federal list', () => {
  it.each([
    ['as in the annex', {}],
    ['with columns in another order', { order: ['until', 'publisher', 'grades', 'code', 'authors', 'title'] }],
    ['with numbers of headings in a cell of their own', { headings: 'apart' }],
  ] as const)('%s comes in whole, subjects and levels from its headings', async (_, layout) => {
    const books = fplBooks(120)
    const { seen, run } = await prepared(test, await file(books, layout))
    expect(seen).toMatchObject({ list: 'textbooks', headRow: 4 })
    expect({ run, faults: await rowsOf(test, run.id, 'fault') }).toMatchObject({
      run: { counts: { new: 120, fault: 0, changed: 0 } },
      faults: [],
    })
    await test.call('imports.apply', { id: run.id })
    const { rows } = await test.call('textbooks.list', { limit: 1000, sort: [{ column: 'fplCode', desc: false }] })
    expect(rows).toHaveLength(120)
    const byCode = new Map(rows.map((row) => [row.fplCode, row]))
    for (const book of books) {
      const [subject, level] = book.subject.split(' (')
      expect(byCode.get(book.code)).toMatchObject({
        title: book.title,
        authors: book.authors,
        subject,
        grades: book.grades.replace('-', '–'),
        publisher: book.publisher,
        level: level === undefined ? 'none' : level.startsWith('баз') ? 'basic' : 'advanced',
        usableUntil: book.until.includes('2027') ? '2027-08-31' : '2029-08-31',
        fplState: 'listed',
      })
    }
    const again = await prepared(test, await file(books, layout))
    expect(again.run.counts).toMatchObject({ new: 0, changed: 0, fault: 0, unchanged: 120 })
  })

  it('a newer one says what it adds, changes, redates and drops, and is one step', async () => {
    const books = fplBooks(60)
    await loaded(books)
    const own = await test.call('textbooks.save', {
      id: null,
      revision: null,
      textbook: {
        ...(await test.call('textbooks.get', { id: 1 })).textbook,
        title: 'Наш край',
        fplCode: '',
        fplState: 'none',
      },
    })
    const newer = fplBooks(64)
      .filter((_, at) => at !== 3 && at !== 10)
      .map((book, at) => ({
        ...book,
        ...(at === 0 ? { until: '31.08.2031' } : {}),
        ...(at === 5 ? { publisher: 'Издательство «Новое»' } : {}),
      }))
    const before = dumpOf(test.dir)
    const { run } = await prepared(test, await file(newer))
    const asked = await test.call('textbooks.fplChanges', { runId: run.id })
    expect(asked).toMatchObject({ added: 4, changed: 2, dropped: 2, unchanged: 56 })
    expect(asked.redated).toMatchObject([{ before: '2027-08-31', after: '2031-08-31' }])
    expect(asked.droppedTitles.map((one) => one.fplCode).toSorted()).toEqual(
      [books[3]?.code, books[10]?.code].toSorted(),
    )
    const done = await test.call('textbooks.applyFpl', { runId: run.id, order: 'Приказ № 99' })
    expect(done).toEqual(asked)
    const { rows } = await test.call('textbooks.list', { limit: 1000 })
    const orders = (state: string) => rows.filter((row) => row.fplState === state).map((row) => row.order)
    expect(orders('listed')).toEqual(Array.from({ length: 62 }, () => 'Приказ № 99'))
    expect(orders('dropped')).toEqual(Array.from({ length: 2 }, () => 'Приказ № 12 от 03.02.2026'))
    expect(rows.filter((row) => row.fplState === 'none').map((row) => row.id)).toEqual([own.id])
    expect((await test.call('history.stack', {})).undo?.title).toContain('Федеральный перечень')
    await test.call('history.undo', {})
    const after = dumpOf(test.dir)
    expect({ textbook: after.textbook, subject: after.subject }).toEqual({
      textbook: before.textbook,
      subject: before.subject,
    })
  })

  it('numbered anew it is the same books', async () => {
    const books = fplBooks(40)
    await loaded(books)
    const { run } = await prepared(
      test,
      await file(books.map((book) => ({ ...book, code: book.code.replace('1.1.', '2.1.') }))),
    )
    expect(run.counts).toMatchObject({ new: 0, changed: 40, fault: 0 })
  })

  it('comes back where a dropped book is in it again', async () => {
    const books = fplBooks(10)
    await loaded(books)
    await loaded(books.slice(1))
    await loaded(books)
    const { rows } = await test.call('textbooks.list', { limit: 100 })
    expect(rows.map((row) => row.fplState)).toEqual(Array.from({ length: 10 }, () => 'listed'))
  })

  it('may hold books that differ in nothing but their numbers', async () => {
    const [first] = fplBooks(1)
    if (!first) throw new Error('One book was asked for')
    const twins = [first, { ...first, code: '1.1.1.1.1.9.9.' }]
    const { run } = await prepared(test, await file(twins))
    expect(run.counts).toMatchObject({ new: 2, fault: 0 })
    await test.call('imports.apply', { id: run.id })
    const again = await prepared(test, await file([...twins, { ...first, code: '1.1.1.1.1.9.8.' }]))
    expect(again.run.counts).toMatchObject({ unchanged: 2, new: 1, fault: 0 })
  })

  it('is asked of an import of textbooks only', async () => {
    expect(await test.failure('textbooks.fplChanges', { runId: 77 })).toMatchObject({ code: 'not-found' })
  })
})

it('comes in by the command line, and a newer one marks what is gone', async () => {
  const data = ['--data', join(temporaryFolder(), 'data')]
  await cli(['init', '--municipality', 'Район', ...data])
  const first = await cli(['import', await file(fplBooks(30)), '--as', 'textbooks', ...data, '--json'])
  expect(first.json<object>()).toMatchObject({ kind: 'textbooks', added: 30, faults: [] })
  const newer = await cli(['import', await file(fplBooks(31).slice(1)), '--fpl', 'Приказ № 7', ...data, '--json'])
  expect(newer.json<object>()).toMatchObject({ kind: 'textbooks', added: 1, dropped: 1, redated: 0 })
  const shown = await cli(['list', 'textbooks', '--filter', 'fplState=исключён', ...data, '--json'])
  expect(shown.json<{ total: number }>().total).toBe(1)
})

it('a list of 5,000 books comes in', { timeout: 120_000 }, async () => {
  const books = fplBooks(5000)
  const path = await file(books)
  const { run } = await prepared(test, path)
  expect(run.counts).toMatchObject({ new: 5000, fault: 0 })
  await test.call('textbooks.applyFpl', { runId: run.id, order: '' })
  expect((await test.call('textbooks.list', { limit: 1 })).total).toBe(5000)
})
