import { beforeEach, describe, expect, it } from 'vitest'
import { school } from '../support/records'
import { type TestStore, testStore } from './support/store'

/** Typing into a list: the same way for the grid, for pasting and for import. */
describe('rows of a list are written', () => {
  let test: TestStore
  let first: number
  beforeEach(async () => {
    test = await testStore({ today: '2026-11-20' })
    await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
    first = (await test.call('schools.save', { id: null, revision: null, school: school('СОШ № 1') })).id
  })
  const rows = async () => (await test.call('schools.list', {})).rows

  it('changed and new in one undo step; other cells stay', async () => {
    const before = await rows()
    const { ids } = await test.call('lists.edit', {
      list: 'schools',
      rows: [
        { id: first, cells: { director: 'Сверчкова Анна', computers: 12 } },
        { id: null, cells: { shortName: 'СОШ № 2', type: 'basic' } },
      ],
    })
    const after = await rows()
    expect(ids).toEqual([first, expect.any(Number)])
    expect(after).toHaveLength(2)
    expect(after[0]).toEqual({ ...before[0], director: 'Сверчкова Анна', computers: 12 })
    expect(after[1]).toMatchObject({ id: ids[1], shortName: 'СОШ № 2', fullName: 'СОШ № 2', type: 'basic' })
    expect((await test.call('history.stack', {})).undo?.title).toBe('Правка списка: Школы, 2\u00a0строки')
    await test.call('history.undo', {})
    expect(await rows()).toEqual(before)
  })

  it('not at all when one of them does not fit; the place is named', async () => {
    const before = await rows()
    const answer = await test.failure('lists.edit', {
      list: 'schools',
      rows: [
        { id: first, cells: { director: 'Сверчкова Анна' } },
        { id: null, cells: { shortName: 'СОШ № 3', inn: '12' } },
      ],
    })
    expect(answer).toMatchObject({
      code: 'invalid-input',
      message: 'ИНН: в ИНН 10 или 12 цифр.',
      path: 'rows.1.cells.inn',
    })
    expect(await rows()).toEqual(before)
    expect((await test.call('history.stack', {})).undo?.title).toBe('Школа: СОШ № 1')
  })

  it('judged beforehand, every cell of every row, with nothing written', async () => {
    const { rows: judged } = await test.call('lists.preview', {
      list: 'schools',
      rows: [
        { id: first, cells: { students: 5, type: 'колледж' } },
        { id: null, cells: { director: 'Кто-то' } },
        { id: null, cells: { shortName: 'сош №1' } },
        { id: first, cells: { director: 'Сверчкова Анна' } },
      ],
    })
    expect(judged.map(({ faults }) => faults.map((fault) => [fault.column, fault.code]))).toEqual([
      [
        ['students', 'invalid-input'],
        ['type', 'invalid-input'],
      ],
      [['shortName', 'invalid-input']],
      [['shortName', 'duplicate']],
      [],
    ])
    expect(await rows()).toHaveLength(1)
  })

  it('by the name of the school, and the school’s card knows of it', async () => {
    const { revision } = await test.call('schools.get', { id: first })
    await test.call('lists.edit', {
      list: 'contingent',
      rows: [{ id: null, cells: { school: 'сош 1', grade: 5, students: 60 } }],
    })
    const card = await test.call('schools.get', { id: first })
    expect(card.school.contingent).toMatchObject([{ grade: 5, students: 60, schoolYear: '2026-2027' }])
    expect(card.revision).toBe(revision + 1)
    expect(
      await test.failure('lists.edit', {
        list: 'contingent',
        rows: [{ id: null, cells: { school: 'СОШ № 1', grade: 5 } }],
      }),
    ).toMatchObject({ code: 'duplicate', path: 'rows.0.cells.grade' })
  })

  it('of the year that is looked at, where the row itself names none', async () => {
    await test.call('lists.edit', {
      list: 'contingent',
      schoolYear: '2024-2025',
      rows: [{ id: null, cells: { school: 'СОШ № 1', grade: 5, students: 60 } }],
    })
    expect((await test.call('contingent.list', {})).rows).toMatchObject([{ schoolYear: '2024-2025', grade: 5 }])
  })

  it('removed all or none', async () => {
    const { ids } = await test.call('lists.edit', {
      list: 'schools',
      rows: [{ id: null, cells: { shortName: 'СОШ № 2' } }],
    })
    expect(await test.failure('lists.remove', { list: 'schools', ids: [...ids, 999] })).toMatchObject({
      code: 'not-found',
    })
    expect(await rows()).toHaveLength(2)
    expect(await test.call('lists.remove', { list: 'schools', ids: [first, ...ids] })).toEqual({ removed: 2 })
    expect(await rows()).toHaveLength(0)
  })

  it('grouped, summed and named by number in the list’s order', async () => {
    await test.call('lists.edit', {
      list: 'contingent',
      rows: [
        { id: null, cells: { school: 'СОШ № 1', grade: 1, students: 20, classes: 1 } },
        { id: null, cells: { school: 'СОШ № 1', grade: 2, students: 25, classes: 1 } },
        { id: null, cells: { school: 'СОШ № 1', grade: 2, schoolYear: '2025–2026', students: 30, classes: 2 } },
      ],
    })
    expect((await test.call('lists.groups', { list: 'contingent', by: 'grade' })).groups).toEqual([
      { value: 1, count: 1, totals: { classes: 1, students: 20 } },
      { value: 2, count: 2, totals: { classes: 3, students: 55 } },
    ])
    expect(
      await test.call('lists.sums', { list: 'contingent', columns: ['school', 'students'], from: 1, count: 2 }),
    ).toEqual({ filled: 4, figures: 2, sums: { students: 55 } })
    const all = (await test.call('contingent.list', {})).rows.map((row) => row.id)
    expect((await test.call('lists.ids', { list: 'contingent', from: 1, count: 5 })).ids).toEqual(all.slice(1))
  })
})
