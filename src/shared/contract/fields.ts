import { z } from 'zod'
import { isRealDate } from '../domain/dates'
import { parseSchoolYear } from '../domain/school-year'

/** Field types shared by all modules. Messages are Russian: they are shown to people as they are. */

/** Names a field for messages: «Дата заседания: такой даты нет…». */
export function named<T extends z.ZodType>(title: string, schema: T): T {
  return schema.meta({ title })
}

export const Id = z.int().positive('нужен номер записи — целое число больше нуля')
/** Key of a row inside a record, made by whoever makes the row (`newUid`). */
export const Uid = z.string().regex(/^[A-Za-z0-9_-]{6,40}$/, 'недопустимый ключ строки')

const randomPool = new Uint8Array(12 * 256)
let poolUsed = randomPool.length

/** Random bytes are taken in bulk: an import makes tens of thousands of keys. */
export function newUid(): string {
  if (poolUsed === randomPool.length) {
    crypto.getRandomValues(randomPool)
    poolUsed = 0
  }
  let uid = ''
  for (const byte of randomPool.subarray(poolUsed, poolUsed + 12))
    uid += 'abcdefghijklmnopqrstuvwxyz0123456789'.charAt(byte % 36)
  poolUsed += 12
  return uid
}

/** One line: no breaks, trimmed. Empty is an empty string, never null. */
export const Line = z
  .string()
  .max(1000, 'не больше 1000 знаков')
  .transform((text) => text.replace(/\s+/gu, ' ').trim())
/** Required line. */
export const FilledLine = Line.refine((text) => text.length > 0, 'поле не заполнено')
/** Required line of what lists join by «; »: a semicolon inside it could not be told from the one between. */
export const WithoutSemicolon = FilledLine.refine(
  (text) => !text.includes(';'),
  'точка с запятой здесь разделяет записи: впишите без неё',
)
/** Plain paragraphs separated by line breaks. */
export const Text = z.string().max(100_000, 'не больше 100 000 знаков')

export const IsoDate = z
  .string()
  .refine(isRealDate, { error: (issue) => `«${String(issue.input)}» — такой даты нет. Проверьте день, месяц и год.` })
export const OptionalDate = IsoDate.nullable()
export const IsoTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'время записывается как 14:30')

export const SchoolYear = z.string().refine((text) => /^\d{4}-\d{4}$/.test(text) && parseSchoolYear(text) === text, {
  error: (issue) => `«${String(issue.input)}» — нужен учебный год вида 2023-2024.`,
})

/** A letterhead or a cover made by the person in Word, that a paper is put on; null: the paper as it is. */
export const OnTemplate = Id.nullable().default(null)

export const Count = z.int('нужно целое число').min(0, 'число не может быть меньше нуля').max(100_000_000)
export const OptionalCount = Count.nullable()

export const Email = Line.refine(
  (text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  'адрес почты записывается как name@school.ru',
)

/** A person in a paper: someone of the bank, or anyone else by name and position. */
export const PersonRef = z.object({
  librarianId: Id.nullable(),
  /** As it is to be printed; kept even when linked, so that old papers do not change with the bank. */
  name: Line,
  position: Line,
})
export type PersonRef = z.infer<typeof PersonRef>
