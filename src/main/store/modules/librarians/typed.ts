import { newUid } from '@shared/contract/fields'
import { commonPositions, educationFields, educationLevels, type Librarian } from '@shared/contract/librarians'
import { parseEducation } from '@shared/domain/education'
import { parsePersonName } from '@shared/domain/text/names'
import { AppError } from '@shared/errors'
import { split } from '../../lists/references'
import { fullName } from './save'

/**
 * What the list shows of a librarian in one cell and the card keeps in parts: the name, the places of work, education.
 * The cells of a row are put together only when all have come, since each explains the others.
 */
export interface TypedCells {
  name?: string
  surname?: string
  given?: string
  patronymic?: string
  schools?: number[]
  position?: string
  rate?: number | null
  education?: string
}

/** The card starts a place of work with it too. */
const usualPosition: string = commonPositions[0]

type Employment = Librarian['employments'][number]

/** The librarian with the typed cells put in. @param on the day whose places the list shows @throws AppError */
export function withTyped(librarian: Librarian, typed: TypedCells, on: string): Librarian {
  return {
    ...librarian,
    ...nameOf(librarian, typed),
    employments: placesOf(librarian.employments, typed, on),
    educations: educationsOf(librarian.educations, typed.education),
  }
}

type Name = Pick<Librarian, 'surname' | 'given' | 'patronymic'>

/** Parts typed by themselves win over those read from the whole name. */
function nameOf(before: Name, { name, ...parts }: TypedCells): Name {
  const text = name?.replace(/\s+/gu, ' ').trim()
  const whole = text === undefined || text === fullName(before) ? before : partsOfName(text)
  return {
    surname: parts.surname ?? whole.surname,
    given: parts.given ?? whole.given,
    patronymic: parts.patronymic ?? whole.patronymic,
  }
}

/** «Фамилия Имя Отчество» in any usual form; what is no usual form is taken word by word. */
export function partsOfName(text: string): Name {
  const parsed = parsePersonName(text)
  if (parsed) return parsed
  const [, surname = text, given = '', patronymic = ''] =
    /^(\S+(?: \([^)]*\))?)(?: (\S+))?(?: (.+))?$/u.exec(text) ?? []
  return { surname, given, patronymic }
}

export const isHeld = (place: { from: string | null; to: string | null }, on: string): boolean =>
  (place.from === null || place.from <= on) && (place.to === null || place.to >= on)

const shownPosition = (places: readonly Employment[]): string => {
  const positions = places.map((place) => place.position)
  return new Set(positions).size === 1 ? (positions[0] ?? '') : positions.join('; ')
}

function placesOf(all: Employment[], typed: TypedCells, on: string): Employment[] {
  const { schools, position, rate } = typed
  if (schools === undefined && position === undefined && rate === undefined) return all
  const held = all.filter((place) => isHeld(place, on)).sort((a, b) => Number(b.main) - Number(a.main))
  const [only] = held
  if (!only) return [...all, ...newPlaces(typed, all.length === 0)]
  if (held.length > 1) {
    const isSame =
      (schools === undefined || schools.join() === held.map((place) => place.schoolId).join()) &&
      (position === undefined || position === shownPosition(held)) &&
      (rate === undefined || rate === held.reduce((sum, place) => sum + place.rate, 0))
    if (isSame) return all
    throw toPlaces('мест работы несколько', wrongColumn(typed))
  }
  if (schools?.length === 0) throw toPlaces('место работы не может остаться без школы', 'schools')
  if (schools && schools.length > 1) throw toPlaces('место работы здесь одно, а школ вписано несколько', 'schools')
  if (rate === null) throw new AppError('invalid-input', 'Ставка: впишите число больше нуля, например 0,5.', 'rate')
  const changed = {
    ...only,
    schoolId: schools?.[0] ?? only.schoolId,
    position: position ?? only.position,
    rate: rate ?? only.rate,
  }
  return all.map((place) => (place === only ? changed : place))
}

const wrongColumn = (typed: TypedCells): string =>
  typed.schools !== undefined ? 'schools' : typed.position !== undefined ? 'position' : 'rate'

function toPlaces(why: string, column: string): AppError {
  return new AppError('invalid-input', `Школа, должность, ставка: ${why}. Правьте в списке «Места работы».`, column)
}

/** Places of one who holds none: as many as schools are named, with the rate shared among them. */
function newPlaces({ schools = [], position = '', rate = null }: TypedCells, isFirst: boolean): Employment[] {
  const count = schools.length
  if (count === 0) {
    if (position === '' && rate === null) return []
    throw new AppError(
      'not-found',
      'Школа: не заполнена. Впишите, где человек работает: без школы места работы нет.',
      'schools',
    )
  }
  const positions = count === 1 ? [position] : split(position, /;/u)
  if (positions.length > 1 && positions.length !== count) {
    throw new AppError(
      'invalid-input',
      `Должность: школ ${count}, а должностей ${positions.length}. Впишите через «;» по одной на школу или одну на все.`,
      'position',
    )
  }
  const share = rate === null ? 100 : Math.floor(rate / count)
  return schools.map((schoolId, index) => ({
    uid: newUid(),
    schoolId,
    position: positions[index] || positions[0] || usualPosition,
    rate: rate === null || index > 0 ? share : rate - share * (count - 1),
    from: null,
    to: null,
    main: isFirst && index === 0,
  }))
}

type Education = Librarian['educations'][number]

const shownEducation = (rows: readonly Education[]): string =>
  rows.map((row) => `${educationLevels[row.level]}, ${educationFields[row.field]}`).join('; ')

function educationsOf(before: Education[], text: string | undefined): Education[] {
  if (text === undefined || text === shownEducation(before)) return before
  const [only] = before
  const refuse = (why: string): AppError =>
    new AppError('invalid-input', `Образование: ${why}. Правьте в списке «Образование».`, 'education')
  if (before.length > 1) throw refuse('записей об образовании несколько')
  const typed = split(text, /[;\n]/u).map(educationOf)
  if (!only) return typed.map((row) => ({ uid: newUid(), ...row }))
  const isBare = only.institution === '' && only.speciality === '' && only.year === null
  if (typed.length === 0 && isBare) return []
  const [one] = typed
  if (!one || typed.length > 1) throw refuse(one ? 'запись здесь одна, а вписано несколько' : 'запись нельзя очистить')
  return [
    {
      uid: only.uid,
      level: one.level,
      field: one.field,
      institution: one.institution || only.institution,
      speciality: one.speciality || only.speciality,
      year: one.year ?? only.year,
    },
  ]
}

function educationOf(text: string): Omit<Education, 'uid'> {
  const read = parseEducation(text)
  if (read) return read
  throw new AppError(
    'invalid-input',
    `Образование: «${text}» — нужны уровень и направление, например «высшее, библиотечное» или «СПО, педагогическое».`,
    'education',
  )
}
