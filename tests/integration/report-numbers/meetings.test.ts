import { newUid } from '@shared/contract/fields'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Expected, keyed, sectionFaults, sumBy } from './expected'
import { cellsOf, daysOf, type Judged, partOf, sample, valuesOf } from './judge'

/** Meetings held: counted from the protocols themselves. */

let district: Judged
beforeAll(async () => {
  district = await sample()
}, 60_000)
afterAll(() => district.close())

interface Held {
  id: number
  date: string
  number: string
  series: string
  theme: string
  present: number | null
  items: number
  decisions: number
  format: string
  association: string
}

/** Meetings whose day has come, in the order of their days. A draft is of a meeting that was held, too. */
function held(schoolYear: string, associationId: number | null): Held[] {
  const { from, on } = daysOf(schoolYear)
  return district.rows<Held>(
    `SELECT m.id, m.date, m.number, s.name AS series, m.theme, m.format, a.shortName AS association,
       CASE m.attendanceMode
         WHEN 'count' THEN m.attendanceCount
         ELSE (SELECT count(*) FROM attendance a WHERE a.meetingId = m.id AND a.state = 'present')
       END AS present,
       (SELECT count(*) FROM agendaItem i WHERE i.meetingId = m.id) AS items,
       (SELECT count(*) FROM decision d WHERE d.meetingId = m.id) AS decisions
     FROM meeting m JOIN meetingSeries s ON s.id = m.seriesId JOIN association a ON a.id = s.associationId
     WHERE m.date BETWEEN ? AND ? AND (? IS NULL OR s.associationId = ?)
     ORDER BY m.date, m.time, m.id`,
    from,
    on,
    associationId,
    associationId,
  )
}

const total = (values: readonly (number | null)[]): number => values.reduce<number>((sum, one) => sum + (one ?? 0), 0)

/** Tenths, half up; null of nothing. */
function meanInTenths(values: readonly (number | null)[]): number | null {
  const known = values.filter((one) => one !== null)
  return known.length === 0 ? null : Math.round((total(known) * 10) / known.length)
}

function numbersOf(meetings: readonly Held[]): Expected {
  return {
    held: meetings.length,
    items: total(meetings.map((one) => one.items)),
    decisions: total(meetings.map((one) => one.decisions)),
    present: total(meetings.map((one) => one.present)),
    average: meanInTenths(meetings.map((one) => one.present)),
  }
}

const asked = ['2024-2025', '2025-2026', '2026-2027'].flatMap((year) =>
  [null, 1, 2].map((place) => [year, place] as const),
)

describe('meetings', () => {
  test.each(asked)('of %s, association %s', async (year, place) => {
    const meetings = held(year, place)
    expect(meetings.length).toBeGreaterThan(0)
    const content = await district.section('meetings', year, place)
    expect(content.on).toBe(daysOf(year).on)
    const all = numbersOf(meetings)
    const summary: Expected = {
      ...all,
      counted: meetings.filter((one) => one.present !== null).length,
      ...keyed(
        'format:',
        sumBy(meetings, (one) => one.format),
      ),
      ...keyed(
        'association:',
        sumBy(meetings, (one) => one.association),
      ),
    }
    const series: Expected = Object.fromEntries(Object.entries(all).map(([key, value]) => [`${key}:all`, value]))
    for (const name of new Set(meetings.map((one) => one.series)))
      for (const [key, value] of Object.entries(numbersOf(meetings.filter((one) => one.series === name))))
        series[`${key}:${name}`] = value
    const rows: Expected = {
      'present:all': all.present ?? 0,
      'items:all': all.items ?? 0,
      'decisions:all': all.decisions ?? 0,
    }
    for (const one of meetings) {
      rows[`present:${one.id}`] = one.present
      rows[`items:${one.id}`] = one.items
      rows[`decisions:${one.id}`] = one.decisions
    }
    const only = (expected: Expected, key: string): Expected => {
      const keys = content.parts.find((part) => part.key === key)?.figures.map((one) => one.key) ?? []
      return Object.fromEntries(Object.entries(expected).filter(([name]) => keys.includes(name)))
    }
    expect(
      sectionFaults(
        { ...content, parts: content.parts.filter((part) => part.form !== 'chart' && part.key !== 'agenda') },
        { summary: only(summary, 'summary'), series: only(series, 'series'), table: only(rows, 'table') },
      ),
    ).toEqual([])
    expect(valuesOf(partOf(content, 'summary'))).toMatchObject(all)
    const months = content.parts.find((part) => part.key === 'months')
    if (months?.form === 'chart') {
      const by = sumBy(meetings, (one) => one.date.slice(5, 7))
      const order = ['09', '10', '11', '12', '01', '02', '03', '04', '05', '06', '07', '08']
      expect(months.figures.map((one) => one.value)).toEqual(
        order.slice(0, months.labels.length).map((month) => by.get(month) ?? 0),
      )
    }
    const agenda = content.parts.find((part) => part.key === 'agenda')
    if (agenda?.form === 'table')
      expect(agenda.rows.filter((row) => row.look === 'plain' && row.cells[0]?.text !== '')).toHaveLength(
        all.items ?? 0,
      )
    const table = partOf(content, 'table')
    expect(cellsOf(table).slice(0, -1)).toEqual(
      meetings.map((one) => [
        one.number,
        one.date.split('-').reverse().join('.'),
        one.series,
        one.theme,
        String(one.present),
        String(one.items),
        String(one.decisions),
      ]),
    )
    const chart = partOf(content, 'attendance')
    expect(chart.figures.map((one) => one.value)).toEqual(meetings.map((one) => one.present))
  })

  test('a meeting whose attendance was not written down does not lower the average', async () => {
    const one = await sample()
    try {
      const { record } = await theLast(one)
      await one.call('meetings.save', {
        id: null,
        revision: null,
        meeting: {
          ...record.meeting,
          date: '2026-11-19',
          number: '99',
          attendance: { mode: 'count', count: null, text: '', roster: [] },
          chairs: record.meeting.chairs.map((person) => ({ ...person, uid: newUid() })),
          agenda: [],
          speeches: [],
          decisions: [],
          invited: [],
        },
      })
      const summary = async (of: Judged) =>
        valuesOf(partOf(await of.section('meetings', '2026-2027', null, false), 'summary'))
      const before = await summary(district)
      const after = await summary(one)
      expect(after.held).toBe((before.held ?? 0) + 1)
      expect(after.average).toBe(before.average)
      expect(after.present).toBe(before.present)
    } finally {
      await one.close()
    }
  }, 60_000)
})

async function theLast(one: Judged) {
  const id = one.number('SELECT id FROM meeting ORDER BY date DESC LIMIT 1') ?? 0
  return { record: await one.call('meetings.get', { id }) }
}
