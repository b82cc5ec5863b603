import type { Cursor, ListPage, ListQueryInput } from '@shared/contract/lists'
import type { SchoolRow } from '@shared/contract/schools'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { librarian, school } from '../support/records'
import { type TestStore, testStore } from './support/store'

const names = [
  'СОШ № 2',
  'СОШ № 10',
  'СОШ № 1',
  'Ёлкинская ООШ',
  'Елкинская НОШ',
  'ежовская ООШ',
  'Лицей «Взлёт»',
  'Ясногорская СОШ',
  'Абрамовская СОШ',
]

describe('lists', () => {
  let test: TestStore
  beforeEach(async () => {
    test = await testStore({ today: '2026-11-20' })
    await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
    for (const [index, name] of names.entries()) {
      await test.call('schools.save', {
        id: null,
        revision: null,
        school: school(name, {
          director: index % 3 === 0 ? '' : `Директор ${names.length - index}`,
          locality: index % 2 === 0 ? 'пос. Ёлочный' : 'г. Заречье',
          contingent: [
            { uid: `cont-${index}-a`, schoolYear: '2026-2027', grade: 1, classes: 1, students: 10 + index },
            { uid: `cont-${index}-b`, schoolYear: '2025-2026', grade: 1, classes: 1, students: 100 },
          ],
        }),
      })
    }
  })

  const listed = async (query: ListQueryInput): Promise<string[]> =>
    (await test.call('schools.list', query)).rows.map((row) => row.shortName)

  it('sorts as a Russian sorts: ё as е, numbers as numbers', async () => {
    const expected = [...names].sort(new Intl.Collator('ru', { numeric: true }).compare)
    expect(await listed({})).toEqual(expected)
    expect(await listed({ sort: [{ column: 'shortName', desc: true }] })).toEqual(expected.reverse())
  })

  it('puts empty cells last in either direction', async () => {
    for (const desc of [false, true]) {
      const { rows } = await test.call('schools.list', { sort: [{ column: 'director', desc }] })
      expect(rows.slice(-3).every((row) => row.director === '')).toBe(true)
    }
  })

  it('finds in any case, with е for ё, all words in any order', async () => {
    expect(await listed({ search: 'ЕЛКИНСКАЯ' })).toHaveLength(2)
    expect(await listed({ search: 'заречье сош' })).toEqual(['СОШ № 10', 'Ясногорская СОШ'])
    expect(await listed({ search: '100%' })).toEqual([])
    expect(await listed({ filters: [{ column: 'locality', op: 'contains', value: 'елоч' }] })).toHaveLength(5)
  })

  it('sums all that match, not only the window, and in the chosen year', async () => {
    const now = await test.call('schools.list', { limit: 2, schoolYear: '2026-2027' })
    expect(now.total).toBe(9)
    expect(now.totals.students).toBe(9 * 10 + 36)
    const before = await test.call('schools.list', { limit: 2, schoolYear: '2025-2026' })
    expect(before.totals.students).toBe(900)
  })

  it('gives the same rows by cursor as by offset, whatever the order and the page', async () => {
    const columns = ['shortName', 'director', 'locality', 'students', 'state']
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ column: fc.constantFrom(...columns), desc: fc.boolean() }), { maxLength: 3 }),
        fc.integer({ min: 1, max: 5 }),
        async (sort, limit) => {
          const whole = await listed({ sort, limit: 1000 })
          const walked: string[] = []
          let after: Cursor | null = null
          for (;;) {
            const page: ListPage<SchoolRow> = await test.call('schools.list', { sort, limit, after })
            walked.push(...page.rows.map((row) => row.shortName))
            if (page.rows.length < limit) break
            after = page.cursors.at(-1) ?? null
          }
          expect(walked).toEqual(whole)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('refuses a column that is not there, by name', async () => {
    const failure = await test.failure('schools.list', { filters: [{ column: 'пароль', op: 'empty' }] })
    expect(failure).toMatchObject({ code: 'invalid-input', path: 'пароль' })
    expect(failure.message).toContain('Школы')
  })

  it('counts service, age and places of a librarian to the day', async () => {
    const [first, second] = (await test.call('schools.list', {})).rows
    if (!first || !second) throw new Error('There are nine schools')
    const place = { position: 'педагог-библиотекарь', from: '2020-09-01', to: null }
    await test.call('librarians.save', {
      id: null,
      revision: null,
      librarian: librarian('Ромашкина', {
        birthDate: '1980-11-21',
        workingSince: '2000-11-20',
        libraryWorkSince: '2010-01-15',
        employments: [
          { uid: 'place-one', schoolId: first.id, rate: 50, main: true, ...place },
          { uid: 'place-two', schoolId: second.id, rate: 25, main: false, ...place },
          { uid: 'place-old', schoolId: second.id, rate: 100, main: false, ...place, to: '2021-01-01' },
        ],
      }),
    })
    const { rows, totals } = await test.call('librarians.list', {})
    expect(rows[0]).toMatchObject({
      age: 45,
      service: 26,
      libraryService: 16,
      rate: 75,
      schools: `${first.shortName}; ${second.shortName}`,
    })
    expect(totals.rate).toBe(75)
  })
})

describe('orders, counts and sums kept while the file stays as it is', () => {
  it('are forgotten with the next change, whoever made it', async () => {
    const test = await testStore({ today: '2026-11-20' })
    await test.call('app.generate', { schools: 40, librarians: 60, seed: 2 })
    // A sort no index has, past the first window: the whole order is made, and kept.
    const query = { sort: [{ column: 'locality', desc: true }], offset: 10, limit: 20 }
    const before = await test.call('schools.list', query)
    expect(await test.call('schools.list', query)).toEqual(before)
    const [first] = before.rows
    if (!first) throw new Error('There are forty schools')
    const { revision, school: record } = await test.call('schools.get', { id: first.id })
    await test.call('schools.save', {
      id: first.id,
      revision,
      school: { ...record, locality: 'Яяя', library: { ...record.library, computers: 900 } },
    })
    const after = await test.call('schools.list', query)
    expect(after.rows.map((row) => row.id)).not.toContain(first.id)
    expect((await test.call('schools.list', { ...query, offset: 0 })).rows[0]?.id).toBe(first.id)
    expect(after.totals.computers).toBe((before.totals.computers ?? 0) + 900 - (first.computers ?? 0))
    await test.call('history.undo', {})
    expect(await test.call('schools.list', query)).toEqual(before)
  })

  it('a bookmark of a row that has moved leads on from where the row was', async () => {
    const test = await testStore({ today: '2026-11-20' })
    await test.call('app.generate', { schools: 40, librarians: 60, seed: 2 })
    const query = { sort: [{ column: 'computers', desc: false }], limit: 10 }
    const { cursors, rows } = await test.call('schools.list', query)
    const [after, last] = [cursors.at(-1) ?? null, rows.at(-1)]
    const next = await test.call('schools.list', { ...query, after })
    const { revision, school: record } = await test.call('schools.get', { id: last?.id ?? 0 })
    await test.call('schools.save', {
      id: last?.id ?? 0,
      revision,
      school: { ...record, library: { ...record.library, computers: 900 } },
    })
    // Someone has looked at the list meanwhile: its new order is kept.
    await test.call('schools.list', { ...query, offset: 20 })
    const again = await test.call('schools.list', { ...query, after })
    expect(again.rows.map((row) => row.id)).toEqual(next.rows.map((row) => row.id))
  })
})
