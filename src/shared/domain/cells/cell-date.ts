import { fullYear, isoDate, isRealDate, isRealDay, parseDate } from '../dates'
import { MONTH_PATTERN, monthOfWord } from '../text/russian-months'

/** What stands after the day where a program writes the time too. */
const TIME = /[ tт,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?z)?$/u
const DAY_FIRST = /^(\d{1,2}) ?[-,] ?(\d{1,2}) ?[-,] ?(\d{4}|\d{2})$/u
const YEAR_FIRST = /^(\d{4}) ?[-./] ?(\d{1,2}) ?[-./] ?(\d{1,2})$/u
const WORDS = new RegExp(`^(\\d{1,2})[-. ]+(${MONTH_PATTERN}|мар|июн|июл)[-. ]*(\\d{4}|\\d{2})$`, 'u')
/** Written together, as some programs unload them. */
const SOLID = /^(\d{4})(\d{2})(\d{2})$/u

/**
 * A date as a cell of a foreign table holds it: everything `parseDate` reads, and the manners of programs: «2023-09-08
 * 00:00:00», «2023/09/08», «08-09-2023», «8-сен-23», «20230908». A month before the day is not guessed at. Null when it is
 * not one date.
 */
export function parseCellDate(text: string): string | null {
  const bare = text
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(TIME, '')
    .replace(/(?:\s*г(?:ода|од)?\.?)$/u, '')
  const known = parseDate(bare)
  if (known !== null) return known
  const solid = SOLID.exec(bare)
  if (solid) {
    const iso = `${solid[1]}-${solid[2]}-${solid[3]}`
    return isRealDate(iso) && Number(solid[1]) >= 1900 && Number(solid[1]) <= 2100 ? iso : null
  }
  const yearFirst = YEAR_FIRST.exec(bare)
  if (yearFirst) return day(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]))
  const digits = DAY_FIRST.exec(bare)
  if (digits) return day(fullYear(digits[3] ?? ''), Number(digits[2]), Number(digits[1]))
  const words = WORDS.exec(bare)
  if (words) return day(fullYear(words[3] ?? ''), monthOfWord(words[2] ?? '') ?? 0, Number(words[1]))
  return null
}

const day = (year: number, month: number, dayOfMonth: number): string | null =>
  isRealDay({ year, month, day: dayOfMonth }) ? isoDate(year, month, dayOfMonth) : null
