import type { AgendaItem, Decision, Meeting, Speech } from '@shared/contract/meetings'

/** Changes of a meeting's agenda and of what was said and decided. Every one answers a new document. */

/** Where speeches and decisions stand: at an agenda item, or at none («Без вопроса»). */
export type Place = { at: 'item'; uid: string } | { at: 'general' }
export const general: Place = { at: 'general' }

/** A speech or a decision, by its key. */
export type Line = { kind: 'speech'; uid: string } | { kind: 'decision'; uid: string }

/** What a place holds. */
export interface Holder {
  speeches: Speech[]
  decisions: Decision[]
}

export function itemAt(uid: string): Place {
  return { at: 'item', uid }
}

export function samePlace(a: Place, b: Place): boolean {
  return a.at === 'item' ? b.at === 'item' && a.uid === b.uid : b.at === 'general'
}

export function findItem(meeting: Meeting, uid: string): AgendaItem | undefined {
  return meeting.agenda.find((item) => item.uid === uid)
}

/** Speeches and decisions of a place; nothing where the item is gone. */
export function holderAt(meeting: Meeting, place: Place): Holder {
  if (place.at === 'general') return meeting
  return findItem(meeting, place.uid) ?? { speeches: [], decisions: [] }
}

export function placesOf(meeting: Meeting): Place[] {
  return [...meeting.agenda.map((item) => itemAt(item.uid)), general]
}

/** Where a line stands, or undefined when it is no longer there. */
export function placeOfLine(meeting: Meeting, line: Line): Place | undefined {
  return placesOf(meeting).find((place) => {
    const holder = holderAt(meeting, place)
    const lines: readonly { uid: string }[] = line.kind === 'speech' ? holder.speeches : holder.decisions
    return lines.some((each) => each.uid === line.uid)
  })
}

/** Lines of a place in the order they are read: what was heard, who spoke, what was decided. */
export function linesOf(holder: Holder): Line[] {
  return [
    ...holder.speeches.map(({ uid }): Line => ({ kind: 'speech', uid })),
    ...holder.decisions.map(({ uid }): Line => ({ kind: 'decision', uid })),
  ]
}

export function insertItem(meeting: Meeting, item: AgendaItem, after: string | null): Meeting {
  return { ...meeting, agenda: insertAfter(meeting.agenda, item, after) }
}

export function updateItem(meeting: Meeting, uid: string, patch: Partial<Omit<AgendaItem, 'uid'>>): Meeting {
  return { ...meeting, agenda: patchByUid(meeting.agenda, uid, (item) => ({ ...item, ...patch })) }
}

/** Moves an item by so many places, as far as the ends. */
export function moveItem(meeting: Meeting, uid: string, by: number): Meeting {
  return { ...meeting, agenda: moveByUid(meeting.agenda, uid, by) }
}

export function removeItem(meeting: Meeting, uid: string): Meeting {
  return { ...meeting, agenda: meeting.agenda.filter((item) => item.uid !== uid) }
}

export function updateHolder(meeting: Meeting, place: Place, change: (holder: Holder) => Partial<Holder>): Meeting {
  if (place.at === 'general') return { ...meeting, ...change(meeting) }
  return { ...meeting, agenda: patchByUid(meeting.agenda, place.uid, (item) => ({ ...item, ...change(item) })) }
}

export function insertSpeech(meeting: Meeting, place: Place, speech: Speech, after: string | null): Meeting {
  return updateHolder(meeting, place, ({ speeches }) => ({ speeches: insertAfter(speeches, speech, after) }))
}

export function insertDecision(meeting: Meeting, place: Place, decision: Decision, after: string | null): Meeting {
  return updateHolder(meeting, place, ({ decisions }) => ({ decisions: insertAfter(decisions, decision, after) }))
}

export function updateSpeech(meeting: Meeting, uid: string, change: (speech: Speech) => Speech): Meeting {
  const place = placeOfLine(meeting, { kind: 'speech', uid })
  if (!place) return meeting
  return updateHolder(meeting, place, ({ speeches }) => ({ speeches: patchByUid(speeches, uid, change) }))
}

export function updateDecision(meeting: Meeting, uid: string, change: (decision: Decision) => Decision): Meeting {
  const place = placeOfLine(meeting, { kind: 'decision', uid })
  if (!place) return meeting
  return updateHolder(meeting, place, ({ decisions }) => ({ decisions: patchByUid(decisions, uid, change) }))
}

/** Moves a line among its like in the same place. */
export function moveLine(meeting: Meeting, line: Line, by: number): Meeting {
  const place = placeOfLine(meeting, line)
  if (!place) return meeting
  return updateHolder(meeting, place, ({ speeches, decisions }) =>
    line.kind === 'speech'
      ? { speeches: moveByUid(speeches, line.uid, by) }
      : { decisions: moveByUid(decisions, line.uid, by) },
  )
}

/** Takes a line to the end of another place: a decision that turned out to belong to the next item. */
export function moveLineTo(meeting: Meeting, line: Line, to: Place): Meeting {
  const from = placeOfLine(meeting, line)
  if (!from || samePlace(from, to) || (to.at === 'item' && !findItem(meeting, to.uid))) return meeting
  const holder = holderAt(meeting, from)
  const without = removeLine(meeting, line)
  if (line.kind === 'speech') {
    const speech = holder.speeches.find(({ uid }) => uid === line.uid)
    return speech ? updateHolder(without, to, ({ speeches }) => ({ speeches: [...speeches, speech] })) : meeting
  }
  const decision = holder.decisions.find(({ uid }) => uid === line.uid)
  return decision ? updateHolder(without, to, ({ decisions }) => ({ decisions: [...decisions, decision] })) : meeting
}

export function removeLine(meeting: Meeting, line: Line): Meeting {
  const place = placeOfLine(meeting, line)
  if (!place) return meeting
  return updateHolder(meeting, place, ({ speeches, decisions }) =>
    line.kind === 'speech'
      ? { speeches: speeches.filter(({ uid }) => uid !== line.uid) }
      : { decisions: decisions.filter(({ uid }) => uid !== line.uid) },
  )
}

/** After the row named; at the end when none is named or it is not there. */
export function insertAfter<T extends { uid: string }>(rows: readonly T[], row: T, after: string | null): T[] {
  const at = after === null ? -1 : rows.findIndex(({ uid }) => uid === after)
  if (at < 0) return [...rows, row]
  return [...rows.slice(0, at + 1), row, ...rows.slice(at + 1)]
}

export function moveByUid<T extends { uid: string }>(rows: readonly T[], uid: string, by: number): T[] {
  const from = rows.findIndex((row) => row.uid === uid)
  const row = rows[from]
  if (!row) return [...rows]
  const rest = rows.filter((_, index) => index !== from)
  const to = Math.max(0, Math.min(rest.length, from + by))
  return [...rest.slice(0, to), row, ...rest.slice(to)]
}

export function patchByUid<T extends { uid: string }>(rows: readonly T[], uid: string, change: (row: T) => T): T[] {
  return rows.map((row) => (row.uid === uid ? change(row) : row))
}
