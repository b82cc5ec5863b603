import type { AttendanceEntry } from '@shared/contract/meetings'
import { fold } from '../../../components/pick/ranked'
import { newAttendance } from './blank'

/** The roster of those who came: made from the members of the association, ticked off by keyboard. */

type State = AttendanceEntry['state']

/** A librarian as `librarians.options` answers. */
export interface LibrarianOption {
  id: number
  name: string
  position: string
  school: string
}

export interface Presence {
  present: number
  absent: number
  excused: number
  total: number
}

export function presenceOf(roster: readonly AttendanceEntry[]): Presence {
  const count = (state: State) => roster.filter((entry) => entry.state === state).length
  return { present: count('present'), absent: count('absent'), excused: count('excused'), total: roster.length }
}

/** Space: came ↔ did not come; an excused one came after all. */
export function toggled(state: State): State {
  return state === 'present' ? 'absent' : 'present'
}

export function setState(roster: readonly AttendanceEntry[], uid: string, state: State): AttendanceEntry[] {
  return roster.map((entry) => (entry.uid === uid ? { ...entry, state } : entry))
}

export function setAll(roster: readonly AttendanceEntry[], state: State): AttendanceEntry[] {
  return roster.map((entry) => ({ ...entry, state }))
}

/** Members who are not in the roster yet, as rows of it, in the order of their names. */
export function missingMembers(
  roster: readonly AttendanceEntry[],
  memberIds: readonly number[],
  librarians: readonly LibrarianOption[],
): AttendanceEntry[] {
  const there = new Set(roster.map((entry) => entry.person.librarianId))
  const wanted = new Set(memberIds)
  return librarians
    .filter((librarian) => wanted.has(librarian.id) && !there.has(librarian.id))
    .map(entryOf)
    .sort((a, b) => collator.compare(a.person.name, b.person.name))
}

export function entryOf(librarian: LibrarianOption): AttendanceEntry {
  return newAttendance(
    { librarianId: librarian.id, name: librarian.name, position: librarian.position },
    { id: null, name: librarian.school },
  )
}

/** Rows in which every word of the query begins a word of the name, the school or the position. */
export function filterRoster(roster: readonly AttendanceEntry[], query: string): AttendanceEntry[] {
  const words = fold(query).trim().split(' ').filter(Boolean)
  if (words.length === 0) return [...roster]
  return roster.filter((entry) => {
    const parts = fold(`${entry.person.name} ${entry.school} ${entry.person.position}`).split(/[^\p{L}\p{N}]+/u)
    return words.every((word) => parts.some((part) => part.startsWith(word)))
  })
}

const collator = new Intl.Collator('ru', { numeric: true })
