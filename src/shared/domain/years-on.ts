/** Last year's words for this year: years named in a text move on with the paper that is copied. */

interface Window {
  /** Years between these, both included, move; others are of other things: «Концепция (от 2016 года)». */
  from: number
  to: number
}

const YEAR = '(?:19|20)\\d{2}'
/** «2022–2024», «2024-25» before «уч.»; one year; what stands before and after says whether it is one of these. */
const YEARS = new RegExp(
  `(?<![\\d№])(?<!№\\s*[\\p{L}\\d/\\-]*)(${YEAR})(?:(\\s*[-‐‑‒–—−/]\\s*)(${YEAR}|\\d{2}(?=(?:-?(?:го|м))?\\s*уч)))?(?!\\d)`,
  'gu',
)
/** The date of another paper: «от 29.12.2012 № 273-ФЗ», «от 15 января 2024 г. № 5». */
const NUMBER_AFTER = /^\s*(?:г\.?|года)?\s*№/u

/**
 * The text with its years moved by so many. A year moves when it, or the one it is joined with, lies in the window; the
 * date of a numbered paper stays. 29 February becomes the 28th where the new year has none.
 */
export function yearsOn(text: string, by: number, { from, to }: Window): string {
  const moved = text.replace(
    YEARS,
    (whole, first: string, dash: string | undefined, second: string | undefined, at: number) => {
      if (NUMBER_AFTER.test(text.slice(at + whole.length))) return whole
      const end = second === undefined ? Number(first) : second.length === 2 ? Number(first) + 1 : Number(second)
      const isOurs = [Number(first), end].some((year) => year >= from && year <= to)
      if (!isOurs) return whole
      const next = String(Number(first) + by)
      if (dash === undefined || second === undefined) return next
      return `${next}${dash}${second.length === 2 ? String(end + by).slice(2) : end + by}`
    },
  )
  return moved.replace(/29(\.02\.|\s+февраля\s+)((?:19|20)\d{2})/giu, (whole, month: string, year: string) =>
    isLeap(Number(year)) ? whole : `28${month}${year}`,
  )
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
