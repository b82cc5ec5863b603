import {
  awardList,
  contestList,
  courseList,
  educationList,
  employmentList,
  publicationList,
} from '@shared/contract/librarian-lists'
import { commonPositions, Librarian } from '@shared/contract/librarians'
import { AppError } from '@shared/errors'
import { type RawBuilder, sql } from 'kysely'
import { prepared } from '../../database/prepared'
import { associationsOfPerson } from '../../lists/associations-of'
import type { ChildRows, RowOwner } from '../../lists/child-record'
import { librarianByName, schoolByName } from '../../lists/references'
import { refuseWrongPeriod } from './save'

/** Namesakes are told apart by the day of birth, as `librarianByName` reads it. */
const owner: RowOwner = {
  table: 'librarian',
  column: 'librarianId',
  cell: 'librarian',
  name: sql`trim(librarian.surname || ' ' || librarian.given || ' ' || librarian.patronymic)
    || case when librarian.birthDate is not null and exists (
        select 1 from librarian as twin where twin.nameKey = librarian.nameKey and twin.id <> librarian.id and twin.erased = 0)
      then strftime(' (%d.%m.%Y)', librarian.birthDate) else '' end`,
  find: librarianByName,
}

const { employments, educations, courses, awards, publications, contests } = Librarian.shape

type Year = { from: string; to: string }

/** Within the year, or on no known day. */
const dated =
  (day: RawBuilder<unknown>) =>
  ({ from, to }: Year): RawBuilder<unknown> =>
    sql`(${day} is null or ${day} between ${from} and ${to})`

const associationsOf = (table: string, on: string): RawBuilder<unknown> =>
  associationsOfPerson(sql.ref(`${table}.librarianId`), on)

/** So that a list of rows can be narrowed to the people of an association. */
const ofAssociations = (table: string): Pick<ChildRows, 'several' | 'computed'> => ({
  several: ['associations'],
  computed: (on) => ({ associations: associationsOf(table, on) }),
})

type Period = { from: string | null; to: string | null }

export const librarianChildren: readonly ChildRows[] = [
  {
    spec: employmentList,
    table: 'employment',
    owner,
    schema: employments.element.omit({ uid: true }),
    blank: { schoolId: 0, position: commonPositions[0], rate: 100, from: null, to: null, main: false },
    within: ({ from, to }) =>
      sql`(employment."from" is null or employment."from" <= ${to}) and (employment."to" is null or employment."to" >= ${from})`,
    references: {
      school: {
        field: 'schoolId',
        name: sql`(select shortName from school where school.id = employment.schoolId)`,
        find: schoolByName,
      },
    },
    refuse({ raw }, _id, row) {
      refuseWrongPeriod(row as Period, 'Место работы', 'to')
      if (!prepared(raw, 'SELECT 1 FROM school WHERE id = ?').get(row.schoolId)) {
        throw new AppError('not-found', 'Место работы: такой школы нет. Выберите школу из списка.', 'schoolId')
      }
    },
  },
  {
    spec: educationList,
    table: 'education',
    owner,
    schema: educations.element.omit({ uid: true }),
    blank: { level: 'higher', field: 'other', institution: '', speciality: '', year: null },
  },
  {
    spec: courseList,
    table: 'course',
    owner,
    schema: courses.element.omit({ uid: true }),
    blank: { title: '', hours: null, organisation: '', form: 'in-person', from: null, to: null, certificate: '' },
    within: dated(sql`coalesce(course."to", course."from")`),
    several: ['associations'],
    computed: (on) => ({
      endedOn: sql`coalesce(course."to", course."from")`,
      associations: associationsOf('course', on),
    }),
    refuse: (_context, _id, row) => refuseWrongPeriod(row as Period, 'Курсы', 'to'),
  },
  {
    spec: awardList,
    table: 'award',
    owner,
    schema: awards.element.omit({ uid: true }),
    blank: { title: '', level: '', on: null },
    within: dated(sql`award."on"`),
    ...ofAssociations('award'),
  },
  {
    spec: publicationList,
    table: 'publication',
    owner,
    schema: publications.element.omit({ uid: true }),
    blank: { title: '', where: '', year: null },
    ...ofAssociations('publication'),
  },
  {
    spec: contestList,
    table: 'contestResult',
    owner,
    schema: contests.element.omit({ uid: true }),
    blank: { title: '', level: 'municipal', result: '', on: null },
    within: dated(sql`contestResult."on"`),
    ...ofAssociations('contestResult'),
  },
]
