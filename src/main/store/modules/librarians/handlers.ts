import type { Librarian } from '@shared/contract/librarians'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import { sql } from 'kysely'
import type { CommandContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot, syncRows } from '../../database/aggregate'
import { derive } from '../../database/derived'
import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { eraseLibrarian } from './erase'
import { librarianSource } from './list'
import { readLibrarian } from './read'

const children = ['employment', 'education', 'course', 'award', 'publication', 'contestResult'] as const

export const librarianHandlers = {
  'librarians.list': (context, query) => listWindow(context, librarianSource, query),
  'librarians.get': (context, { id }) => readLibrarian(context.trx, id),
  'librarians.save': (context, input) => save(context, input.id, input.revision, input.librarian, input.allowDuplicate),
  'librarians.erase': (context, { id }) => eraseLibrarian(context, id),

  'librarians.remove': async (context, { id }) => {
    const { librarian } = await readLibrarian(context.trx, id)
    context.describe(fullName(librarian))
    removeRecord(
      context.raw,
      'librarian',
      children,
      'librarianId',
      id,
      'Библиотекаря нельзя удалить: он назван в объединении или протоколе. Если человек больше не работает, заполните «Работает по» в месте работы.',
    )
    return {}
  },

  'librarians.options': async ({ trx, today }, { search, on, limit }) => {
    const day = on ?? today()
    const words = normKey(search)
      .split(' ')
      .filter((word) => word !== '')
    const rows = await sql<{ id: number; name: string; position: string | null; school: string | null }>`
      select librarian.id, trim(surname || ' ' || given || ' ' || patronymic) as name,
        employment.position, school.shortName as school
      from librarian
      left join employment on employment.uid = (
        select uid from employment where librarianId = librarian.id
        order by ("from" is null or "from" <= ${day}) and ("to" is null or "to" >= ${day}) desc, main desc, ord limit 1)
      left join school on school.id = employment.schoolId
      where erased = 0 ${
        words.length === 0
          ? sql``
          : sql`and ${sql.join(
              words.map((word) => sql`(librarian.norm like ${`%${word}%`} or school.norm like ${`%${word}%`})`),
              sql` and `,
            )}`
      }
      order by librarian.sortKey, librarian.id limit ${limit}
    `.execute(trx)
    return rows.rows.map((row) => ({ ...row, position: row.position ?? '', school: row.school ?? '' }))
  },
} satisfies Handlers

export function fullName(person: Pick<Librarian, 'surname' | 'given' | 'patronymic'>): string {
  return [person.surname, person.given, person.patronymic].filter((part) => part !== '').join(' ')
}

function save(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  librarian: Librarian,
  allowDuplicate: boolean,
): { id: number; revision: number } {
  const { raw } = context
  const { employments, educations, courses, awards, publications, contests, ...own } = librarian
  context.describe(fullName(own))
  refuseContradictions(context, librarian)
  if (!allowDuplicate) refuseDuplicate(context, id, own)
  const saved = saveRoot(raw, 'librarian', id, revision, derive('librarian', own))
  const parent = { column: 'librarianId', id: saved.id }
  syncRows(raw, 'employment', parent, employments)
  syncRows(raw, 'education', parent, educations)
  syncRows(raw, 'course', parent, courses)
  syncRows(raw, 'award', parent, awards)
  syncRows(raw, 'publication', parent, publications)
  syncRows(raw, 'contestResult', parent, contests)
  return bumpRevision(raw, 'librarian', 'librarian', saved, id === null)
}

function refuseDuplicate(
  context: CommandContext,
  id: number | null,
  own: Pick<Librarian, 'surname' | 'given' | 'patronymic' | 'birthDate'>,
): void {
  const name = fullName(own)
  const twin = context.raw
    .prepare<[string, number, string | null, string | null], { id: number; school: string | null }>(
      `SELECT librarian.id, (SELECT shortName FROM employment JOIN school ON school.id = schoolId WHERE librarianId = librarian.id
         ORDER BY employment.ord LIMIT 1) AS school
       FROM librarian WHERE nameKey = ? AND librarian.id <> ? AND (birthDate IS NULL OR ? IS NULL OR birthDate = ?) LIMIT 1`,
    )
    .get(normKey(name), id ?? 0, own.birthDate, own.birthDate)
  if (!twin) return
  throw new AppError(
    'duplicate',
    `ФИО: «${name}» в банке уже есть${twin.school ? ` (${twin.school})` : ''}. Если это тот же человек, добавьте ему второе место работы; если однофамилец — подтвердите добавление.`,
    'librarian.surname',
  )
}

const periods: readonly [keyof Librarian & ('employments' | 'courses'), string][] = [
  ['employments', 'Место работы'],
  ['courses', 'Курсы'],
]

function refuseContradictions(context: CommandContext, librarian: Librarian): void {
  for (const [list, title] of periods) {
    for (const [index, row] of librarian[list].entries()) {
      if (row.from !== null && row.to !== null && row.to < row.from) {
        throw new AppError(
          'invalid-input',
          `${title}: дата окончания раньше даты начала. Проверьте обе даты.`,
          `librarian.${list}.${index}.to`,
        )
      }
    }
  }
  if (librarian.birthDate !== null && librarian.birthDate > context.today()) {
    throw new AppError('invalid-input', 'Дата рождения ещё не наступила. Проверьте год.', 'librarian.birthDate')
  }
  for (const [index, employment] of librarian.employments.entries()) {
    if (!context.raw.prepare('SELECT 1 FROM school WHERE id = ?').get(employment.schoolId)) {
      throw new AppError(
        'not-found',
        'Место работы: такой школы нет. Выберите школу из списка.',
        `librarian.employments.${index}.schoolId`,
      )
    }
  }
}
