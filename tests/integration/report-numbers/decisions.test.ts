import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Expected, percents, sectionFaults, sumBy } from './expected'
import { cellsOf, daysOf, type Judged, partOf, sample, yearBefore } from './judge'
import { decisionsOf, type Outcome, type OwnDecision, outcomeOf, outcomes } from './own-states'

/** Execution of decisions on the last day of the year, worked out from dues and marks. */

let district: Judged
beforeAll(async () => {
  district = await sample()
}, 60_000)
afterAll(() => district.close())

function counted(schoolYear: string, place: number | null) {
  const { from, on } = daysOf(schoolYear)
  const all = decisionsOf(district, from, on, place)
  const told = all.map((one) => ({ one, outcome: outcomeOf(one, on) }))
  const by = sumBy(told, (row) => row.outcome)
  const of = (...names: Outcome[]): number => names.reduce((sum, name) => sum + (by.get(name) ?? 0), 0)
  return { all, told, of, on }
}

/** Decisions carried over into another meeting by the day, and those that came so. */
function carried(all: readonly OwnDecision[], on: string): { carried: number; brought: number } {
  const later = new Set(
    district
      .rows<{ uid: string }>(
        `SELECT d.carriedFrom AS uid FROM decision d JOIN meeting m ON m.id = d.meetingId
         WHERE d.carriedFrom IS NOT NULL AND m.date <= ?`,
        on,
      )
      .map((row) => row.uid),
  )
  const came = new Set(
    district.rows<{ uid: string }>('SELECT uid FROM decision WHERE carriedFrom IS NOT NULL').map((row) => row.uid),
  )
  return {
    carried: all.filter((one) => later.has(one.uid)).length,
    brought: all.filter((one) => came.has(one.uid)).length,
  }
}

const asked = ['2024-2025', '2025-2026', '2026-2027'].flatMap((year) =>
  [null, 1, 2].map((place) => [year, place] as const),
)

test.each(asked)('decisions of %s, association %s', async (year, place) => {
  const content = await district.section('decisions', year, place)
  const { all, told, of, on } = counted(year, place)
  const before = counted(yearBefore(year), place)
  const done = of('in-time', 'late', 'done')
  const each = Object.fromEntries(outcomes.map((name) => [`outcome:${name}`, of(name)]))
  const share = (part: number): number | null => percents(part, all.length)
  const ways = carried(all, on)
  const summary: Expected = { taken: all.length, ...each, done, doneShare: share(done), ...ways }
  const table: Expected = { taken: all.length, ...each, 'share:taken': 1000 }
  const tells = (key: string): boolean => partOf(content, 'outcomes').figures.some((one) => one.key === key)
  if (tells('before:taken')) table['before:taken'] = before.all.length
  const chart: Expected = { ...each }
  for (const name of outcomes) {
    table[`share:outcome:${name}`] = share(of(name))
    // Last year's may stand in figures of its own; those of this year carry it too, which is judged for every section.
    if (tells(`before:${name}`)) table[`before:${name}`] = before.of(name)
  }
  const faults = sectionFaults(
    { ...content, parts: content.parts.filter((part) => part.key !== 'meetings' && part.key !== 'overdue') },
    { summary, outcomes: table, outcomesChart: chart },
  )
  // Shares are printed so that they sum up to a hundred, which may move one by a tenth.
  expect(faults.filter((fault) => !/share:outcome|share:/u.test(fault))).toEqual([])
  const shares = partOf(content, 'outcomes').figures.filter((one) => one.key.startsWith('share:outcome'))
  for (const one of shares) expect(Math.abs((one.value ?? 0) - (table[one.key] ?? 0))).toBeLessThanOrEqual(1)
  expect(shares.reduce((sum, one) => sum + (one.value ?? 0), 0)).toBe(1000)

  const meetings = content.parts.find((part) => part.key === 'meetings')
  if (meetings) {
    const dates = [...new Set(told.map((row) => row.one.meetingDate))]
    const row = (rows: typeof told): string[] => {
      const n = (...names: Outcome[]): string => String(rows.filter((one) => names.includes(one.outcome)).length)
      return [
        String(rows.length),
        n('in-time', 'late', 'done'),
        n('partial'),
        n('open', 'standing', 'cancelled'),
        n('overdue'),
      ]
    }
    const printed = cellsOf(meetings).filter((cells) => cells.length > 2)
    expect(printed.map((cells) => cells.slice(-5))).toEqual([
      ...dates.map((date) => row(told.filter((one) => one.one.meetingDate === date))),
      row(told),
    ])
  }
  const late = content.parts.find((part) => part.key === 'overdue')
  const overdue = told.filter((row) => row.outcome === 'overdue').length
  if (late === undefined) expect(overdue).toBe(0)
  else if (late.form === 'table') expect(late.rows.filter((one) => one.look === 'plain')).toHaveLength(overdue)
})

test('a decision of every outcome is among those judged', () => {
  const seen = new Set(asked.flatMap(([year, place]) => counted(year, place).told.map((row) => row.outcome)))
  expect([...seen].sort()).toEqual([...outcomes].sort())
})
