import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Expected, keyed, percents, sectionFaults, sumBy } from './expected'
import { daysOf, type Judged, partOf, sample } from './judge'
import {
  ageBand,
  categoryState,
  courseState,
  educationClass,
  membersOf,
  type Person,
  positionGroup,
  serviceBand,
  unknown,
  type Working,
  within,
  working,
  years,
  yearsLater,
} from './own-people'

/** People of the libraries on the last day of the year, from their cards: sums of every table are the head-count. */

let district: Judged
beforeAll(async () => {
  district = await sample()
}, 60_000)
afterAll(() => district.close())

const rateOf = (people: readonly Working[]): number =>
  people.reduce((sum, one) => sum + one.places.reduce((whole, place) => whole + place.rate, 0), 0)

function table(people: readonly Working[], of: (one: Working) => string): Expected {
  const told: Expected = {
    all: people.length,
    'rate:all': rateOf(people),
    'share:all': people.length === 0 ? null : 1000,
  }
  for (const [key, count] of sumBy(people, of)) {
    told[`of:${key}`] = count
    told[`share:${key}`] = percents(count, people.length)
    told[`rate:${key}`] = rateOf(people.filter((one) => of(one) === key))
  }
  return told
}

const asked = ['2024-2025', '2025-2026', '2026-2027'].flatMap((year) =>
  [null, 1, 2].map((place) => [year, place] as const),
)

test.each(asked)('the staff of %s, association %s', async (year, place) => {
  const { on } = daysOf(year)
  const people = working(district, on, place)
  const content = await district.section('staffing', year, place)
  const by: Record<string, (one: Working) => string> = {
    positions: (one) => positionGroup(one.places[0]?.position ?? ''),
    education: (one) => educationClass(district, one.id),
    libraryService: (one) => serviceBand(years(one.libraryWorkSince, on, true)),
    service: (one) => serviceBand(years(one.workingSince, on, true)),
    category: (one) => one.category,
    categoryState: (one) => categoryState(one, on),
    age: (one) => ageBand(years(one.birthDate, on, false)),
    courses: (one) => courseState(district, one.id, on),
  }
  const has = (name: string, keys: readonly string[]): number =>
    people.filter((one) => keys.includes(by[name]?.(one) ?? '')).length
  const numbers: Expected = {
    people: people.length,
    rate: rateOf(people),
    higher: has('education', ['higher-library', 'higher-pedagogical', 'higher-other']),
    library: has('education', ['higher-library', 'vocational-library']),
    beginners: has('libraryService', ['under-3']),
    experienced: has('libraryService', ['10-20', 'over-20']),
    category: people.filter((one) => one.category !== 'none').length,
    'category:highest': has('category', ['highest']),
    'category:first': has('category', ['first']),
    young: has('age', ['under-35']),
    old: has('age', ['over-55']),
  }
  for (const key of ['higher', 'library', 'beginners', 'experienced', 'category', 'young', 'old'])
    numbers[`${key}:share`] = percents(numbers[key] ?? 0, people.length)
  const schools = district.rows<{ id: number; status: string | null }>(
    `SELECT s.id, (SELECT x.status FROM schoolStatus x WHERE x.schoolId = s.id AND (x.since IS NULL OR x.since <= ?)
       ORDER BY coalesce(x.since, '') DESC, x.ord DESC LIMIT 1) AS status
     FROM school s WHERE (s.closedOn IS NULL OR s.closedOn > ?)
       AND (? IS NULL OR s.id IN (SELECT schoolId FROM associationSchool WHERE associationId = ?))`,
    on,
    on,
    place,
    place,
  )
  numbers.schools = schools.length
  numbers.vacant = schools.filter(
    (one) =>
      district.number(`SELECT count(*) FROM employment e WHERE schoolId = ? AND ${within}`, one.id, on, on) === 0,
  ).length
  const libraries: Expected = { all: schools.length, 'share:all': 1000 }
  for (const [key, count] of sumBy(schools, (one) => one.status ?? unknown)) {
    libraries[`of:${key}`] = count
    libraries[`share:${key}`] = percents(count, schools.length)
  }
  const expected: Record<string, Expected> = {
    summary: {},
    libraries,
    librariesChart: libraries,
    vacant: { vacant: numbers.vacant ?? 0 },
  }
  for (const [name, of] of Object.entries(by)) {
    expected[name] = table(people, of)
    expected[`${name}Chart`] = table(people, of)
  }
  for (const part of content.parts) {
    const wanted = part.key === 'summary' ? numbers : (expected[part.key] ?? {})
    const keys = new Set(part.figures.map((one) => one.key))
    // A group nobody is in may be told as nought or not at all.
    const zero = part.figures.filter((one) => /^(?:of|rate|share):/u.test(one.key) && !(one.key in wanted))
    expected[part.key] = {
      ...Object.fromEntries(zero.map((one) => [one.key, 0])),
      ...Object.fromEntries(Object.entries(wanted).filter(([key]) => keys.has(key))),
    }
    if (part.form !== 'table') continue
    const count = (prefix: string): number =>
      part.figures.filter((one) => one.key.startsWith(prefix)).reduce((sum, one) => sum + (one.value ?? 0), 0)
    const head = part.key === 'libraries' ? schools.length : people.length
    expect(count('of:'), part.key).toBe(head)
    if (part.key !== 'libraries') expect(count('rate:') - (wanted['rate:all'] ?? 0), part.key).toBe(rateOf(people))
  }
  const faults = sectionFaults(content, expected)
  // Shares are evened out so that they make a hundred.
  expect(faults.filter((fault) => !/\.share:/u.test(fault))).toEqual([])
  for (const part of content.parts)
    for (const one of part.figures.filter((figure) => figure.key.startsWith('share:')))
      expect(Math.abs((one.value ?? 0) - (expected[part.key]?.[one.key] ?? 0)), one.key).toBeLessThanOrEqual(1)
})

test.each(asked)('training in %s, association %s', async (year, place) => {
  const { from, on } = daysOf(year)
  const people = working(district, on, place)
  const ids = new Set(people.map((one) => one.id))
  const members = membersOf(district, place, on)
  const courses = district
    .rows<{ id: number; hours: number | null; organisation: string }>(
      `SELECT librarianId AS id, hours, organisation FROM course WHERE coalesce("to", "from") BETWEEN ? AND ?`,
      from,
      on,
    )
    .filter((one) => members === null || members.has(one.id))
  const content = await district.section('training', year, place)
  const organisations: Expected = { 'courses:all': courses.length, 'share:all': courses.length === 0 ? null : 1000 }
  organisations['hours:all'] = courses.reduce((sum, one) => sum + (one.hours ?? 0), 0)
  Object.assign(
    organisations,
    keyed(
      'courses:of ',
      sumBy(courses, (one) => one.organisation),
    ),
    keyed(
      'hours:of ',
      sumBy(
        courses,
        (one) => one.organisation,
        (one) => one.hours ?? 0,
      ),
    ),
  )
  const attested = (one: Person): string =>
    one.category !== 'none' && categoryState(one, on) !== 'expired'
      ? 'category'
      : one.attestedOn === null || one.attestedOn > on
        ? 'none'
        : one.attestedOn >= yearsLater(on, -5)
          ? 'fresh'
          : 'old'
  const attestation: Expected = { all: people.length, 'share:all': 1000 }
  for (const [key, count] of sumBy(people, attested)) {
    attestation[`of:${key}`] = count
    attestation[`share:${key}`] = percents(count, people.length)
  }
  const fresh = people.filter((one) => courseState(district, one.id, on) === 'fresh').length
  const nextEnd = `${Number(daysOf(year).to.slice(0, 4)) + 1}-08-31`
  const wanted: Record<string, Expected> = {
    courses: {
      courses: courses.length,
      trained: new Set(courses.map((one) => one.id)).size,
      hours: organisations['hours:all'] ?? 0,
      people: people.length,
      fresh,
      freshShare: percents(fresh, people.length),
    },
    organisations,
    organisationsChart: keyed(
      'courses:',
      sumBy(courses, (one) => one.organisation),
    ),
    categories: {
      people: people.length,
      category: people.filter((one) => one.category !== 'none').length,
      got: people.filter((one) => one.categoryOn !== null && one.categoryOn >= from && one.categoryOn <= on).length,
      expired: people.filter((one) => categoryState(one, on) === 'expired').length,
      ending: people.filter(
        (one) => one.category !== 'none' && (one.categoryUntil ?? '') >= on && (one.categoryUntil ?? '') <= nextEnd,
      ).length,
      attested: people.filter((one) => (one.attestedOn ?? '') >= from && (one.attestedOn ?? '') <= on).length,
    },
    attestation,
  }
  for (const part of content.parts) {
    const keys = new Set(part.figures.map((one) => one.key))
    wanted[part.key] = Object.fromEntries(Object.entries(wanted[part.key] ?? {}).filter(([key]) => keys.has(key)))
  }
  expect(sectionFaults(content, wanted).filter((fault) => !/\.share:/u.test(fault))).toEqual([])
  const rows = (key: string): number | null => {
    const part = content.parts.find((one) => one.key === key)
    return part?.form === 'table' ? part.rows.filter((row) => row.look === 'plain').length : null
  }
  expect(rows('courseTable') ?? 0).toBe(courses.length)
  expect(rows('overdue') ?? 0).toBe(people.length - fresh)
  expect(ids.size).toBe(people.length)
})

test.each(asked)('awards, contests and publications of %s, association %s', async (year, place) => {
  const { from, on } = daysOf(year)
  const members = membersOf(district, place, on)
  const mine = <R extends { id: number }>(rows: R[]): R[] =>
    rows.filter((one) => members === null || members.has(one.id))
  const awards = mine(
    district.rows<{ id: number }>('SELECT librarianId AS id FROM award WHERE "on" BETWEEN ? AND ?', from, on),
  )
  const contests = mine(
    district.rows<{ id: number; level: string }>(
      'SELECT librarianId AS id, level FROM contestResult WHERE "on" BETWEEN ? AND ?',
      from,
      on,
    ),
  )
  const published = mine(
    district.rows<{ id: number }>(
      'SELECT librarianId AS id FROM publication WHERE year IN (?, ?)',
      Number(year.slice(0, 4)),
      Number(year.slice(5)),
    ),
  )
  const content = await district.section('awards', year, place)
  const numbers: Expected = {
    awards: awards.length,
    awarded: new Set(awards.map((one) => one.id)).size,
    contests: contests.length,
    contested: new Set(contests.map((one) => one.id)).size,
    publications: published.length,
    ...keyed(
      'contests:',
      sumBy(contests, (one) => one.level),
    ),
    ...keyed(
      'level:',
      sumBy(contests, (one) => one.level),
    ),
  }
  const wanted = Object.fromEntries(
    content.parts.map((part) => {
      const keys = new Set(part.figures.map((one) => one.key))
      return [part.key, Object.fromEntries(Object.entries(numbers).filter(([key]) => keys.has(key)))]
    }),
  )
  expect(sectionFaults(content, wanted)).toEqual([])
  for (const [key, rows] of Object.entries({ awards, contests, publications: published })) {
    const part = content.parts.find((one) => one.key === key)
    if (part === undefined) expect(rows, key).toEqual([])
    else if (part.form === 'table') expect(part.rows.filter((row) => row.look === 'plain')).toHaveLength(rows.length)
  }
  expect(partOf(content, 'summary').form).toBe('text')
})
