import { dateParts, formatDate } from '../dates'
import { MONTH_PATTERN } from '../text/russian-months'
import type { Due } from './due'
import { dueText } from './summary'

/** Dues of a plan said outside it: «март» of the plan of 2026 is «март 2026 года». */

type DueWords = Pick<Due, 'text' | 'from' | 'to' | 'recurrence'>

const NAMED_YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)|\d\.\d{2}(?!\d)/u
const IN_YEAR = /год(?:а|у)?$|(?<!\p{L})г\.?$/iu
const RANGE = new RegExp(`^(.*?${MONTH_PATTERN})(\\s*[-‐‑‒–—−]\\s*)(${MONTH_PATTERN}.*)$`, 'iu')
const MONTH_END = new RegExp(`${MONTH_PATTERN}$`, 'iu')

/** The words of each, with a year where they need one; of several of one year only the last names it. */
export function duesWithYears(dues: readonly DueWords[]): string[] {
  return dues.map((due, index) => {
    const next = dues[index + 1]
    const saysNext = next !== undefined && bare(next) && yearOf(next) === yearOf(due) && yearOf(due) !== null
    return bare(due) && saysNext && !RANGE.test(due.text) ? dueText(due) : withYear(due)
  })
}

const yearOf = ({ from, to }: DueWords): number | null => {
  const [first, last] = [from ?? to, to ?? from]
  if (first === null || last === null) return null
  const year = dateParts(last).year
  return dateParts(first).year === year ? year : null
}

/** A month or a day of one: what a year can stand behind. */
const bare = (due: DueWords): boolean =>
  due.recurrence === null &&
  !NAMED_YEAR.test(due.text) &&
  !/год|квартал|полугоди/iu.test(due.text) &&
  MONTH_END.test(due.text.trim())

function withYear(due: DueWords): string {
  const text = dueText(due)
  if (due.recurrence !== null || NAMED_YEAR.test(text) || (due.from === null && due.to === null)) return text
  const [first, last] = [due.from ?? due.to ?? '', due.to ?? due.from ?? '']
  const [a, b] = [dateParts(first).year, dateParts(last).year]
  if (/учебн\p{L}*\s+год/iu.test(text)) return text.replace(/учебн/iu, `${a}–${a + 1} учебн`)
  if (/года$/iu.test(text)) return a === b ? text.replace(/года$/iu, `${a} года`) : text
  if (IN_YEAR.test(text)) return text
  if (a === b) return `${text} ${a} года`
  const range = RANGE.exec(text)
  if (range) return `${range[1]} ${a} года – ${range[3]} ${b} года`
  return text
}

/** A deadline in words: «до 15 мая 2026 г.». */
export const untilDay = (date: string): string => `до ${formatDate(date, 'words')}`
