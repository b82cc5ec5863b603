import type { Judged } from './judge'
import { counts, decisionsOf, goesOn, isLate, lastOfMarks, type OwnDecision, type OwnDue, ownState } from './own-states'

/** Where an item of a road map is on a day, worked out from its marks, links and sub-events: by the rules as they are told to people. */

export const states = ['done', 'partial', 'moved', 'overdue', 'ahead', 'standing', 'cancelled'] as const
export type State = (typeof states)[number]

export interface Row {
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
function own(district: Judged, uid: string, dues: OwnDue[], day: string): Own {
  const marks = district
    .rows<Mark>('SELECT NULL AS "by", state, "on", movedTo FROM roadmapMark WHERE itemUid = ? ORDER BY ord', uid)
    .filter((mark) => mark.on <= day && counts(dues, mark, day))
  const last = lastOfMarks(marks)
  const move = lastOfMarks(marks.filter((mark) => mark.state === 'moved'))
  const links = fulfilments(district, uid, day)
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

/** Decisions are worked out once for a district. */
const known = new WeakMap<Judged, Map<string, OwnDecision>>()

function decisionsByUid(district: Judged): Map<string, OwnDecision> {
  const found =
    known.get(district) ?? new Map(decisionsOf(district, '2000-01-01', '2100-01-01', null).map((one) => [one.uid, one]))
  known.set(district, found)
  return found
}

function fulfilments(district: Judged, uid: string, day: string): { done: boolean; on: string | null }[] {
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
    const decision = decisionsByUid(district).get(decisionUid ?? '')
    if (decision === undefined) return []
    const state = ownState(decision.dues, decision.owed, decision.marks, day)
    return [{ done: state.closed === 'done', on: state.closedOn }]
  })
}

const duesOf = (district: Judged, uid: string): OwnDue[] =>
  district.rows<OwnDue>('SELECT "from", "to", recurrence FROM roadmapDue WHERE itemUid = ? ORDER BY ord', uid)

export function stateOf(district: Judged, item: Row, day: string): State {
  const mine = own(district, item.uid, duesOf(district, item.uid), day)
  const parts = district
    .rows<Row>('SELECT uid FROM roadmapItem WHERE parentUid = ? ORDER BY ord', item.uid)
    .map((part) => {
      const dues = duesOf(district, part.uid)
      return own(district, part.uid, dues.length > 0 ? dues : mine.dues, day)
    })
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
