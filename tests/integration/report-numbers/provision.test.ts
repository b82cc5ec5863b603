import type { Trace } from '@shared/contract/report-content'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grouped, sectionFaults } from './expected'
import { byGrade, bySubject, expectedProvision, studied, sum } from './expected-provision'
import { cellsOf, type Judged, plain, rowsOfTrace, sample, today } from './judge'
import {
  deficitOf,
  type OwnRow,
  provisionAfter,
  provisionDay,
  provisionOf,
  pupilsKnown,
  spareOf,
} from './own-provision'

/** Provision worked out anew from pupils, editions and movements: by subject, grade and school, of the year and of the next. */

let district: Judged
beforeAll(async () => {
  district = await sample()
}, 60_000)
afterAll(() => district.close())

const asked = ['2024-2025', '2025-2026', '2026-2027'].flatMap((year) =>
  [null, 1, 2].map((place) => [year, place] as const),
)

test.each(asked)('provision of %s, association %s', async (year, place) => {
  const content = await district.section('provision', year, place)
  const { expected, rows, forecast } = expectedProvision(district, content, year, place)
  expect(pupilsKnown(district, year)).toBe(true)
  expect(sectionFaults(content, expected)).toEqual([])

  // The chart and the table of schools are of those that lack most; no subject with pupils is left out of the tables.
  const most = (all: readonly OwnRow[], by: (row: OwnRow) => string): number[] =>
    [...grouped(all, by).values()].map((some) => sum(some, deficitOf)).sort((one, other) => other - one)
  const printed = (key: string, name: string): (number | null)[] =>
    content.parts
      .find((part) => part.key === key)
      ?.figures.filter((one) => one.key.startsWith(`${name}:`) && !/:(?:all|rest)$/u.test(one.key))
      .map((one) => one.value) ?? []
  const lacking = printed('schools', 'deficit')
  expect(lacking).toEqual(most(rows, (row) => row.school).slice(0, lacking.length))
  const drawn = printed('chart', 'deficit')
  expect(drawn).toEqual(most(rows, bySubject).slice(0, drawn.length))
  for (const [key, by, all] of [
    ['subjects', bySubject, rows],
    ['grades', byGrade, rows],
    ['next', bySubject, studied(forecast)],
  ] as const) {
    const part = content.parts.find((one) => one.key === key)
    expect(part, key).toBeDefined()
    if (part) expect(cellsOf(part), key).toHaveLength(new Set(all.map(by)).size + 1)
  }
})

/** «СОШ № 1/Алгебра/7 = 25»: what a row of the list says, and what it should say. */
const line = (school: unknown, subject: unknown, grade: unknown, value: unknown): string =>
  `${school}/${subject}/${grade} = ${value}`

const columns: Record<string, (row: OwnRow) => number> = {
  students: (row) => row.students ?? 0,
  usable: (row) => row.usable,
  deficit: deficitOf,
  surplus: spareOf,
  expired: (row) => row.expired,
}

/** The municipality and an association with a part of its schools, a year that is over and the one that lasts. */
const looked: [string, number | null][] = [
  ['2024-2025', 2],
  ['2025-2026', null],
  ['2026-2027', 2],
  ['2026-2027', null],
]

test.each(looked)('rows behind the provision of %s, association %s, one by one', async (year, place) => {
  const content = await district.section('provision', year, place)
  const later = new Map<string, OwnRow[]>()
  const wrong: string[] = []
  let followed = 0
  // The rows of a school and of a subject, of the whole and of each column: a figure of each kind.
  const wanted = content.parts.flatMap((part) =>
    part.figures.filter((one) => /^[^:]+(?::(?:all|10|Физика|МАОУ лицей № 5))?$/u.test(one.key)),
  )
  for (const { trace, key } of wanted) {
    if (trace?.list !== 'provision') continue
    const column = (trace.sum ?? '').replace(/^next(.)/u, (_, first: string) => first.toLowerCase())
    const ofNext = column !== trace.sum
    const own = later.get(`${trace.schoolYear}/${ofNext}`) ?? rowsOf(trace, ofNext, place)
    later.set(`${trace.schoolYear}/${ofNext}`, own)
    const asked = new Map(
      trace.filters.flatMap((filter) => (filter.op === 'in' ? [[filter.column, filter.values]] : [])),
    )
    const mine = own.filter(
      (row) =>
        (columns[column]?.(row) ?? 0) > 0 &&
        (asked.get('subject')?.includes(row.subject) ?? true) &&
        (asked.get('grade')?.map(String).includes(String(row.grade)) ?? true) &&
        (asked.get('school')?.includes(row.school) ?? true),
    )
    const theirs = (await rowsOfTrace(district.call, trace)).filter((row) => Number(row[trace.sum ?? '']) > 0)
    const shown = theirs.map((row) => line(row.school, row.subject, row.grade, row[trace.sum ?? '']))
    const must = mine.map((row) => line(row.school, row.subject, row.grade, columns[column]?.(row)))
    followed += must.length
    const [first] = must.filter((one) => !shown.includes(one))
    const [extra] = shown.filter((one) => !must.includes(one))
    if (first !== undefined || extra !== undefined) wrong.push(`${key}: ${first ?? 'no row'}, shown ${extra ?? 'none'}`)
  }
  expect(wrong).toEqual([])
  expect(followed).toBeGreaterThan(500)
})

function rowsOf(trace: Trace, next: boolean, place: number | null): OwnRow[] {
  const year = trace.schoolYear ?? ''
  return next ? provisionAfter(district, year, place, today) : provisionOf(district, year, place, today)
}

test('says of what day it is', async () => {
  for (const [year, place] of asked) {
    const [ofYear, month, day] = provisionDay(year, today).split('-').map(Number)
    const content = await district.section('provision', year, place)
    const text = plain(content.parts.map((part) => part.title).join('\n'))
    expect(text).toContain(`на ${day} ${['сентября', 'октября', 'ноября'][(month ?? 0) - 9]} ${ofYear} г.`)
  }
})
