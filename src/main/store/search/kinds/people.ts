import { categories } from '@shared/contract/librarians'
import { libraryStatuses, schoolStates, schoolTypes } from '@shared/contract/schools'
import { inside, own, type SearchKind, text } from '../kind'
import { phoneTokens } from '../tokens'

export const schoolKind: SearchKind = {
  record: 'school',
  group: 'schools',
  place: 1,
  words: 'школа ОО учреждение организация',
  root: 'school',
  select: (ids) => `
    SELECT school.*, (SELECT group_concat(DISTINCT status) FROM schoolStatus WHERE schoolId = school.id) AS statuses
    FROM school WHERE school.id ${ids}`,
  tell: (row) => ({
    name: text(row.shortName),
    detail: [text(row.locality), row.state === 'active' ? '' : schoolStates[row.state as 'closed']]
      .filter((part) => part !== '')
      .join(', '),
    date: null,
    more: [
      text(row.fullName),
      text(row.address),
      text(row.director),
      text(row.email),
      text(row.site),
      text(row.code),
      text(row.inn),
      schoolTypes[row.type as keyof typeof schoolTypes] ?? '',
      ...text(row.statuses)
        .split(',')
        .map((status) => (status === 'none' ? '' : (libraryStatuses[status as 'shb'] ?? ''))),
    ],
    tokens: phoneTokens(text(row.phone)),
  }),
  marks: [own('school'), ...inside('schoolId', 'schoolStatus')],
}

/** The texts of one kind of row inside a record, each on a line of its own. */
const lines = (table: string, column: string, ...of: readonly string[]): string =>
  `(SELECT group_concat(${of.map((name) => `coalesce("${name}", '')`).join(" || ' ' || ")}, char(10)) FROM ${table} WHERE ${column})`

export const librarianKind: SearchKind = {
  record: 'librarian',
  group: 'people',
  place: 2,
  words: 'библиотекарь человек сотрудник педагог',
  root: 'librarian',
  select: (ids) => `
    SELECT librarian.id, surname, given, patronymic, phone, email, roleInAssociation, category, note,
      coalesce((SELECT group_concat(shortName, ', ') FROM (SELECT DISTINCT shortName FROM employment JOIN school ON school.id = schoolId
        WHERE librarianId = librarian.id ORDER BY "to" IS NOT NULL, ord)), '') AS schools,
      (SELECT group_concat(position || ' ' || locality, char(10)) FROM employment JOIN school ON school.id = schoolId
        WHERE librarianId = librarian.id) AS places,
      ${lines('course', 'librarianId = librarian.id', 'title', 'organisation', 'certificate')} AS courses,
      ${lines('award', 'librarianId = librarian.id', 'title')} AS awards,
      ${lines('publication', 'librarianId = librarian.id', 'title', 'where')} AS publications,
      ${lines('contestResult', 'librarianId = librarian.id', 'title', 'result')} AS contests,
      ${lines('education', 'librarianId = librarian.id', 'institution', 'speciality')} AS educations
    FROM librarian WHERE erased = 0 AND librarian.id ${ids}`,
  tell: (row) => ({
    name: [row.surname, row.given, row.patronymic].filter((part) => part !== '').join(' '),
    detail: text(row.schools),
    date: null,
    more: [
      text(row.schools),
      text(row.places),
      text(row.email),
      text(row.roleInAssociation),
      text(row.note),
      row.category === 'none' ? '' : `${categories[row.category as keyof typeof categories] ?? ''} категория`,
      text(row.courses),
      text(row.awards),
      text(row.publications),
      text(row.contests),
      text(row.educations),
    ],
    tokens: phoneTokens(text(row.phone)),
  }),
  marks: [
    own('librarian'),
    ...inside('librarianId', 'employment', 'education', 'course', 'award', 'publication', 'contestResult'),
    {
      table: 'school',
      ids: 'SELECT librarianId FROM employment WHERE schoolId = $.id',
      of: ['shortName', 'locality'],
    },
  ],
}

export const associationKind: SearchKind = {
  record: 'association',
  group: 'associations',
  place: 3,
  words: 'объединение РМО',
  root: 'association',
  select: (ids) => `
    SELECT association.*,
      ${lines('associationTheme', 'associationId = association.id', 'theme', 'aim', 'tasks')} AS themes,
      ${lines('meetingSeries', 'associationId = association.id', 'name', 'heading', 'place')} AS series
    FROM association WHERE association.id ${ids}`,
  tell: (row) => ({
    name: text(row.shortName),
    detail: text(row.headName),
    date: null,
    more: [
      text(row.name),
      text(row.headName),
      text(row.secretaryName),
      text(row.themes),
      text(row.series),
      text(row.note),
    ],
  }),
  marks: [own('association'), ...inside('associationId', 'associationTheme', 'meetingSeries')],
}
