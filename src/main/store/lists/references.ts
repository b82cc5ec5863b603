import type { PersonRef } from '@shared/contract/fields'
import { formatDate, parseDate } from '@shared/domain/dates'
import { parsePersonName, sameName } from '@shared/domain/text/names'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import type { QueryContext } from '../context'
import { prepared } from '../database/prepared'

/**
 * The school a cell names: by its short name, else its code or ИНН, else its full name, else the only one whose name holds
 * all the words. @throws AppError `not-found` with what to do
 */
export function schoolByName(context: QueryContext, text: string): number {
  const key = normKey(text)
  const plain = text.trim()
  // Each by its own index: a list of thousands of rows names a school in every one.
  const byName = idWhere(context, 'nameKey = ?', key)
  if (byName !== null) return byName
  const byNumber =
    idWhere(context, "code <> '' AND code = ?", plain) ?? idWhere(context, "inn <> '' AND inn = ?", plain)
  if (byNumber !== null) return byNumber
  const words = key.split(' ').filter((word) => word !== '')
  const where = words.map(() => "norm LIKE '%' || ? || '%'").join(' AND ')
  const similar =
    words.length === 0
      ? []
      : prepared<string[], { id: number; shortName: string; fullName: string }>(
          context.raw,
          `SELECT id, shortName, fullName FROM school WHERE ${where} ORDER BY ru_norm(fullName) <> ?, sortKey LIMIT 4`,
        ).all(...words, key)
  const [only] = similar
  if (only && (similar.length === 1 || normKey(only.fullName) === key)) return only.id
  throw new AppError(
    'not-found',
    similar.length === 0
      ? `Школы «${text.trim()}» в списке школ нет. Проверьте название или сначала добавьте школу.`
      : `«${text.trim()}» — подходят несколько школ: ${similar.map((one) => `«${one.shortName}»`).join(', ')}. Впишите краткое наименование целиком.`,
  )
}

function idWhere(context: QueryContext, where: string, value: string): number | null {
  return prepared<[string], { id: number }>(context.raw, `SELECT id FROM school WHERE ${where}`).get(value)?.id ?? null
}

/**
 * The schools a cell names, «СОШ № 1; СОШ № 2»; lines and, where no school is called so as a whole, commas part them too.
 * @throws AppError `not-found`
 */
export function schoolsByNames(context: QueryContext, text: string): number[] {
  const parts = split(text, /[;\n]/u)
  return parts.flatMap((part) => {
    try {
      return [schoolByName(context, part)]
    } catch (error) {
      const pieces = split(part, /,/u)
      if (!(error instanceof AppError) || pieces.length < 2) throw error
      try {
        return pieces.map((piece) => schoolByName(context, piece))
      } catch {
        throw error
      }
    }
  })
}

export { textbookByName } from './textbooks'

export const split = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/**
 * The road map or plan a cell names: by its title, else the only one whose title holds all the words.
 * @throws AppError `not-found` with what to do
 */
export function roadmapByName({ raw }: QueryContext, text: string): number {
  const key = normKey(text)
  const named = prepared<[string], { id: number }>(raw, 'SELECT id FROM roadmap WHERE nameKey = ?').all(key)
  const [one] = named
  if (one && named.length === 1) return one.id
  if (named.length > 1) {
    throw new AppError(
      'not-found',
      `«${text.trim()}» — так называются несколько документов. Переименуйте один из них, например допишите год.`,
    )
  }
  const words = key.split(' ').filter((word) => word !== '')
  const similar =
    words.length === 0
      ? []
      : prepared<string[], { id: number; title: string }>(
          raw,
          `SELECT id, title FROM roadmap WHERE ${words.map(() => "norm LIKE '%' || ? || '%'").join(' AND ')}
           ORDER BY "from" DESC LIMIT 4`,
        ).all(...words)
  const [only] = similar
  if (only && similar.length === 1) return only.id
  throw new AppError(
    'not-found',
    similar.length === 0
      ? `Дорожной карты или плана «${text.trim()}» нет. Впишите название как в списке документов или сначала создайте документ.`
      : `«${text.trim()}» — подходят несколько документов: ${similar.map((one) => `«${one.title}»`).join(', ')}. Впишите название целиком.`,
  )
}

interface Person {
  id: number
  surname: string
  given: string
  patronymic: string
  birthDate: string | null
}

const persons = 'SELECT id, surname, given, patronymic, birthDate FROM librarian WHERE erased = 0'

/**
 * The librarian a cell names: by the full name, «Ромашкина Анна Ивановна (12.05.1980)» among namesakes, else by surname and
 * initials when only one fits. @throws AppError `not-found` with what to do
 */
export function librarianByName(context: QueryContext, text: string): number {
  const [, name = text, bracket] = /^(.*?)\s*(?:\(([^()]*)\))?\s*$/su.exec(text) ?? []
  const birthDate = bracket === undefined ? null : parseDate(bracket)
  const key = normKey(birthDate === null ? text : name)
  const namesakes = prepared<[string], Person>(context.raw, `${persons} AND nameKey = ?`).all(key)
  const found = namesakes.length > 0 ? namesakes : likeNamed(context, birthDate === null ? text : name)
  // Of namesakes, the one without a day of birth is who is named without it.
  const fitting = found.length === 1 && birthDate === null ? found : found.filter((one) => one.birthDate === birthDate)
  const [only] = fitting
  if (only && fitting.length === 1) return only.id
  if (found.length === 0) {
    throw new AppError(
      'not-found',
      `Библиотекаря «${text.trim()}» в банке нет. Проверьте ФИО или сначала добавьте человека.`,
    )
  }
  const names = found.slice(0, 4).map((one) => {
    const day = one.birthDate === null ? 'дата рождения не указана' : formatDate(one.birthDate, 'digits')
    return `${[one.surname, one.given, one.patronymic].join(' ').trim()} (${day})`
  })
  throw new AppError(
    'not-found',
    `«${text.trim()}» — в банке: ${names.join(', ')}. Впишите ФИО целиком, а у однофамильцев дату рождения в скобках.`,
  )
}

/**
 * A person as papers name her: someone of the bank when the name fits one, else whoever the name says. The position is
 * kept with an unchanged name, and is that of her place of work today with another.
 */
export function personTyped(context: QueryContext, before: PersonRef, name: string): PersonRef {
  if (name === before.name) return before
  if (name === '') return { librarianId: null, name: '', position: '' }
  try {
    const librarianId = librarianByName(context, name)
    const day = context.today()
    const held = prepared<[number, string, string], { position: string }>(
      context.raw,
      `SELECT position FROM employment WHERE librarianId = ?
       ORDER BY ("from" IS NULL OR "from" <= ?) AND ("to" IS NULL OR "to" >= ?) DESC, main DESC, ord LIMIT 1`,
    ).get(librarianId, day, day)
    return { librarianId, name, position: held?.position ?? '' }
  } catch (error) {
    if (error instanceof AppError) return { librarianId: null, name, position: '' }
    throw error
  }
}

/** «Ромашкина А.И.»: everyone with the surname whose name agrees. */
function likeNamed({ raw }: QueryContext, text: string): Person[] {
  const name = parsePersonName(text)
  if (name === null) return []
  return prepared<[string, string], Person>(raw, `${persons} AND nameKey >= ? AND nameKey < ?`)
    .all(`${normKey(name.surname)} `, `${normKey(name.surname)}!`)
    .filter((one) => sameName(one, name))
}
