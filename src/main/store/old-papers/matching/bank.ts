import type { PersonName } from '@shared/domain/text/names'
import { normKey } from '@shared/domain/text/norm'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { type SchoolWords, schoolWords } from './school-words'

/** People, schools and series of the data, as names in papers are compared with them. */

export interface BankPerson extends PersonName {
  id: number
  full: string
  position: string
  schoolId: number | null
  school: string
}

export interface BankSchool {
  id: number
  shortName: string
  keys: readonly string[]
  words: SchoolWords
}

export interface BankSeries {
  id: number
  name: string
  association: string
  associationId: number
  headId: number | null
  headName: string
  /** All it is called by, for comparing words. */
  text: string
}

export interface Bank {
  /** By the first letters of the surname: papers decline it. */
  people: ReadonlyMap<string, readonly BankPerson[]>
  schools: readonly BankSchool[]
  series: readonly BankSeries[]
}

/** A surname's beginning that no case changes. */
export const surnameKey = (surname: string): string => normKey(surname).slice(0, 3)

export function readBank(context: QueryContext): Bank {
  const { raw } = context
  const day = context.today()
  const people = new Map<string, BankPerson[]>()
  const rows = prepared<[string, string], BankPerson>(
    raw,
    `SELECT librarian.id, surname, given, patronymic, trim(surname || ' ' || given || ' ' || patronymic) AS "full",
       coalesce(employment.position, '') AS position, employment.schoolId, coalesce(school.shortName, '') AS school
     FROM librarian
     LEFT JOIN employment ON employment.uid = (SELECT uid FROM employment WHERE librarianId = librarian.id
       ORDER BY ("from" IS NULL OR "from" <= ?) AND ("to" IS NULL OR "to" >= ?) DESC, main DESC, ord LIMIT 1)
     LEFT JOIN school ON school.id = employment.schoolId
     WHERE erased = 0 ORDER BY librarian.sortKey, librarian.id`,
  ).all(day, day)
  for (const row of rows) {
    const key = surnameKey(row.surname)
    people.set(key, [...(people.get(key) ?? []), row])
  }
  const schools = prepared<[], { id: number; shortName: string; fullName: string; locality: string }>(
    raw,
    'SELECT id, shortName, fullName, locality FROM school ORDER BY sortKey, id',
  ).all()
  const series = prepared<[], Omit<BankSeries, 'text'> & { heading: string; long: string }>(
    raw,
    `SELECT meetingSeries.id, meetingSeries.name, heading, association.shortName AS association, association.name AS long,
       association.id AS associationId, headId, headName
     FROM meetingSeries JOIN association ON association.id = associationId ORDER BY association.id, meetingSeries.ord`,
  ).all()
  return {
    people,
    schools: schools.map(({ id, shortName, fullName, locality }) => ({
      id,
      shortName,
      keys: [normKey(shortName), normKey(fullName)],
      words: schoolWords(`${shortName} ${fullName} ${locality}`),
    })),
    series: series.map(({ heading, long, ...one }) => ({
      ...one,
      text: [heading, one.name, heading === '' ? `${one.association} ${long}` : ''].join(' '),
    })),
  }
}
