import type { Addressee, Decision, Due, Meeting } from '@shared/contract/meetings'
import { locate } from './locate'
import { diffEdit, moveRange, overlaps, type Range, type TextEdit } from './text-edit'

/**
 * A decision is plain text with chips kept alongside: whom it binds and by when. This keeps the chips true to the text
 * while it is being typed.
 */

/** Reads the dues that stand in a text (`domain/due`), on the meeting's date or the given one. */
export type DueReader = (text: string, mode: 'sentence' | 'field', date?: string) => readonly Due[]

/** The decision with its text retyped; `caret` is where the caret stands after the edit. */
export function retype(decision: Decision, text: string, read: DueReader, caret = text.length): Decision {
  if (text === decision.text) return decision
  const edit = diffEdit(decision.text, text, caret)
  return {
    ...decision,
    text,
    addressees: followAddressees(decision, text, edit),
    dues: followDues(decision, text, edit, read),
  }
}

/**
 * Dues are read afresh on every edit, so that «до 10 октября» grows into «до 10 октября 2024 года» as it is typed. What
 * she took off before stays off, and what was made by hand or read from a paper stays while its words are untouched.
 */
function followDues(decision: Decision, text: string, edit: TextEdit, read: DueReader): Due[] {
  const marked = decision.dues.filter(hasRange)
  const refused = read(decision.text, 'sentence')
    .filter(hasRange)
    .filter((due) => !marked.some((mark) => overlaps(mark.range, due.range)))
    .map((due) => moveRange(due.range, edit)?.range)
    .filter((range) => range !== undefined)
  const fresh = read(text, 'sentence')
    .filter(hasRange)
    .filter((due) => !refused.some((range) => overlaps(range, due.range)))
  const kept = marked.flatMap((due) => {
    const moved = moveRange(due.range, edit)
    if (!moved || moved.touched || fresh.some((other) => overlaps(moved.range, other.range))) return []
    return [{ ...due, range: pair(moved.range) }]
  })
  const apart = decision.dues.filter((due) => due.range === null)
  return [...[...fresh, ...kept].sort((a, b) => a.range[0] - b.range[0]), ...apart]
}

/** A chip's words follow what is done to them in the text («Лядовой» → «Лядову»); with the last of them it goes. */
function followAddressees(decision: Decision, text: string, edit: TextEdit): Addressee[] {
  return decision.addressees.flatMap((addressee) => {
    const range = locate(decision.text, addressee.text)
    if (!range) return [addressee]
    const moved = moveRange(range, edit)
    if (!moved) return []
    if (!moved.touched) return [addressee]
    const words = text.slice(moved.range[0], moved.range[1]).replace(/\s+/gu, ' ').trim()
    return words === '' ? [] : [{ ...addressee, text: words }]
  })
}

/** Every due read again, as when the meeting's date has moved: «до 10 октября» then lies in another year. */
export function rereadDues(decision: Decision, read: DueReader): Decision {
  if (decision.dues.length === 0) return decision
  const inText = read(decision.text, 'sentence')
  const dues = decision.dues.map((due): Due => {
    const range = due.range
    if (range) {
      const found = inText.find((each) => each.range && each.range[0] === range[0] && each.range[1] === range[1])
      if (found) return found
    }
    const [alone, ...others] = read(due.text, 'field')
    return alone && others.length === 0 ? { ...alone, text: due.text, range } : due
  })
  return { ...decision, dues }
}

/** A meeting moved to another date: the dues of all its decisions are read on it. */
export function rereadAll(meeting: Meeting, read: DueReader, date: string): Meeting {
  const onDate: DueReader = (text, mode) => read(text, mode, date)
  const all = (decisions: readonly Decision[]) => decisions.map((decision) => rereadDues(decision, onDate))
  return {
    ...meeting,
    decisions: all(meeting.decisions),
    agenda: meeting.agenda.map((item) => ({ ...item, decisions: all(item.decisions) })),
  }
}

/** Adds a due that stands beside the text («Срок» typed apart); words that name several give several. */
export function addDueApart(decision: Decision, words: string, read: DueReader): Decision {
  const text = words.trim()
  if (text === '') return decision
  const found = read(text, 'field')
  const dues: Due[] =
    found.length === 0 ? [{ text, range: null, from: null, to: null, recurrence: null }] : found.map(withoutRange)
  return { ...decision, dues: [...decision.dues, ...dues] }
}

/** Takes the chip off; the words stay in the text. */
export function removeDue(decision: Decision, index: number): Decision {
  return { ...decision, dues: decision.dues.filter((_, at) => at !== index) }
}

/** Takes the chip off; the words stay in the text. */
export function removeAddressee(decision: Decision, uid: string): Decision {
  return { ...decision, addressees: decision.addressees.filter((addressee) => addressee.uid !== uid) }
}

/** Adds a chip beside the text, once. */
export function addAddressee(decision: Decision, addressee: Addressee): Decision {
  const there = decision.addressees.some(
    (other) =>
      other.kind === addressee.kind &&
      other.librarianId === addressee.librarianId &&
      other.schoolId === addressee.schoolId &&
      (addressee.librarianId !== null || addressee.schoolId !== null || other.text === addressee.text),
  )
  return there ? decision : { ...decision, addressees: [...decision.addressees, addressee] }
}

/** Marked stretches of a decision's text, in order and apart from each other, for showing them in it. */
export interface Mark {
  range: Range
  kind: 'addressee' | 'due'
}

export function marksOf(decision: Decision): Mark[] {
  const marks: Mark[] = []
  const add = (range: Range | null, kind: Mark['kind']): void => {
    if (!range || range[0] < 0 || range[1] > decision.text.length || range[0] >= range[1]) return
    if (!marks.some((mark) => overlaps(mark.range, range))) marks.push({ range, kind })
  }
  for (const due of decision.dues) add(due.range, 'due')
  for (const addressee of decision.addressees) add(locate(decision.text, addressee.text), 'addressee')
  return marks.sort((a, b) => a.range[0] - b.range[0])
}

/** The text cut at its marks; the pieces joined are the text. */
export function pieces(text: string, marks: readonly Mark[]): { text: string; kind: Mark['kind'] | null }[] {
  const found: { text: string; kind: Mark['kind'] | null }[] = []
  let at = 0
  for (const { range, kind } of marks) {
    if (range[0] > at) found.push({ text: text.slice(at, range[0]), kind: null })
    found.push({ text: text.slice(range[0], range[1]), kind })
    at = range[1]
  }
  if (at < text.length) found.push({ text: text.slice(at), kind: null })
  return found
}

type DueInText = Due & { range: [number, number] }

function hasRange(due: Due): due is DueInText {
  return due.range !== null
}

function withoutRange(due: Due): Due {
  return { ...due, range: null }
}

function pair(range: Range): [number, number] {
  return [range[0], range[1]]
}
