import { z } from 'zod'
import { command, query, SavedRecord } from './core'
import { FilledLine, Id, IsoDate, Line, named, OptionalCount, OptionalDate, Text } from './fields'
import { type ColumnSpec, ListQuery, type ListSpec, listPage } from './lists'

/** Catalogue of textbooks and the subjects they are of (PRODUCT, module 5). Money is kopecks, quantities are copies. */

export const textbookKinds = { textbook: 'учебник', aid: 'учебное пособие' } as const
export const TextbookKind = z.enum(['textbook', 'aid'])

export const textbookLevels = { none: 'не указан', basic: 'базовый', advanced: 'углублённый' } as const
export const TextbookLevel = z.enum(['none', 'basic', 'advanced'])

/** Federal list (ФПУ): in the newest one brought in, in an older one only, or never seen in one. */
export const fplStates = { listed: 'в перечне', dropped: 'исключён', none: 'вне перечня' } as const
export const FplState = z.enum(['listed', 'dropped', 'none'])

export const Grade = z.int('нужен класс').min(1, 'классы — от 1 до 12').max(12, 'классы — от 1 до 12')

export const Textbook = z.object({
  kind: named('Вид', TextbookKind),
  /** Name of a subject; one not known yet is added with the save. */
  subject: named('Предмет', FilledLine),
  /** The grades the edition is for, both included. */
  gradeFrom: named('Класс с', Grade),
  gradeTo: named('Класс по', Grade),
  title: named('Наименование', FilledLine),
  authors: named('Авторы', Line),
  publisher: named('Издательство', Line),
  language: named('Язык', Line),
  level: named('Уровень', TextbookLevel),
  /** As printed; check digits are held to (ISBN-10 or ISBN-13). */
  isbn: named('ISBN', Line),
  /** Seven levels with a trailing dot: `1.1.2.4.2.2.1.`; empty outside the list. */
  fplCode: named('Код ФПУ', Line),
  fplState: named('В перечне', FplState),
  usableUntil: named('Использовать до', OptionalDate),
  /** Order the usable-until date comes from. */
  order: named('Приказ', Line),
  /** Price of the catalogue, kopecks: what buying a copy would cost. */
  price: named('Цена', OptionalCount),
  note: named('Примечание', Text),
})
export type Textbook = z.infer<typeof Textbook>

export const TextbookRow = z.object({
  id: z.int(),
  title: z.string(),
  authors: z.string(),
  subject: z.string(),
  grades: z.string(),
  publisher: z.string(),
  level: TextbookLevel,
  language: z.string(),
  kind: TextbookKind,
  isbn: z.string(),
  fplCode: z.string(),
  fplState: FplState,
  usableUntil: z.string().nullable(),
  /** False: past its usable-until date on the day the list is of. */
  usable: z.boolean(),
  order: z.string(),
  price: z.int().nullable(),
  note: z.string(),
  /** Copies in the schools of the district. */
  copies: z.int(),
  schools: z.int(),
})
export type TextbookRow = z.infer<typeof TextbookRow>

/** Columns by which other lists name a textbook; the key is that of the list. */
export const textbookColumn: ColumnSpec = {
  key: 'textbook',
  title: 'Учебник',
  type: 'text',
  width: 320,
  edit: { required: true, reference: 'textbook' },
  headings: ['наименование учебника', 'автор, название', 'автор и название', 'название', 'наименование'],
}

export const textbookList: ListSpec = {
  name: 'textbooks',
  title: 'Учебники',
  record: 'textbook',
  schoolYear: 'as-of',
  nouns: ['учебник', 'учебника', 'учебников'],
  identity: [
    ['fplCode', 'isbn'],
    ['fplCode', 'title', 'authors', 'grades'],
    // The list is numbered anew from time to time; a number alone says little.
    ['title', 'authors', 'grades', 'publisher', 'level'],
    ['title', 'authors', 'grades', 'publisher'],
    ['isbn'],
    ['fplCode', 'authors', 'grades', 'publisher'],
    ['fplCode'],
    ['title', 'authors', 'grades'],
  ],
  distinct: ['fplCode'],
  headed: ['subject', 'level'],
  defaultSort: [{ column: 'title', desc: false }],
  columns: [
    {
      key: 'title',
      title: 'Наименование',
      type: 'text',
      width: 300,
      edit: { required: true },
      headings: ['наименование учебника', 'название', 'название учебника', 'заглавие', 'наименование учебного издания'],
    },
    {
      key: 'authors',
      title: 'Авторы',
      type: 'text',
      width: 220,
      edit: {},
      headings: ['автор', 'автор/авторский коллектив', 'авторский коллектив', 'автор(ы)', 'автор/ авторский коллектив'],
    },
    {
      key: 'subject',
      title: 'Предмет',
      type: 'text',
      width: 160,
      edit: { required: true },
      headings: ['учебный предмет', 'предметная область', 'дисциплина'],
    },
    {
      key: 'grades',
      title: 'Класс',
      type: 'text',
      width: 80,
      edit: { required: true },
      headings: ['классы', 'класс обучения', 'параллель'],
    },
    {
      key: 'publisher',
      title: 'Издательство',
      type: 'text',
      width: 170,
      edit: {},
      headings: ['издатель', 'наименование издателя', 'наименование издателя(ей) учебника', 'издательство учебника'],
    },
    {
      key: 'level',
      title: 'Уровень',
      type: 'choice',
      width: 110,
      choices: textbookLevels,
      edit: {},
      headings: ['уровень изучения', 'уровень изучения учебного предмета'],
    },
    {
      key: 'fplCode',
      title: 'Код ФПУ',
      type: 'text',
      width: 140,
      edit: {},
      headings: [
        'порядковый номер учебника',
        'порядковый номер',
        'номер в фпу',
        '№ фпу',
        'номер по фпу',
        'код по фпу',
        'порядковый номер в фпу',
      ],
    },
    {
      key: 'usableUntil',
      title: 'Использовать до',
      type: 'date',
      width: 130,
      edit: { until: true },
      headings: [
        'предельный срок использования',
        'предельный срок использования учебников',
        'предельный срок',
        'срок использования',
        'можно использовать до',
        'действует до',
      ],
    },
    { key: 'usable', title: 'Годен', type: 'boolean', width: 80 },
    { key: 'fplState', title: 'В перечне', type: 'choice', width: 110, choices: fplStates, edit: {} },
    { key: 'isbn', title: 'ISBN', type: 'text', width: 150, edit: {}, headings: ['код isbn', 'isbn учебника'] },
    {
      key: 'price',
      title: 'Цена',
      type: 'money',
      width: 100,
      edit: {},
      headings: ['цена за экз.', 'цена, руб.', 'стоимость'],
    },
    { key: 'copies', title: 'Экземпляров', type: 'number', width: 110, total: 'sum' },
    { key: 'schools', title: 'Школ', type: 'number', width: 80 },
    {
      key: 'language',
      title: 'Язык',
      type: 'text',
      width: 110,
      hidden: true,
      edit: {},
      headings: ['язык учебника', 'язык обучения'],
    },
    { key: 'kind', title: 'Вид', type: 'choice', width: 130, choices: textbookKinds, hidden: true, edit: {} },
    {
      key: 'order',
      title: 'Приказ',
      type: 'text',
      width: 180,
      hidden: true,
      edit: {},
      headings: ['реквизиты приказа', 'номер приказа'],
    },
    {
      key: 'note',
      title: 'Примечание',
      type: 'text',
      width: 200,
      hidden: true,
      edit: { multiline: true },
      headings: ['примечания'],
    },
  ],
}

export const Subject = z.object({
  name: named('Предмет', FilledLine),
  /** Every student of its grades studies it, so a need follows from the contingent alone. */
  obligatory: named('Изучают все', z.boolean()),
  gradeFrom: named('Класс с', Grade),
  gradeTo: named('Класс по', Grade),
  note: named('Примечание', Text),
})
export type Subject = z.infer<typeof Subject>

export const SubjectRow = Subject.extend({ id: z.int(), textbooks: z.int() })
export type SubjectRow = z.infer<typeof SubjectRow>

export const subjectList: ListSpec = {
  name: 'subjects',
  title: 'Предметы',
  record: 'subject',
  schoolYear: 'none',
  nouns: ['предмет', 'предмета', 'предметов'],
  identity: [['name']],
  defaultSort: [{ column: 'name', desc: false }],
  columns: [
    {
      key: 'name',
      title: 'Предмет',
      type: 'text',
      width: 260,
      edit: { required: true },
      headings: ['учебный предмет'],
    },
    { key: 'obligatory', title: 'Изучают все', type: 'boolean', width: 120, edit: {}, headings: ['обязательный'] },
    { key: 'gradeFrom', title: 'Класс с', type: 'number', width: 90, edit: {} },
    { key: 'gradeTo', title: 'Класс по', type: 'number', width: 90, edit: {} },
    { key: 'textbooks', title: 'Учебников', type: 'number', width: 100, total: 'sum' },
    { key: 'note', title: 'Примечание', type: 'text', width: 240, edit: { multiline: true }, headings: ['примечания'] },
  ],
}

/** A textbook as a search answers it. */
export const TextbookHit = z.object({
  id: z.int(),
  /** What a cell of a list calls it; with its code where a namesake is among what was found. Understood as typed. */
  name: z.string(),
  /** «Алгебра. 7 класс». */
  title: z.string(),
  /** Authors, publisher, grades: what tells namesakes apart. */
  detail: z.string(),
  fplCode: z.string(),
  isbn: z.string(),
  usableUntil: z.string().nullable(),
  price: z.int().nullable(),
})
export type TextbookHit = z.infer<typeof TextbookHit>

/** What bringing in a newer federal list would do to the catalogue, and what it did. */
export const FplUpdate = z.object({
  added: z.int(),
  changed: z.int(),
  /** In the catalogue as listed, absent from the new list. */
  dropped: z.int(),
  unchanged: z.int(),
  /** Titles whose usable-until date is another in the new list. */
  redated: z.array(
    z.object({ id: z.int(), title: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  droppedTitles: z.array(z.object({ id: z.int(), title: z.string(), fplCode: z.string(), copies: z.int() })),
})
export type FplUpdate = z.infer<typeof FplUpdate>

export const textbooksContract = {
  'textbooks.list': query(ListQuery, listPage(TextbookRow), ['textbook', 'subject', 'holding']),
  'textbooks.get': query(z.object({ id: Id }), SavedRecord.extend({ textbook: Textbook }), ['textbook', 'subject']),
  /** Refused as `duplicate` where another textbook has the same title, authors, grades, publisher and level, or the same code and ISBN. */
  'textbooks.save': command(
    'Учебник',
    z.object({ id: Id.nullable(), revision: z.int().nullable(), textbook: Textbook }),
    SavedRecord,
  ),
  /** Refused (`in-use`) while there are copies, surpluses, needs or papers of it. */
  'textbooks.remove': command('Удаление учебника', z.object({ id: Id }), z.object({})),
  /** By words in any form and with slips of typing, by ISBN (as a scanner types it) or code of the list; best first. */
  'textbooks.find': query(
    z.object({ text: z.string().max(300), limit: z.int().min(1).max(100).default(20) }),
    z.array(TextbookHit),
    ['textbook', 'subject'],
  ),
  /**
   * After a prepared import of a federal list (`imports.prepare`, list `textbooks`): what it adds and changes, and which
   * listed titles it no longer has. @throws `not-found` when the run is not of this list
   */
  'textbooks.fplChanges': query(z.object({ runId: Id }), FplUpdate, ['import', 'textbook']),
  /**
   * Applies the run as one undo step: new and changed rows, every row of the list marked listed and, where an order is named,
   * with it; the dropped marked so and never removed. @throws as `imports.apply`
   */
  'textbooks.applyFpl': command(
    'Федеральный перечень',
    z.object({ runId: Id, order: Line, skipFaulty: z.boolean().default(false) }),
    FplUpdate,
  ),
  'subjects.list': query(ListQuery, listPage(SubjectRow), ['subject', 'textbook']),
  'subjects.get': query(z.object({ id: Id }), SavedRecord.extend({ subject: Subject }), ['subject']),
  'subjects.save': command(
    'Предмет',
    z.object({ id: Id.nullable(), revision: z.int().nullable(), subject: Subject }),
    SavedRecord,
  ),
  'subjects.remove': command('Удаление предмета', z.object({ id: Id }), z.object({})),
  'subjects.options': query(z.object({}), z.array(z.object({ id: z.int(), name: z.string() })), ['subject']),
} as const

/** Day a state is asked for; null is now. */
export const OnDay = IsoDate.nullable().default(null)
