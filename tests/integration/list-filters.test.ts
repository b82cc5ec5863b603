import { type Filter, type ListQueryInput, Period } from '@shared/contract/lists'
import { schoolList } from '@shared/contract/schools'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { librarian, school } from '../support/records'
import { passes } from './support/list-model'
import { type TestStore, testStore } from './support/store'

const today = '2026-11-20'
const localities = ['с. Ёлкино', 'с. Елкино', 'С. ЕЛКИНО', 'пос. Жуково', '', 'пос. Жуково 100%', 'ст. Ясная_']
const days = ['2026-11-20', '2026-11-01', '2026-10-31', '2026-09-01', '2026-08-31', '2025-09-01', '2025-08-31', null]

type Row = Record<string, unknown>

describe('conditions on a list', () => {
  let test: TestStore
  beforeEach(async () => {
    test = await testStore({ today })
    await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
    for (let index = 0; index < 40; index++) {
      const locality = localities[index % localities.length] ?? ''
      const contingent = {
        uid: `cont-${index}-grade`,
        schoolYear: '2026-2027',
        grade: 1,
        classes: 1,
        students: index % 6,
      }
      await test.call('schools.save', {
        id: null,
        revision: null,
        school: school(`СОШ № ${index}`, {
          locality,
          type: index % 3 === 0 ? 'basic' : 'school',
          contingent: index % 5 === 0 ? [] : [contingent],
        }),
      })
    }
    for (let index = 0; index < 24; index++) {
      await test.call('librarians.save', {
        id: null,
        revision: null,
        librarian: librarian(`Тестова${String.fromCodePoint(0x430 + index)}`, {
          birthDate: days[index % days.length] ?? null,
        }),
      })
    }
  })

  const rowsOf = async (list: 'schools' | 'librarians', query: ListQueryInput): Promise<Row[]> =>
    (await test.call(`${list}.list`, { schoolYear: '2026-2027', limit: 1000, ...query })).rows
  const judge = async (list: 'schools' | 'librarians', filter: Filter, type: 'text' | 'other') => {
    const all = await rowsOf(list, {})
    const found = await rowsOf(list, { filters: [filter] })
    expect(found.map((row) => row.id)).toEqual(
      all.filter((row) => passes(row, filter, type === 'text', today)).map((row) => row.id),
    )
    const { total } = await test.call(`${list}.list`, { schoolYear: '2026-2027', filters: [filter], limit: 1 })
    expect(total).toBe(found.length)
  }

  it('on text mean what they say, in any case and with any marks', async () => {
    const words = fc.constantFrom('елк', 'Ёлкино', 'с.', 'пос. жуково', '100%', '_', '%', 'нет такого')
    const filter: fc.Arbitrary<Filter> = fc.oneof(
      ...(['contains', 'lacks', 'starts', 'equals'] as const).map((op) =>
        words.map((value) => ({ op, column: 'locality', value }) as Filter),
      ),
      fc.record({
        op: fc.constant('in' as const),
        column: fc.constant('locality'),
        values: fc.array(fc.constantFrom(null, ...localities), { maxLength: 3 }),
      }),
      fc.constantFrom<Filter>({ op: 'empty', column: 'locality' }, { op: 'filled', column: 'locality' }),
    )
    await fc.assert(
      fc.asyncProperty(filter, (one) => judge('schools', one, 'text')),
      { numRuns: 60 },
    )
  })

  it('on figures and days take borders, and an empty cell is beyond none of them', async () => {
    const figure = fc.integer({ min: -1, max: 6 })
    const day = fc.constantFrom('2026-11-20', '2026-09-01', '2025-08-31', '2030-01-01')
    const bordered = <V extends string | number>(column: string, value: fc.Arbitrary<V>): fc.Arbitrary<Filter> =>
      fc.oneof(
        ...(['above', 'below', 'equals'] as const).map((op) =>
          value.map((one) => ({ op, column, value: one }) as Filter),
        ),
        fc.record({
          op: fc.constant('between' as const),
          column: fc.constant(column),
          from: fc.option(value),
          to: fc.option(value),
        }),
      )
    await fc.assert(
      fc.asyncProperty(bordered('students', figure), (one) => judge('schools', one, 'other')),
      { numRuns: 40 },
    )
    await fc.assert(
      fc.asyncProperty(bordered('birthDate', day), (one) => judge('librarians', one, 'other')),
      { numRuns: 40 },
    )
    for (const value of Period.options) await judge('librarians', { op: 'period', column: 'birthDate', value }, 'other')
  })

  it('on choices and yes/no take any of the values', async () => {
    await judge('schools', { op: 'in', column: 'type', values: ['basic'] }, 'other')
    await judge('schools', { op: 'in', column: 'type', values: [] }, 'other')
    for (const values of [[true], [false], [true, false], [null]]) {
      await judge('librarians', { op: 'in', column: 'working', values }, 'other')
    }
  })

  it('groups lie in the list as they are counted, whatever the order', async () => {
    const columns = schoolList.columns.map((column) => column.key)
    const sort = fc.array(fc.record({ column: fc.constantFrom(...columns), desc: fc.boolean() }), { maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...columns), sort, async (by, order) => {
        const query = { schoolYear: '2026-2027', sort: order }
        const { groups, more } = await test.call('lists.groups', { list: 'schools', query, by })
        expect(more).toBe(false)
        const rows = await rowsOf('schools', { sort: order, group: by })
        const runs: { value: unknown; count: number; students: number }[] = []
        for (const row of rows) {
          const value = row[by] === '' ? null : row[by]
          const last = runs.at(-1)
          const students = Number(row.students ?? 0)
          if (last && last.value === value) {
            last.count++
            last.students += students
          } else runs.push({ value, count: 1, students })
        }
        expect(groups.map(({ value, count, totals }) => ({ value, count, students: totals.students ?? 0 }))).toEqual(
          runs,
        )
      }),
      { numRuns: 40 },
    )
  })
})
