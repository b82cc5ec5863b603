import type { Librarian } from '@shared/contract/librarians'
import type { Staffing, StaffingTableId } from '@shared/contract/staffing'
import { addDays } from '@shared/domain/dates'
import { ageOn, lengthOfService } from '@shared/domain/service'
import { attentionOf } from '@shared/domain/staffing/attention'
import { ageBands, bandOf, serviceBands } from '@shared/domain/staffing/bands'
import { educationClass } from '@shared/domain/staffing/education'
import { positionGroup } from '@shared/domain/staffing/positions'
import { categoryState, courseState } from '@shared/domain/staffing/terms'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { librarian, school } from '../support/records'
import { onDesk } from './support/desk'
import { type TestStore, testStore } from './support/store'

const today = '2026-11-21'

async function sampleDistrict(): Promise<TestStore> {
  const store = await testStore({ today })
  await store.call('app.initialise', { mode: 'demo' })
  return store
}

/** Every figure against the list it opens, this year's and last year's. */
async function holdAgainstLists(store: TestStore, found: Staffing): Promise<void> {
  const count = async (list: 'librarians' | 'schools', schoolYear: string, filters: Staffing['people']['filters']) => {
    const page = await store.call(`${list}.list`, { schoolYear, filters, limit: 1 })
    return { count: page.total, rate: page.totals.rate ?? 0 }
  }
  const figures = [
    { list: 'librarians' as const, figure: found.people },
    { list: 'schools' as const, figure: found.schools },
    { list: 'schools' as const, figure: found.vacant },
    ...found.tables.flatMap(({ list, rows }) => rows.map((figure) => ({ list, figure }))),
  ]
  for (const { list, figure } of figures) {
    const rows = await count(list, found.schoolYear, figure.filters)
    expect(rows.count, figure.title).toBe(figure.count)
    if (list === 'librarians') expect(rows.rate, figure.title).toBe(figure.rate)
    if (found.previous !== null && figure.previous !== null) {
      const before = await count(list, found.previous.schoolYear, figure.filters)
      expect(before.count, `${figure.title}, год назад`).toBe(figure.previous)
    }
  }
}

function holdSums(found: Staffing): void {
  for (const { id, list, rows, total } of found.tables) {
    const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((whole, row) => whole + of(row), 0)
    const head = list === 'librarians' ? found.people : found.schools
    expect(
      sum((row) => row.count),
      id,
    ).toBe(head.count)
    expect(total.count, id).toBe(head.count)
    if (list === 'librarians')
      expect(
        sum((row) => row.rate ?? 0),
        id,
      ).toBe(head.rate)
    if (total.previous !== null)
      expect(
        sum((row) => row.previous ?? 0),
        id,
      ).toBe(total.previous)
  }
}

type Person = { id: number; librarian: Librarian }

async function everybody(store: TestStore): Promise<Person[]> {
  const { rows } = await store.call('librarians.list', { limit: 1000 })
  return Promise.all(rows.map(({ id }) => store.call('librarians.get', { id })))
}

const holds = (from: string | null, to: string | null, on: string): boolean =>
  (from === null || from <= on) && (to === null || to >= on)

function lastCourse(one: Librarian, on: string): string | null {
  const days = one.courses.map((course) => course.to ?? course.from).filter((day) => day !== null && day <= on)
  return days.sort().at(-1) ?? null
}

/** From the cards, by the rules of the domain and without any SQL of ours. */
function recount(people: readonly Person[], on: string): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {}
  for (const { librarian: one } of people) {
    const held = one.employments.filter((place) => holds(place.from, place.to, on))
    const place = held.find((each) => each.main) ?? held[0]
    if (place === undefined) continue
    const years = (since: string | null): number | null => (since === null ? null : lengthOfService(since, on).years)
    const values: Partial<Record<StaffingTableId, string | null>> = {
      positions: positionGroup(place.position),
      education: educationClass(one.educations, Number(on.slice(0, 4))),
      libraryService: bandOf(serviceBands, years(one.libraryWorkSince)),
      service: bandOf(serviceBands, years(one.workingSince)),
      category: one.category,
      categoryState: categoryState(one.category !== 'none', one.categoryUntil, on),
      age: bandOf(ageBands, one.birthDate === null ? null : ageOn(one.birthDate, on)),
      courses: courseState(lastCourse(one, on), on),
    }
    for (const [table, value] of Object.entries(values)) {
      const row = value ?? 'unknown'
      const tally = counts[table] ?? {}
      counts[table] = tally
      tally[row] = (tally[row] ?? 0) + 1
    }
  }
  return counts
}

function countsOf(found: Staffing): Record<string, Record<string, number>> {
  const tables = found.tables.filter((table) => table.list === 'librarians')
  return Object.fromEntries(
    tables.map(({ id, rows }) => [
      id,
      Object.fromEntries(rows.filter((row) => row.count > 0).map((row) => [row.key ?? 'unknown', row.count])),
    ]),
  )
}

async function holdAttention(store: TestStore, people: readonly Person[]): Promise<void> {
  const { rows, total } = await store.call('attention.list', { limit: 1000 })
  const expected = people.flatMap(({ id, librarian: one }) => {
    if (!one.employments.some((place) => holds(place.from, place.to, today))) return []
    const facts = {
      ...one,
      hasCategory: one.category !== 'none',
      lastCourseOn: lastCourse(one, today),
      hasEducation: educationClass(one.educations, 2026) !== null,
    }
    return attentionOf(facts, today).map(({ kind, due }) => `${id} ${kind} ${due}`)
  })
  expect(total).toBe(expected.length)
  expect(rows.map((row) => `${row.librarianId} ${row.kind} ${row.due}`).sort()).toEqual(expected.slice().sort())
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
  const dues = rows.map((row) => row.due ?? '9999')
  expect(dues).toEqual([...dues].sort())
}

describe('staffing of the sample district', () => {
  test.each(['2024-2025', '2025-2026', '2026-2027'])('every figure opens its rows in %s', async (schoolYear) => {
    const store = await sampleDistrict()
    const found = await store.call('librarians.staffing', { schoolYear })
    expect(found.on).toBe({ '2024-2025': '2025-08-31', '2025-2026': '2026-08-31' }[schoolYear] ?? today)
    holdSums(found)
    await holdAgainstLists(store, found)
    expect(countsOf(found)).toEqual(recount(await everybody(store), found.on))
  })

  test('the desk and the list of what is due speak of the same people', async () => {
    const store = await sampleDistrict()
    await holdAttention(store, await everybody(store))
    const items = await onDesk(store)
    const due = await store.call('attention.list', {
      filters: [{ op: 'in', column: 'kind', values: ['category-expired', 'category-expiring'] }],
    })
    const half = due.rows.filter((row) => row.due !== null && row.due <= '2027-05-21')
    expect(items.filter((item) => item.kind === 'category-expiring').map((item) => item.id)).toEqual(
      half.map((row) => row.librarianId),
    )
  })

  test('a school names those who work in its library, and who did', async () => {
    const store = await sampleDistrict()
    const schools = await store.call('schools.list', { limit: 1000 })
    for (const row of schools.rows) {
      const people = await store.call('librarians.atSchool', { schoolId: row.id })
      expect(new Set(people.filter((one) => one.working).map((one) => one.id)).size, row.shortName).toBe(row.librarians)
      expect(people.map((one) => one.working)).toEqual(people.map((one) => one.working).sort((a, b) => +b - +a))
    }
  })
})

const day = fc.integer({ min: 0, max: 26_000 }).map((days) => addDays('1956-01-01', days))
/** Around the borders of the day asked about. */
const nearToday = fc
  .tuple(fc.constantFrom(0, 3, 5, 10, 20, 35, 55, 56), fc.integer({ min: -2, max: 2 }))
  .map(([years, days]) => addDays(`${2026 - years}-11-21`, days))
const date = fc.option(fc.oneof(day, nearToday))

const person = fc.record({
  birthDate: date.map((born) => (born !== null && born > today ? null : born)),
  workingSince: date,
  libraryWorkSince: date,
  category: fc.constantFrom('none', 'first', 'highest', 'methodist-teacher', 'mentor'),
  categoryUntil: fc.option(fc.integer({ min: -400, max: 800 }).map((days) => addDays(today, days))),
  attestedOn: date,
  consentOn: date,
  places: fc.array(
    fc.record({
      school: fc.nat(2),
      position: fc.constantFrom('педагог-библиотекарь', 'Зав. библиотекой', 'руководитель ИБЦ', 'сторож', 'учитель'),
      rate: fc.constantFrom(25, 50, 100),
      from: date,
      ended: fc.option(fc.nat(3000)),
      main: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  educations: fc.array(
    fc.record({
      level: fc.constantFrom('higher', 'vocational', 'secondary'),
      field: fc.constantFrom('library', 'pedagogical', 'other'),
      year: fc.option(fc.integer({ min: 1975, max: 2030 })),
    }),
    { maxLength: 3 },
  ),
  courses: fc.array(date, { maxLength: 3 }),
})

function cardOf(
  made: ReturnType<typeof person.generate>['value'],
  index: number,
  schools: readonly number[],
): Librarian {
  const { places, educations, courses, ...own } = made
  return librarian(`Придуманова${index}`, {
    ...own,
    employments: places.map(({ school: place, ended, ...rest }, at) => ({
      uid: `place-${index}-${at}`,
      schoolId: schools[place] ?? 0,
      ...rest,
      to: ended === null ? null : addDays(rest.from ?? '2000-01-01', ended),
    })),
    educations: educations.map((one, at) => ({
      uid: `education-${index}-${at}`,
      institution: '',
      speciality: '',
      ...one,
    })),
    courses: courses.map((on, at) => ({
      uid: `course-${index}-${at}`,
      title: 'Курсы',
      hours: null,
      organisation: '',
      form: 'remote',
      from: on,
      to: at === 1 ? null : on,
      certificate: '',
    })),
  })
}

describe('staffing of random people', () => {
  test.each([1, 2, 3])('agrees with the cards and with its lists (seed %d)', async (seed) => {
    const store = await testStore({ today })
    await store.call('app.initialise', { mode: 'own', municipality: 'Район' })
    const schools: number[] = []
    for (const [index, status] of (['shb', 'ibc', null] as const).entries()) {
      const statuses = status === null ? [] : [{ uid: `status-${index}`, status, since: null, order: '' }]
      const saved = await store.call('schools.save', {
        id: null,
        revision: null,
        school: school(
          `СОШ № ${index + 1}`,
          index === 1 ? { state: 'closed', closedOn: '2026-09-30', statuses } : { statuses },
        ),
      })
      schools.push(saved.id)
    }
    for (const [index, made] of fc.sample(person, { numRuns: 60, seed }).entries()) {
      await store.call('librarians.save', { id: null, revision: null, librarian: cardOf(made, index, schools) })
    }
    const people = await everybody(store)
    expect(people).toHaveLength(60)
    await holdAttention(store, people)
    for (const schoolYear of [null, '2025-2026', '2019-2020']) {
      const found = await store.call('librarians.staffing', { schoolYear })
      holdSums(found)
      await holdAgainstLists(store, found)
      expect(countsOf(found)).toEqual(recount(people, found.on))
    }
    // The closed school is counted on the days it was open.
    expect((await store.call('librarians.staffing', { schoolYear: '2025-2026' })).schools.count).toBe(3)
    expect((await store.call('librarians.staffing', { schoolYear: '2026-2027' })).schools.count).toBe(2)
  })

  test('an empty district is all zeros', async () => {
    const store = await testStore({ today })
    await store.call('app.initialise', { mode: 'own', municipality: 'Район' })
    const found = await store.call('librarians.staffing', {})
    expect(found).toMatchObject({
      previous: null,
      people: { count: 0, rate: 0 },
      schools: { count: 0 },
      vacant: { count: 0 },
    })
    holdSums(found)
  })
})
