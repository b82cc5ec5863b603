import type { Librarian } from '@shared/contract/librarians'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import type { CommandContext, QueryContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot, syncRows } from '../../database/aggregate'
import { derive } from '../../database/derived'
import { prepared } from '../../database/prepared'
import { readLibrarian } from './read'

const children = ['employment', 'education', 'course', 'award', 'publication', 'contestResult'] as const

export function fullName(person: Pick<Librarian, 'surname' | 'given' | 'patronymic'>): string {
  return [person.surname, person.given, person.patronymic].filter((part) => part !== '').join(' ')
}

/** Makes (`id` null) or changes a librarian. @throws AppError as `refuseWrongLibrarian`, `conflict`, `not-found` */
export function saveLibrarian(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  librarian: Librarian,
  allowDuplicate: boolean,
): { id: number; revision: number } {
  const { raw } = context
  const { employments, educations, courses, awards, publications, contests, ...own } = librarian
  context.describe(fullName(own))
  refuseWrongLibrarian(context, id, librarian, allowDuplicate)
  const saved = saveRoot(raw, 'librarian', id, revision, derive('librarian', own))
  const parent = { column: 'librarianId', id: saved.id }
  const lists = [employments, educations, courses, awards, publications, contests]
  for (const [index, table] of children.entries()) {
    const rows = lists[index] ?? []
    // A new person has no rows to compare with.
    if (id !== null || rows.length > 0) syncRows(raw, table, parent, rows)
  }
  return bumpRevision(raw, 'librarian', 'librarian', saved, id === null)
}

/** What a librarian cannot be saved with. @throws AppError `duplicate` (unless allowed), `invalid-input`, `not-found` */
export function refuseWrongLibrarian(
  context: QueryContext,
  id: number | null,
  librarian: Librarian,
  allowDuplicate: boolean,
): void {
  refuseContradictions(context, librarian)
  if (!allowDuplicate) refuseDuplicate(context, id, librarian)
}

/** @throws AppError `in-use`, `not-found` */
export function removeLibrarian(context: CommandContext, id: number): void {
  context.describe(fullName(readLibrarian(context.raw, id).librarian))
  removeRecord(
    context.raw,
    'librarian',
    children,
    'librarianId',
    id,
    'Библиотекаря нельзя удалить: он назван в объединении, протоколе, дорожной карте или мероприятии. Если человек больше не работает, заполните «Работает по» в месте работы.',
  )
}

function refuseDuplicate(
  context: QueryContext,
  id: number | null,
  own: Pick<Librarian, 'surname' | 'given' | 'patronymic' | 'birthDate'>,
): void {
  const name = fullName(own)
  const twin = prepared<[string, number, string | null, string | null], { id: number; school: string | null }>(
    context.raw,
    `SELECT librarian.id, (SELECT shortName FROM employment JOIN school ON school.id = schoolId WHERE librarianId = librarian.id
       ORDER BY employment.ord LIMIT 1) AS school
     FROM librarian WHERE nameKey = ? AND librarian.id <> ? AND (birthDate IS NULL OR ? IS NULL OR birthDate = ?) LIMIT 1`,
  ).get(normKey(name), id ?? 0, own.birthDate, own.birthDate)
  if (!twin) return
  throw new AppError(
    'duplicate',
    `ФИО: «${name}» в банке уже есть${twin.school ? ` (${twin.school})` : ''}. Если это тот же человек, добавьте ему второе место работы; если однофамилец — впишите обоим даты рождения или подтвердите добавление в карточке.`,
    'librarian.surname',
  )
}

const periods: readonly [keyof Librarian & ('employments' | 'courses'), string][] = [
  ['employments', 'Место работы'],
  ['courses', 'Курсы'],
]

function refuseContradictions(context: QueryContext, librarian: Librarian): void {
  for (const [list, title] of periods) {
    for (const [index, row] of librarian[list].entries()) refuseWrongPeriod(row, title, `librarian.${list}.${index}.to`)
  }
  if (librarian.birthDate !== null && librarian.birthDate > context.today()) {
    throw new AppError('invalid-input', 'Дата рождения ещё не наступила. Проверьте год.', 'librarian.birthDate')
  }
  for (const [index, employment] of librarian.employments.entries()) {
    if (!prepared(context.raw, 'SELECT 1 FROM school WHERE id = ?').get(employment.schoolId)) {
      throw new AppError(
        'not-found',
        'Место работы: такой школы нет. Выберите школу из списка.',
        `librarian.employments.${index}.schoolId`,
      )
    }
  }
}

/** @throws AppError `invalid-input` at `path` */
export function refuseWrongPeriod(row: { from: string | null; to: string | null }, title: string, path: string): void {
  if (row.from === null || row.to === null || row.to >= row.from) return
  throw new AppError('invalid-input', `${title}: дата окончания раньше даты начала. Проверьте обе даты.`, path)
}
