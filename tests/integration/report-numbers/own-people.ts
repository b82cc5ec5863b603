import type { Judged } from './judge'

/** People of the libraries on a day, as their cards tell: by the rules as they are told to people. */

export interface Person {
  id: number
  birthDate: string | null
  workingSince: string | null
  libraryWorkSince: string | null
  category: string
  categoryOn: string | null
  categoryUntil: string | null
  attestedOn: string | null
}
export interface Place {
  position: string
  rate: number
  main: number
}
export type Working = Person & { places: Place[] }

export const within = '(e."from" IS NULL OR e."from" <= ?) AND (e."to" IS NULL OR e."to" >= ?)'

/** Who works on a day; of an association, its members of that day. */
export function working(district: Judged, day: string, place: number | null): Working[] {
  return district
    .rows<Person>(
      `SELECT l.* FROM librarian l WHERE EXISTS (SELECT 1 FROM employment e WHERE e.librarianId = l.id AND ${within})
         AND (? IS NULL OR l.id IN (SELECT m.librarianId FROM associationMember m
           WHERE m.associationId = ? AND (m."from" IS NULL OR m."from" <= ?) AND (m."to" IS NULL OR m."to" >= ?)))`,
      day,
      day,
      place,
      place,
      day,
      day,
    )
    .map((one) => ({
      ...one,
      places: district.rows<Place>(
        `SELECT position, rate, main FROM employment e WHERE librarianId = ? AND ${within} ORDER BY main DESC, ord`,
        one.id,
        day,
        day,
      ),
    }))
}

/** Whole years from a day to another, the last day counted: from 1 September to 31 August is a year. */
export function years(since: string | null, day: string, lastCounts: boolean): number | null {
  if (since === null) return null
  const end = lastCounts ? new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10) : day
  return Number(end.slice(0, 4)) - Number(since.slice(0, 4)) - (end.slice(5) < since.slice(5) ? 1 : 0)
}

export const yearsLater = (day: string, count: number): string => `${Number(day.slice(0, 4)) + count}${day.slice(4)}`
export const unknown = 'unknown'

export function serviceBand(count: number | null): string {
  if (count === null) return unknown
  return count < 3 ? 'under-3' : count < 5 ? '3-5' : count < 10 ? '5-10' : count < 20 ? '10-20' : 'over-20'
}
export function ageBand(age: number | null): string {
  return age === null ? unknown : age < 35 ? 'under-35' : age <= 55 ? '35-55' : 'over-55'
}
export function positionGroup(position: string): string {
  if (/^(?:заведующий|руководитель) М?ИБЦ$/u.test(position)) return 'centre-head'
  const named: Record<string, string> = {
    'заведующий библиотекой': 'library-head',
    'педагог-библиотекарь': 'teacher-librarian',
    библиотекарь: 'librarian',
  }
  return named[position] ?? unknown
}
/** The higher level first, then library before pedagogical before other. */
export function educationClass(district: Judged, id: number): string {
  const all = district.rows<{ level: string; field: string }>(
    'SELECT level, field FROM education WHERE librarianId = ?',
    id,
  )
  for (const level of ['higher', 'vocational'])
    for (const field of ['library', 'pedagogical', 'other'])
      if (all.some((one) => one.level === level && one.field === field)) return `${level}-${field}`
  return all.some((one) => one.level === 'secondary') ? 'secondary' : unknown
}
/** Last day of the newest course that has ended by the day. */
export function lastCourse(district: Judged, id: number, day: string): string | null {
  const last = district.number(
    'SELECT max(coalesce("to", "from")) FROM course WHERE librarianId = ? AND coalesce("to", "from") <= ?',
    id,
    day,
  )
  return last === null ? null : String(last)
}

export function courseState(district: Judged, id: number, day: string): string {
  const last = lastCourse(district, id, day)
  return last === null ? 'none' : last >= yearsLater(day, -3) ? 'fresh' : 'old'
}

const monthsLater = (day: string, months: number): string => {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const last = new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate()
  const date = Math.min(Number(day.slice(8)), last)
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
export function categoryState(one: Person, day: string): string {
  if (one.category === 'none') return 'none'
  if (one.categoryUntil === null) return 'permanent'
  if (one.categoryUntil < day) return 'expired'
  if (one.categoryUntil <= monthsLater(day, 6)) return 'within-half'
  return one.categoryUntil <= monthsLater(day, 12) ? 'within-year' : 'valid'
}

/** Members of an association on a day; null: everybody. */
export function membersOf(district: Judged, place: number | null, day: string): Set<number> | null {
  if (place === null) return null
  const rows = district.rows<{ id: number }>(
    `SELECT librarianId AS id FROM associationMember
     WHERE associationId = ? AND ("from" IS NULL OR "from" <= ?) AND ("to" IS NULL OR "to" >= ?)`,
    place,
    day,
    day,
  )
  return new Set(rows.map((row) => row.id))
}
