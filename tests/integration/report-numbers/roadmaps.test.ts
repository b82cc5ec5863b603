import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Expected, percents, sectionFaults } from './expected'
import { daysOf, type Judged, sample } from './judge'
import { counts, decisionsOf, goesOn, isLate, lastOfMarks, type OwnDecision, type OwnDue, ownState } from './own-states'

/** Where every item of the road maps and plans of a year is on its last day, worked out from marks, links and sub-events. */

let district: Judged
beforeAll(async () => {
  district = await sample()
}, 60_000)
afterAll(() => district.close())

const states = ['done', 'partial', 'moved', 'overdue', 'ahead', 'standing', 'cancelled'] as const
type State = (typeof states)[number]

interface Row {
  uid: string
  roadmapId: number
  sectionUid: string
  parentUid: string | null
}
interface Mark {
  by: null
  state: string
  on: string
  movedTo: string | null
}
interface Own {
  closed: 'done' | 'cancelled' | null
  begun: boolean
  moved: boolean
  dues: OwnDue[]
}

/** What is known of one row by itself, without its sub-events. */
function own(uid: string, dues: OwnDue[], day: string): Own {
  const marks = district
    .rows<Mark>('SELECT NULL AS "by", state, "on", movedTo FROM roadmapMark WHERE itemUid = ? ORDER BY ord', uid)
    .filter((mark) => mark.on <= day && counts(dues, mark, day))
  const last = lastOfMarks(marks)
  const move = lastOfMarks(marks.filter((mark) => mark.state === 'moved'))
  const links = fulfilments(uid, day)
  const good = links.filter(
    (link) => link.done && (link.on === null || counts(dues, { by: null, state: 'done', on: link.on }, day)),
  )
  const repeats = dues.length > 0 && dues.every((due) => due.recurrence !== null && goesOn([due]))
  const byLinks = last?.state !== 'moved' && good.length > 0 && (repeats || good.length === links.length)
  return {
    closed: last?.state === 'done' ? 'done' : last?.state === 'cancelled' ? 'cancelled' : byLinks ? 'done' : null,
    begun: good.length > 0 || marks.some((mark) => mark.state === 'done' || mark.state === 'partial'),
    moved: last?.state === 'moved',
    dues: move === undefined ? dues : move.movedTo === null ? [] : [{ from: null, to: move.movedTo, recurrence: null }],
  }
}

let known: Map<string, OwnDecision> | undefined

function fulfilments(uid: string, day: string): { done: boolean; on: string | null }[] {
  const links = district.rows<{ decisionUid: string | null; eventId: number | null }>(
    'SELECT decisionUid, eventId FROM roadmapLink WHERE itemUid = ?',
    uid,
  )
  return links.flatMap(({ decisionUid, eventId }) => {
    if (eventId !== null)
      return district
        .rows<{ state: string; to: string }>('SELECT state, "to" FROM event WHERE id = ?', eventId)
        .filter((event) => event.state !== 'cancelled')
        .map((event) => ({ done: event.state === 'held' && event.to <= day, on: event.to }))
    known ??= new Map(decisionsOf(district, '2000-01-01', '2100-01-01', null).map((one) => [one.uid, one]))
    const decision = known.get(decisionUid ?? '')
    if (decision === undefined) return []
    const state = ownState(decision.dues, decision.owed, decision.marks, day)
    return [{ done: state.closed === 'done', on: state.closedOn }]
  })
}

const duesOf = (uid: string): OwnDue[] =>
  district.rows<OwnDue>('SELECT "from", "to", recurrence FROM roadmapDue WHERE itemUid = ? ORDER BY ord', uid)

function stateOf(item: Row, day: string): State {
  const mine = own(item.uid, duesOf(item.uid), day)
  const parts = district
    .rows<Row>('SELECT uid FROM roadmapItem WHERE parentUid = ? ORDER BY ord', item.uid)
    .map((part) => own(part.uid, duesOf(part.uid).length > 0 ? duesOf(part.uid) : mine.dues, day))
  const all = parts.length > 0 && parts.every((part) => part.closed !== null)
  const closed =
    mine.closed ?? (all ? (parts.every((part) => part.closed === 'cancelled') ? 'cancelled' : 'done') : null)
  if (closed !== null) return closed
  const dues = [...mine.dues, ...parts.filter((part) => part.closed === null).flatMap((part) => part.dues)]
  if (isLate(dues, day)) return 'overdue'
  if (mine.moved) return 'moved'
  if (mine.begun || parts.some((part) => part.begun || part.closed !== null)) return 'partial'
  return goesOn(dues) ? 'standing' : 'ahead'
}

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
    const each = items.map((item) => ({ item, state: stateOf(item, on) }))
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
      seen.add(stateOf(item, daysOf(year).on))
  expect([...seen].sort()).toEqual([...states].sort())
})
