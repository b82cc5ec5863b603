import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Expected, percents, sectionFaults } from './expected'
import { daysOf, type Judged, sample } from './judge'
import { type Row, type State, stateOf, states } from './own-items'

/** Where every item of the road maps and plans of a year is on its last day, worked out from marks, links and sub-events. */

let district: Judged
beforeAll(async () => {
  district = await sample()
}, 60_000)
afterAll(() => district.close())

/** Figures of a group of items under a prefix. */
function told(prefix: string, all: readonly State[]): Expected {
  const of = (state: State): number => all.filter((one) => one === state).length
  return {
    ...Object.fromEntries(states.map((state) => [`${prefix}${state}`, of(state)])),
    [`${prefix}items`]: all.length,
    [`${prefix}others`]: of('ahead') + of('standing') + of('cancelled'),
    [`${prefix}share`]: percents(of('done'), all.length),
  }
}

const asked = ['2024-2025', '2025-2026', '2026-2027'].flatMap((year) =>
  [null, 1, 2].map((place) => [year, place] as const),
)

test.each(asked)('road maps of %s, association %s', async (year, place) => {
  const { from, to, on } = daysOf(year)
  const papers = district.rows<{ id: number }>(
    'SELECT id FROM roadmap WHERE "from" <= ? AND "to" >= ? AND (? IS NULL OR associationId = ?)',
    to,
    from,
    place,
    place,
  )
  const content = await district.section('roadmaps', year, place)
  const every: State[] = []
  const table: Expected = {}
  const sections: Expected = {}
  for (const { id } of papers) {
    const items = district.rows<Row>(
      'SELECT * FROM roadmapItem WHERE roadmapId = ? AND parentUid IS NULL ORDER BY ord',
      id,
    )
    const each = items.map((item) => ({ item, state: stateOf(district, item, on) }))
    every.push(...each.map((one) => one.state))
    Object.assign(
      table,
      told(
        `paper:${id}:`,
        each.map((one) => one.state),
      ),
    )
    const order = district.rows<{ uid: string }>('SELECT uid FROM roadmapSection WHERE roadmapId = ? ORDER BY ord', id)
    for (const [index, { uid }] of order.entries())
      Object.assign(
        sections,
        told(
          `section:${id}:${index}:`,
          each.filter((one) => one.item.sectionUid === uid).map((one) => one.state),
        ),
      )
  }
  const whole = told('', every)
  const chart = content.parts.find((part) => part.key === 'chart')
  if (chart)
    expect(chart.figures.map((one) => [one.key, one.value])).toEqual(
      chart.figures.map((one) => [one.key, whole[one.key.replace(/^(?:all|state):/u, '')] ?? null]),
    )
  const only = (expected: Expected, key: string): Expected => {
    const keys = content.parts.find((part) => part.key === key)?.figures.map((one) => one.key) ?? []
    return Object.fromEntries(Object.entries(expected).filter(([name]) => keys.includes(name)))
  }
  expect(
    sectionFaults(
      { ...content, parts: content.parts.filter((part) => part.key !== 'chart') },
      {
        summary: only({ ...whole, papers: papers.length }, 'summary'),
        table: only({ ...table, ...told('all:', every) }, 'table'),
        sections: only(sections, 'sections'),
        undone: only(whole, 'undone'),
      },
    ),
  ).toEqual([])
})

test('an item of every state is among those judged', () => {
  const seen = new Set<State>()
  for (const [year] of asked)
    for (const item of district.rows<Row>('SELECT * FROM roadmapItem WHERE parentUid IS NULL'))
      seen.add(stateOf(district, item, daysOf(year).on))
  expect([...seen].sort()).toEqual([...states].sort())
})
