import { isRealDate } from '@shared/domain/dates'
import { fplKey } from '@shared/domain/fpl'
import { schoolYearStarting } from '@shared/domain/school-year'
import { normKey } from '@shared/domain/text/norm'
import { MONTH_PATTERN, monthName, monthOfWord } from '@shared/domain/text/russian-months'
import { shortForms } from '@shared/domain/text/short-forms'
import {
  dayOfMonthToken,
  dayToken,
  isPassedOver,
  monthOfYearToken,
  monthToken,
  schoolYearToken,
  stemOf,
} from './tokens'

/** What a text typed into the search asks for. Pure: nothing is looked up here. */

/** A word of the index, or the beginning of one. */
export interface Sought {
  token: string
  begins?: boolean
}

/** One thing that must be there, as a word… */
export interface WordPiece {
  type: 'word'
  word: string
  /** The last of the text, with nothing after it: more letters may come. */
  isUnfinished: boolean
  /** The words it stands for: «сош». */
  means: readonly string[]
}
/** …or in one of several ways: a date, a number. */
export interface WaysPiece {
  type: 'ways'
  ways: readonly (readonly Sought[])[]
  isDate: boolean
}
export type Piece = WordPiece | WaysPiece

export interface Asked {
  pieces: readonly Piece[]
  /** «З.И.» beside a surname: tells people of one name apart. */
  initials: readonly string[]
}

/** Words that stand beside a figure and add nothing to it. */
const besideFigures: ReadonlySet<string> = new Set(
  'класс класса классе классы кл год года году годы лет учебный учебного учебном уч номер'.split(' '),
)

type Make = (match: RegExpExecArray, isUnfinished: boolean) => Piece | null

const one = (...tokens: readonly string[]): Sought[] => tokens.map((token) => ({ token }))
const date = (...ways: readonly Sought[][]): WaysPiece => ({ type: 'ways', ways, isDate: true })
const number = (...ways: readonly Sought[][]): WaysPiece => ({ type: 'ways', ways, isDate: false })

const day = (year: number, month: number, ofMonth: number): string | null => {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(ofMonth).padStart(2, '0')}`
  return isRealDate(iso) ? iso : null
}
const fullYear = (figures: string): number => (figures.length === 2 ? 2000 + Number(figures) : Number(figures))
const monthStem = (word: string): { month: number; stem: string } | null => {
  const month = monthOfWord(word)
  return month === null ? null : { month, stem: stemOf(monthName(month)) }
}

/** In this order: what is a date is not two numbers. */
const patterns: readonly [RegExp, Make][] = [
  [
    /(?<![\d.])(\d{4})-(\d{2})-(\d{2})(?!\d)/gu,
    (found) => {
      const iso = day(Number(found[1]), Number(found[2]), Number(found[3]))
      return iso === null ? null : date(one(dayToken(iso)))
    },
  ],
  [
    /(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?![\d.])/gu,
    (found) => {
      const iso = day(fullYear(found[3] ?? ''), Number(found[2]), Number(found[1]))
      return iso === null ? null : date(one(dayToken(iso)))
    },
  ],
  [
    new RegExp(`(?<![\\d.])(\\d{1,2})\\s+(${MONTH_PATTERN})(?:\\s+(\\d{4}))?`, 'gu'),
    (found) => {
      const known = monthStem(found[2] ?? '')
      if (known === null) return null
      const [ofMonth, { month, stem }] = [Number(found[1]), known]
      if (found[3] === undefined) return date(one(dayOfMonthToken(month, ofMonth)), one(String(ofMonth), stem))
      const iso = day(Number(found[3]), month, ofMonth)
      return iso === null ? null : date(one(dayToken(iso)), one(String(ofMonth), stem, found[3]))
    },
  ],
  [
    new RegExp(`(?<!\\p{L})(${MONTH_PATTERN})\\s+(\\d{4})(?!\\d)`, 'gu'),
    (found) => {
      const known = monthStem(found[1] ?? '')
      if (known === null) return null
      return date(one(monthOfYearToken(Number(found[2]), known.month)), one(known.stem, found[2] ?? ''))
    },
  ],
  [
    /(?<!\d)((?:19|20)\d{2})\s?[-/]\s?((?:19|20)?\d{2})(?!\d)/gu,
    (found) => {
      const from = Number(found[1])
      if (fullYear(found[2] ?? '') !== from + 1) return null
      return date(one(schoolYearToken(schoolYearStarting(from))), one(String(from), String(from + 1)))
    },
  ],
  [
    new RegExp(`(?<!\\p{L})(${MONTH_PATTERN})`, 'gu'),
    (found) => {
      const known = monthStem(found[1] ?? '')
      return known === null ? null : date(one(monthToken(known.month)), one(known.stem))
    },
  ],
  // A code of the federal list, or its beginning.
  [
    /(?<![\d.])\d{1,3}(?:\.\d{1,3}){2,7}\.?(?![\d])/gu,
    (found) => {
      const code = fplKey(found[0]) || found[0].replace(/\.$/u, '')
      return number(one(code), [{ token: `${code}.`, begins: true }])
    },
  ],
  // The number of a decision, or a day of a month.
  [
    /(?<![\d.])(\d{1,2})\.(\d{1,2})(?![\d.])/gu,
    (found) => {
      const [ofMonth, month] = [Number(found[1]), Number(found[2])]
      const asDay =
        month >= 1 && month <= 12 && ofMonth >= 1 && ofMonth <= 31 ? [one(dayOfMonthToken(month, ofMonth))] : []
      return number(one(`${ofMonth}.${month}`), ...asDay)
    },
  ],
  // A phone number or an ISBN as it is written, with spaces, brackets and hyphens.
  [
    /\+?\d[\d()-]*(?:[ (-]+\d[\d()-]*)+/gu,
    (found) => {
      const groups = found[0].match(/\d+/gu) ?? []
      const figures = groups.join('')
      if (figures.length < 5 || groups.length < 2 || groups.some((group) => group.length > 5)) return null
      return number(...asFigures(figures), one(...groups))
    },
  ],
]

/** Figures without gaps: whole or begun; a phone number with its 8 or +7. */
function asFigures(figures: string): Sought[][] {
  const ways: Sought[][] = [one(figures), [{ token: figures, begins: true }]]
  if (/^[78]\d{3,10}$/u.test(figures)) ways.push([{ token: figures.slice(1), begins: true }])
  return ways
}

/** «Протокол 2 от 08.09.2025», «Скворцова З.И.», «алгебра 8 кл», «8 (863) 47-2…» → what must be there. */
export function understood(typed: string): Asked {
  let rest = normKey(typed)
  const isOpen = /[\p{L}\d]$/u.test(typed)
  const found: { at: number; piece: Piece }[] = []
  for (const [pattern, make] of patterns) {
    rest = rest.replace(pattern, (...args: unknown[]) => {
      const groups = args.slice(
        0,
        args.findIndex((arg) => typeof arg === 'number'),
      ) as string[]
      const at = args.find((arg) => typeof arg === 'number') as number
      const piece = make(groups as unknown as RegExpExecArray, isOpen && at + (groups[0] ?? '').length === rest.length)
      if (piece === null) return groups[0] ?? ''
      found.push({ at, piece })
      return ' '.repeat((groups[0] ?? '').length)
    })
  }
  const plain = [...rest.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ word: match[0], at: match.index }))
  const hasFigures = found.length > 0 || plain.some(({ word }) => /\d/u.test(word))
  const initials: string[] = []
  const passed: { word: string; at: number }[] = []
  for (const { word, at } of plain) {
    const isUnfinished = isOpen && at + word.length === rest.length
    const figure = /^(\d{1,2})(?:кл\p{L}*|й|го|я|ый|ой|ая|ого|му|е)$/u.exec(word)?.[1]
    if (figure !== undefined) found.push({ at, piece: number(one(figure), one(word)) })
    else if (/^\d+$/u.test(word)) found.push({ at, piece: numberPiece(word, isUnfinished) })
    else if (hasFigures && besideFigures.has(word)) continue
    else if (word.length === 1 && /\p{L}/u.test(word) && plain.some((other) => other.word.length > 2))
      initials.push(word)
    else if (isPassedOver(word)) passed.push({ word, at })
    else found.push({ at, piece: wordPiece(word, isUnfinished) })
  }
  // Nothing but words that say nothing: they may be the beginning of others.
  if (found.length === 0) for (const { word, at } of passed) found.push({ at, piece: wordPiece(word, true) })
  found.sort((a, b) => a.at - b.at)
  return { pieces: found.map(({ piece }) => piece), initials }
}

function numberPiece(word: string, isUnfinished: boolean): Piece {
  if (word.length >= 5) return number(...asFigures(word))
  const plain = String(Number(word))
  return number(
    one(word),
    ...(plain === word ? [] : [one(plain)]),
    ...(isUnfinished ? [[{ token: word, begins: true }]] : []),
  )
}

const wordPiece = (word: string, isUnfinished: boolean): WordPiece => ({
  type: 'word',
  word,
  isUnfinished,
  means: shortForms[word] ?? [],
})
