import { blankLibrarian } from '@shared/contract/blank'
import { type Librarian, Librarian as LibrarianSchema } from '@shared/contract/librarians'
import type { CellValue } from '@shared/contract/lists'
import { listDay } from '../../lists/day'
import type { ListContext, ListRecord, Setter } from '../../lists/record'
import { schoolsByNames } from '../../lists/references'
import { parseAs } from '../../validation'
import { librarianSource } from './list'
import { readLibrarian } from './read'
import { fullName, refuseWrongLibrarian, removeLibrarian, saveLibrarian } from './save'
import { type TypedCells, withTyped } from './typed'

interface Draft {
  /** As the card was read; null: a new person. */
  before: Librarian | null
  librarian: Librarian
  typed: TypedCells
}

const own =
  (name: keyof Librarian): Setter<Draft> =>
  (draft, value) => ({ ...draft, librarian: { ...draft.librarian, [name]: value } })

const typed =
  <K extends keyof TypedCells>(
    name: K,
    read: (value: CellValue, context: ListContext) => TypedCells[K],
  ): Setter<Draft> =>
  (draft, value, context) => ({ ...draft, typed: { ...draft.typed, [name]: read(value, context) } })

const line = (value: CellValue): string =>
  String(value ?? '')
    .replace(/\s+/gu, ' ')
    .trim()

/** The whole librarian, and whether the question of namesakes was settled when she was first saved. */
function settled(context: ListContext, draft: Draft): { librarian: Librarian; isKnown: boolean } {
  const { before } = draft
  const librarian = parseAs(
    LibrarianSchema,
    withTyped(draft.librarian, draft.typed, listDay(context, context.viewed ?? null)),
    'Библиотекарь',
  )
  const isKnown =
    before !== null && fullName(before) === fullName(librarian) && before.birthDate === librarian.birthDate
  return { librarian, isKnown }
}

/** A librarian typed into the list. */
export const librarianRecord: ListRecord<Draft> = {
  source: librarianSource,
  blank: () => ({ before: null, librarian: blankLibrarian(), typed: {} }),
  read({ raw }, id) {
    const { librarian } = readLibrarian(raw, id)
    return { before: librarian, librarian, typed: {} }
  },
  set: {
    name: typed('name', line),
    surname: typed('surname', line),
    given: typed('given', line),
    patronymic: typed('patronymic', line),
    schools: typed('schools', (value, context) => schoolsByNames(context, String(value ?? ''))),
    position: typed('position', line),
    rate: typed('rate', (value) => value as number | null),
    education: typed('education', line),
    category: (draft, value, context) => own('category')(draft, value ?? 'none', context),
    categoryOn: own('categoryOn'),
    categoryUntil: own('categoryUntil'),
    attestedOn: own('attestedOn'),
    birthDate: own('birthDate'),
    workingSince: own('workingSince'),
    libraryWorkSince: own('libraryWorkSince'),
    consentOn: own('consentOn'),
    phone: own('phone'),
    email: own('email'),
    roleInAssociation: own('roleInAssociation'),
    note: own('note'),
  },
  check(context, id, draft) {
    const { librarian, isKnown } = settled(context, draft)
    refuseWrongLibrarian(context, id, librarian, isKnown)
  },
  save(context, id, draft) {
    const { librarian, isKnown } = settled(context, draft)
    return saveLibrarian(context, id, null, librarian, isKnown).id
  },
  remove: (context, id) => removeLibrarian(context, id),
  columnOf(path) {
    const last = path.split('.').at(-1) ?? ''
    if (last === 'surname') return 'name'
    if (/(^|\.)employments\./u.test(path)) return last === 'schoolId' ? 'schools' : last
    return /(^|\.)educations\./u.test(path) ? 'education' : null
  },
}
