import { addDays, dateParts, isoDate, isRealDay, parseDate, todayIso } from '@shared/domain/dates'

const nearDays: Readonly<Record<string, number>> = { вчера: -1, сегодня: 0, завтра: 1 }

/**
 * A day as people type it: «8.9.23», «080923», «8.9» of this year, «сегодня». ISO day, the text itself when it is not
 * one, null when there is nothing.
 */
export function readDay(text: string): string | null {
  const clean = text.trim()
  if (clean === '') return null
  const today = todayIso(new Date())
  const near = nearDays[clean.toLowerCase()]
  if (near !== undefined) return addDays(today, near)
  const short = /^(\d{1,2})[./](\d{1,2})$/.exec(clean)
  if (short) {
    const parts = { year: dateParts(today).year, month: Number(short[2]), day: Number(short[1]) }
    return isRealDay(parts) ? isoDate(parts.year, parts.month, parts.day) : clean
  }
  const digits = /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(clean)
  const parsed = parseDate(digits ? `${digits[1]}.${digits[2]}.${digits[3]}` : clean)
  return parsed ?? clean
}
