import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Expected, keyed, sectionFaults, sumBy } from './expected'
import { daysOf, type Judged, sample } from './judge'

/** Acts of write-off that were booked and stand: what was reversed was not written off. */

let district: Judged
beforeAll(async () => {
  district = await sample()
}, 60_000)
afterAll(() => district.close())

interface Line {
  id: number
  school: string
  reason: string
  disposal: string
  campaignId: number | null
  textbookId: number
  year: number
  copies: number
  sum: number
}

function lines(from: string, to: string, place: number | null, campaign = false): Line[] {
  return district.rows<Line>(
    `SELECT w.id, s.shortName AS school, w.reason, w.disposal, w.campaignId, lot.textbookId, lot.publicationYear AS year,
       l.copies, l.copies * lot.price AS sum
     FROM writeOffLine l JOIN writeOff w ON w.id = l.writeOffId JOIN school s ON s.id = w.schoolId JOIN lot ON lot.id = l.lotId
     WHERE w.state = 'booked' AND w.date BETWEEN ? AND ? AND (? = 0 OR w.campaignId IS NOT NULL)
       AND (? IS NULL OR s.id IN (SELECT schoolId FROM associationSchool WHERE associationId = ?))`,
    from,
    to,
    campaign ? 1 : 0,
    place,
    place,
  )
}

const copies = (rows: readonly Line[]): number => rows.reduce((sum, row) => sum + row.copies, 0)
const money = (rows: readonly Line[]): number => rows.reduce((sum, row) => sum + row.sum, 0)
const acts = (rows: readonly Line[]): number => new Set(rows.map((row) => row.id)).size

/** «acts:», «copies:», «sum:» of each group and of all. */
function grouped(rows: readonly Line[], of: (row: Line) => string): Expected {
  const groups = new Map<string, Line[]>()
  for (const row of rows) groups.set(of(row), [...(groups.get(of(row)) ?? []), row])
  const told: Expected = { 'acts:all': acts(rows), 'copies:all': copies(rows), 'sum:all': money(rows) }
  for (const [key, some] of groups) {
    told[`acts:${key}`] = acts(some)
    told[`copies:${key}`] = copies(some)
    told[`sum:${key}`] = money(some)
  }
  return told
}

const asked = ['2024-2025', '2025-2026', '2026-2027'].flatMap((year) =>
  [null, 1, 2].map((place) => [year, place] as const),
)

test.each(asked)('write-off of %s, association %s', async (year, place) => {
  const { from, on } = daysOf(year)
  const all = lines(from, on, place)
  const content = await district.section('writeoff', year, place)
  const told = (key: string): string[] =>
    content.parts.find((part) => part.key === key)?.figures.map((one) => one.key) ?? []
  const only = (expected: Expected, key: string): Expected =>
    Object.fromEntries(Object.entries(expected).filter(([name]) => told(key).includes(name)))
  const campaigns: Expected = {}
  for (const { id } of district.rows<{ id: number }>('SELECT id FROM writeOffCampaign')) {
    const own = lines('2000-01-01', on, null, true).filter((row) => row.campaignId === id)
    campaigns[`schools:${id}`] = district.number('SELECT count(*) FROM writeOffCampaignSchool WHERE campaignId = ?', id)
    campaigns[`done:${id}`] = new Set(own.map((row) => row.school)).size
    campaigns[`copies:${id}`] = copies(own)
    campaigns[`sum:${id}`] = money(own)
  }
  expect(
    sectionFaults(content, {
      summary: {
        acts: acts(all),
        copies: copies(all),
        sum: money(all),
        titles: new Set(all.map((row) => row.textbookId)).size,
        schools: new Set(all.map((row) => row.school)).size,
        ...keyed(
          'reason:',
          sumBy(
            all,
            (row) => row.reason,
            (row) => row.copies,
          ),
        ),
      },
      reasons: only(
        grouped(all, (row) => row.reason),
        'reasons',
      ),
      // By reasons, or by schools where there is one reason only.
      chart: only({ ...grouped(all, (row) => row.school), ...grouped(all, (row) => row.reason) }, 'chart'),
      schools: only(
        grouped(all, (row) => row.school),
        'schools',
      ),
      disposal: only(
        grouped(all, (row) => row.disposal),
        'disposal',
      ),
      years: only(
        grouped(all, (row) => String(row.year)),
        'years',
      ),
      campaigns: only(campaigns, 'campaigns'),
    }),
  ).toEqual([])
  if (year === '2025-2026' && place === null) expect(acts(all)).toBe(6)
})
