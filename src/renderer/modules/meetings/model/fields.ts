import type { Meeting } from '@shared/contract/meetings'
import { findItem, general, itemAt, type Line, type Place, placeOfLine } from './agenda'

/** What the middle of the editor shows. */
export type View = { at: 'header' } | { at: 'attendance' } | Place

/**
 * The name of one input of the editor, kept in its `data-field`: focus is moved and warnings are shown by it.
 * `head:date`, `item:<uid>:title`, `speech:<uid>:speaker`, `decision:<uid>:text`.
 */
export type FieldKey = string

export const fieldOf = {
  head: (name: string): FieldKey => `head:${name}`,
  attendance: (name: string): FieldKey => `attendance:${name}`,
  title: (uid: string): FieldKey => `item:${uid}:title`,
  speakers: (uid: string): FieldKey => `item:${uid}:speakers`,
  vote: (uid: string): FieldKey => `item:${uid}:vote`,
  speaker: (uid: string): FieldKey => `speech:${uid}:speaker`,
  speech: (uid: string): FieldKey => `speech:${uid}:text`,
  decision: (uid: string): FieldKey => `decision:${uid}:text`,
  due: (uid: string): FieldKey => `decision:${uid}:due`,
  addressee: (uid: string): FieldKey => `decision:${uid}:addressee`,
} as const

export interface FieldName {
  of: 'head' | 'attendance' | 'item' | 'speech' | 'decision'
  /** Empty for fields of the head. */
  uid: string
  part: string
}

export function parseField(field: FieldKey): FieldName | null {
  const [of = '', second = '', third] = field.split(':')
  if (of === 'head' || of === 'attendance') return { of, uid: '', part: second }
  if ((of === 'item' || of === 'speech' || of === 'decision') && third !== undefined)
    return { of, uid: second, part: third }
  return null
}

/** The line a field belongs to, if it belongs to one. */
export function lineOfField(field: FieldKey): Line | null {
  const name = parseField(field)
  return name?.of === 'speech' || name?.of === 'decision' ? { kind: name.of, uid: name.uid } : null
}

/** Where a field is to be found, or null when what it belongs to is gone. */
export function viewOfField(meeting: Meeting, field: FieldKey): View | null {
  const name = parseField(field)
  if (!name) return null
  switch (name.of) {
    case 'head':
      return { at: 'header' }
    case 'attendance':
      return { at: 'attendance' }
    case 'item':
      return findItem(meeting, name.uid) ? itemAt(name.uid) : null
    case 'speech':
    case 'decision':
      return placeOfLine(meeting, { kind: name.of, uid: name.uid }) ?? null
  }
}

export function isPlace(view: View): view is Place {
  return view.at === 'item' || view.at === 'general'
}

/** The order of the outline, which Ctrl+↑ and Ctrl+↓ walk. */
export function viewsOf(meeting: Meeting): View[] {
  return [{ at: 'header' }, { at: 'attendance' }, ...meeting.agenda.map((item): View => itemAt(item.uid)), general]
}

export function sameView(a: View, b: View): boolean {
  return a.at === 'item' ? b.at === 'item' && a.uid === b.uid : a.at === b.at
}

/** The view itself, or the nearest that is left when its item is gone (after an undo). */
export function existingView(meeting: Meeting, view: View): View {
  return viewsOf(meeting).find((each) => sameView(each, view)) ?? { at: 'header' }
}

/**
 * The field a path of the contract means (`agenda.2.vote.for`, `decisions.0.dues.1`): errors of the store and warnings
 * of the rules name their places so.
 */
export function fieldOfPath(meeting: Meeting, path: string): FieldKey | null {
  const steps = path.split('.').filter((step) => step !== 'meeting')
  const [first = '', index = '', third = '', fourth = ''] = steps
  if (first === 'agenda') {
    const item = meeting.agenda[Number(index)]
    if (!item || index === '') return fieldOf.head('agenda')
    if (third === 'vote') return fieldOf.vote(item.uid)
    if (third === 'speakers') return fieldOf.speakers(item.uid)
    return lineField(item, third, fourth) ?? fieldOf.title(item.uid)
  }
  const line = lineField(meeting, first, index)
  if (line) return line
  if (first === 'attendance') return fieldOf.attendance(index === '' ? 'mode' : index)
  return first === '' ? null : fieldOf.head(first)
}

function lineField(holder: Pick<Meeting, 'speeches' | 'decisions'>, list: string, index: string): FieldKey | null {
  if (list === 'speeches') {
    const speech = holder.speeches[Number(index)]
    return speech ? fieldOf.speech(speech.uid) : null
  }
  if (list === 'decisions') {
    const decision = holder.decisions[Number(index)]
    return decision ? fieldOf.decision(decision.uid) : null
  }
  return null
}
