import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Expected, percents, sectionFaults, sumBy } from './expected'
import { daysOf, type Judged, partOf, sample, yearBefore } from './judge'

/** Schools, their libraries and who works there, counted from the cards; the passport of an association or of the municipality. */

let district: Judged
beforeAll(async () => {
  district = await sample()
}, 60_000)
afterAll(() => district.close())

interface School {
  id: number
  name: string
  type: string
  status: string | null
  students: number
  classes: number
  lending: number
  seats: number | null
  store: number
  media: number
  computers: number | null
  internet: number
  system: string
}

/** Schools open on the last day of the year's numbers, with the status in force and the contingent of the year. */
function open(schoolYear: string, place: number | null): School[] {
  const { on } = daysOf(schoolYear)
  return district.rows<School>(
    `SELECT s.id, s.shortName AS name, s.type,
       (SELECT x.status FROM schoolStatus x WHERE x.schoolId = s.id AND (x.since IS NULL OR x.since <= ?)
        ORDER BY coalesce(x.since, '') DESC, x.ord DESC LIMIT 1) AS status,
       coalesce((SELECT sum(c.students) FROM contingent c WHERE c.schoolId = s.id AND c.schoolYear = ?), 0) AS students,
       coalesce((SELECT sum(c.classes) FROM contingent c WHERE c.schoolId = s.id AND c.schoolYear = ?), 0) AS classes,
       s.hasLending AS lending, s.readingRoomSeats AS seats, s.hasStore AS store, s.hasMediaLibrary AS media,
       s.computers, s.internet, s.system
     FROM school s WHERE (s.closedOn IS NULL OR s.closedOn > ?)
       AND (? IS NULL OR s.id IN (SELECT schoolId FROM associationSchool WHERE associationId = ?))`,
    on,
    schoolYear,
    schoolYear,
    on,
    place,
    place,
  )
}

interface Person {
  id: number
  schoolId: number
  rate: number
}

/** Places of work on a day. */
function working(day: string, schools: ReadonlySet<number>): Person[] {
  return district
    .rows<Person>(
      `SELECT e.librarianId AS id, e.schoolId, e.rate FROM employment e JOIN librarian l ON l.id = e.librarianId
       WHERE (e."from" IS NULL OR e."from" <= ?) AND (e."to" IS NULL OR e."to" >= ?)`,
      day,
      day,
    )
    .filter((one) => schools.has(one.schoolId))
}

const ids = (schools: readonly School[]): Set<number> => new Set(schools.map((one) => one.id))
const total = (values: readonly (number | null)[]): number => values.reduce<number>((sum, one) => sum + (one ?? 0), 0)
const centres = new Set(['ibc', 'mibc', 'rribc'])
const asked = ['2024-2025', '2025-2026', '2026-2027'].flatMap((year) =>
  [null, 1, 2].map((place) => [year, place] as const),
)

test.each(asked)('the network of libraries in %s, association %s', async (year, place) => {
  const { from, on } = daysOf(year)
  const schools = open(year, place)
  const before = open(yearBefore(year), place)
  const content = await district.section('libraries', year, place)
  const people = working(on, ids(schools))
  const told = (key: string): string[] =>
    content.parts.find((part) => part.key === key)?.figures.map((one) => one.key) ?? []
  const only = (expected: Expected, key: string): Expected =>
    Object.fromEntries(Object.entries(expected).filter(([name]) => told(key).includes(name)))
  const changes = district.rows<{ schoolId: number }>(
    'SELECT schoolId FROM schoolStatus WHERE since BETWEEN ? AND ?',
    from,
    on,
  )
  const own = changes.filter((one) => ids(schools).has(one.schoolId) || place === null)
  const statuses: Expected = { 'schools:all': schools.length, 'before:all': before.length }
  statuses['students:all'] = total(schools.map((one) => one.students))
  // Places of work, not people: who works in two schools stands with both.
  const placesIn = (some: readonly School[]): number => {
    const own = people.filter((one) => some.some((two) => two.id === one.schoolId))
    return new Set(own.map((one) => `${one.id} ${one.schoolId}`)).size
  }
  statuses['librarians:all'] = placesIn(schools)
  const summary: Expected = {}
  for (const status of ['shb', 'ibc', 'mibc', 'rribc', 'none']) {
    const some = schools.filter((one) => one.status === status)
    statuses[`schools:${status}`] = some.length
    statuses[`before:${status}`] = before.filter((one) => one.status === status).length
    statuses[`librarians:${status}`] = placesIn(some)
    statuses[`students:${status}`] = total(some.map((one) => one.students))
    summary[`status:${status}`] = some.length
  }
  const resources: Expected = { open: schools.length }
  const having: Record<string, School[]> = {
    lending: schools.filter((one) => one.lending === 1),
    reading: schools.filter((one) => (one.seats ?? 0) > 0),
    store: schools.filter((one) => one.store === 1),
    media: schools.filter((one) => one.media === 1),
    computers: schools.filter((one) => (one.computers ?? 0) > 0),
    internet: schools.filter((one) => one.internet === 1),
    system: schools.filter((one) => one.system !== ''),
  }
  for (const [key, some] of Object.entries(having)) {
    resources[key] = some.length
    resources[`${key}:share`] = percents(some.length, schools.length)
  }
  resources['reading:seats'] = total(schools.map((one) => one.seats))
  resources['reading:sum'] = resources['reading:seats']
  resources['computers:count'] = total(schools.map((one) => one.computers))
  resources['computers:sum'] = resources['computers:count']
  const connections: Expected = { open: schools.length }
  const connected = district
    .rows<{ schoolId: number; name: string; state: string }>(
      'SELECT schoolId, name, state FROM schoolConnection WHERE date IS NULL OR date <= ?',
      on,
    )
    .filter((one) => ids(schools).has(one.schoolId))
  const planned = district
    .rows<{ schoolId: number; name: string; state: string }>(
      "SELECT schoolId, name, state FROM schoolConnection WHERE state = 'planned'",
    )
    .filter((one) => ids(schools).has(one.schoolId))
  for (const name of new Set([...connected, ...planned].map((one) => one.name))) {
    const active = new Set(
      connected.filter((one) => one.name === name && one.state === 'active').map((one) => one.schoolId),
    ).size
    connections[`active:${name}`] = active
    connections[`share:${name}`] = percents(active, schools.length)
    connections[`planned:${name}`] = new Set(planned.filter((one) => one.name === name).map((one) => one.schoolId)).size
  }
  const funds: Expected = {}
  const fundYear = Number(
    /за (\d{4}) год/u.exec(content.parts.find((part) => part.key === 'funds')?.title ?? '')?.[1] ?? 0,
  )
  for (const row of district.rows<{
    category: string
    schoolId: number
    received: number
    disposed: number
    held: number
  }>('SELECT category, schoolId, received, disposed, held FROM schoolFund WHERE year = ?', fundYear)) {
    if (!ids(schools).has(row.schoolId)) continue
    funds[`schools:${row.category}`] = (funds[`schools:${row.category}`] ?? 0) + 1
    for (const key of ['received', 'disposed', 'held'] as const)
      funds[`${key}:${row.category}`] = (funds[`${key}:${row.category}`] ?? 0) + row[key]
  }
  const libraries: Expected = { centres: schools.filter((one) => centres.has(one.status ?? '')).length }
  for (const one of schools) libraries[`students:${one.name}`] = one.students
  const students = content.parts.find((part) => part.key === 'students')
  if (students?.form === 'chart')
    expect(students.figures.map((one) => one.value)).toEqual(
      students.labels.map((label) => total(open(label.replace('–', '-'), place).map((one) => one.students))),
    )
  const faults = sectionFaults(
    { ...content, parts: content.parts.filter((part) => part.key !== 'students') },
    {
      summary: only(
        {
          ...summary,
          open: schools.length,
          students: statuses['students:all'] ?? 0,
          centres: libraries.centres ?? 0,
          changes: own.length,
        },
        'summary',
      ),
      statuses: only(statuses, 'statuses'),
      chart: only({ ...statuses, ...summary }, 'chart'),
      changes: { changes: own.length },
      centres: only(libraries, 'centres'),
      resources: only(resources, 'resources'),
      connections: only(connections, 'connections'),
      funds: only(funds, 'funds'),
    },
  )
  expect(faults).toEqual([])
  const head = content.parts.find((part) => part.key === 'statuses')
  if (head?.form === 'table')
    expect(head.columns.map((one) => one.title.replace(/\u00AD/gu, ''))).toContain('Мест работы')
})

test.each(asked)('the passport of %s, association %s', async (year, place) => {
  const { on } = daysOf(year)
  const schools = open(year, place)
  const members =
    place === null
      ? null
      : new Set(
          district
            .rows<{ id: number }>(
              `SELECT librarianId AS id FROM associationMember WHERE associationId = ?
               AND ("from" IS NULL OR "from" <= ?) AND ("to" IS NULL OR "to" >= ?)`,
              place,
              on,
              on,
            )
            .map((row) => row.id),
        )
  const everywhere = new Set(district.rows<{ id: number }>('SELECT id FROM school').map((row) => row.id))
  // Of an association its members are counted, wherever they work.
  const places = working(on, everywhere).filter((one) => members === null || members.has(one.id))
  const people = new Set(places.map((one) => one.id)).size
  const content = await district.section('passport', year, place)
  const told = new Set(content.parts.flatMap((part) => part.figures.map((one) => one.key)))
  const numbers: Expected = {
    schools: schools.length,
    students: total(schools.map((one) => one.students)),
    classes: total(schools.map((one) => one.classes)),
    people,
    rate: total(places.map((one) => one.rate)),
  }
  if (members) numbers.members = members.size
  for (const [type, count] of sumBy(schools, (one) => one.type)) numbers[`type:${type}`] = count
  for (const [status, count] of sumBy(schools, (one) => one.status ?? 'none')) numbers[`library:${status}`] = count
  const known = Object.fromEntries(Object.entries(numbers).filter(([key]) => told.has(key)))
  for (const key of ['summary', 'passport']) {
    const part = content.parts.find((one) => one.key === key)
    if (part === undefined) continue
    const here = Object.fromEntries(
      Object.entries(known).filter(([name]) => part.figures.some((one) => one.key === name)),
    )
    expect(sectionFaults({ ...content, parts: [part] }, { [key]: here })).toEqual([])
  }
  expect(told.has('schools') && told.has('people')).toBe(true)
  if (place === null) {
    const { from } = daysOf(year)
    const expected: Expected = {}
    for (const { id } of district.rows<{ id: number }>('SELECT id FROM association')) {
      expected[`schools:${id}`] = district.number('SELECT count(*) FROM associationSchool WHERE associationId = ?', id)
      expected[`members:${id}`] = district.number(
        `SELECT count(DISTINCT librarianId) FROM associationMember WHERE associationId = ?
         AND ("from" IS NULL OR "from" <= ?) AND ("to" IS NULL OR "to" >= ?)`,
        id,
        on,
        on,
      )
      expected[`meetings:${id}`] = district.number(
        `SELECT count(*) FROM meeting m JOIN meetingSeries s ON s.id = m.seriesId WHERE s.associationId = ? AND m.date BETWEEN ? AND ?`,
        id,
        from,
        on,
      )
    }
    expect(sectionFaults({ ...content, parts: [partOf(content, 'associations')] }, { associations: expected })).toEqual(
      [],
    )
  }
})
