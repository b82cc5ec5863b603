import { blankTextbook } from '@shared/contract/blank'
import type { CellValue } from '@shared/contract/lists'
import { Textbook } from '@shared/contract/textbooks'
import { nameOf, readFplSection } from '@shared/domain/fpl-sections'
import { parseGrades } from '@shared/domain/grades'
import { AppError } from '@shared/errors'
import { field, type ListRecord, type Setter } from '../../lists/record'
import { parseAs } from '../../validation'
import { textbookSource } from './list'
import { readTextbook } from './read'
import { asKept, refuseWrongTextbook, removeTextbook, saveTextbook } from './save'

const own = field<Textbook>

const grades: Setter<Textbook> = (book, value) => {
  const found = parseGrades(String(value ?? ''))
  if (found) return { ...book, ...found }
  throw new AppError(
    'invalid-input',
    `Класс: «${String(value ?? '')}» — нужен класс от 1 до 12 или классы подряд: 7, 10–11, 1-4.`,
  )
}

/** The subject without the words the federal list puts after it. */
const subject: Setter<Textbook> = (book, value) => ({ ...book, subject: nameOf(String(value ?? '')) })

/** A book that is given its number in the federal list is in it. */
const fplCode: Setter<Textbook> = (book, value) => {
  const code = String(value ?? '')
  return { ...book, fplCode: code, fplState: code !== '' && book.fplState === 'none' ? 'listed' : book.fplState }
}

/** An emptied choice goes back to what a new row has. */
const choice =
  <K extends 'level' | 'fplState' | 'kind'>(name: K): Setter<Textbook> =>
  (book, value) => ({ ...book, [name]: value ?? blankTextbook()[name] })

export const textbookRecord: ListRecord<Textbook> = {
  source: textbookSource,
  blank: blankTextbook,
  read: (context, id) => readTextbook(context, id).textbook,
  set: {
    title: own('title'),
    authors: own('authors'),
    subject,
    grades,
    publisher: own('publisher'),
    level: choice('level'),
    fplCode,
    usableUntil: own('usableUntil'),
    fplState: choice('fplState'),
    isbn: own('isbn'),
    price: own('price'),
    language: own('language'),
    kind: choice('kind'),
    order: own('order'),
    note: own('note'),
  },
  check: (context, id, book) => refuseWrongTextbook(context, id, asKept(parseAs(Textbook, book, 'Учебник'))),
  save: (context, id, book) => saveTextbook(context, id, null, parseAs(Textbook, book, 'Учебник')).id,
  remove: removeTextbook,
  heading: (texts, alone) => readFplSection(texts, alone) as Record<string, CellValue> | null,
  columnOf: (path) => (/\.grade(?:From|To)$|^grade(?:From|To)$/u.test(path) ? 'grades' : null),
}
