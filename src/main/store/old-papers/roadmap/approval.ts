import type { IsoDate } from '@shared/domain/dates'
import { parseDate } from '@shared/domain/dates'
import { joined, type Words } from './words'

/** «УТВЕРЖДАЮ …», «Приложение 2 к приказу … от 15.01.2025 № 77-од». */
export interface FoundApproval {
  words: Words
  number: string
  date: IsoDate | null
  annex: string
}

const APPROVES = /^[«"]?\s*у\s*т\s*в\s*е\s*р\s*ж\s*д\s*(?:а\s*ю|а\s*е\s*м|е\s*н\s*[оаы]?|ё\s*н\s*[оаы]?)(?!\p{L})/iu
const ANNEX = /^[«"]?\s*приложени[ея](?!\p{L})(?!\s*:)/iu
const OTHER =
  /^[«"]?\s*(?:согласован[оаы]?|согласовываю|рассмотрен[оаы]?|принят[оаы]?|обсужден[оаы]?|одобрен[оаы]?)(?!\p{L})/iu

export type StampKind = 'approval' | 'other'

/** Whether a stamp begins with this line. */
export function stampKind(text: string): StampKind | null {
  if (text.length > 200) return null
  if (APPROVES.test(text) || ANNEX.test(text)) return 'approval'
  return OTHER.test(text) ? 'other' : null
}

const DAY = /[«"“]?\s*\d{1,2}\s*[»"”]?\s*(?:\.\s*\d{1,2}\s*\.\s*|\s+\p{L}{3,9}\.?\s+|\p{L}{3,9}\s+)\d{4}/gu
const ORDER = /приказ|распоряжени|постановлени|протокол|решени/iu

/** Number, date and annex of what approves. */
export function approvalOf(stamps: readonly Words[]): FoundApproval | null {
  const words = joined(stamps, ' ')
  if (words.text === '') return null
  const text = words.text.replace(/\s+/gu, ' ')
  const date = dateOf(text)
  return { words, date: date?.iso ?? null, number: numberOf(text, date), annex: annexOf(text) }
}

function dateOf(text: string): { iso: IsoDate; from: number; to: number } | null {
  const dates = [...text.matchAll(DAY)].flatMap((match) => {
    const iso = parseDate(
      match[0]
        .replace(/[«»"“”]/gu, ' ')
        .replace(/\s+/gu, ' ')
        .replace(/(\d)(\p{L})/gu, '$1 $2')
        .trim(),
    )
    return iso ? [{ iso, from: match.index, to: match.index + match[0].length }] : []
  })
  return dates.find(({ from }) => /от\s*$/iu.test(text.slice(0, from))) ?? dates.at(-1) ?? null
}

const NUMBER = '(?:№|N|No)\\s*(\\d[\\p{L}\\d]*(?:\\s*[/.–—-]\\s*[\\p{L}\\d]+)*)'

/** The number beside the date or after the word for the order: a school has its «№» too. */
function numberOf(text: string, date: { from: number; to: number } | null): string {
  if (date) {
    const after = new RegExp(`^\\s*(?:г\\.?|года)?[\\s,]*${NUMBER}`, 'u').exec(text.slice(date.to))
    if (after?.[1]) return after[1]
    const before = new RegExp(`${NUMBER}[\\s,]*(?:от)?\\s*$`, 'u').exec(text.slice(0, date.from))
    if (before?.[1]) return before[1]
  }
  const order = ORDER.exec(text)
  const named = order ? new RegExp(`^\\p{L}*\\s*(?:.{0,40}?)${NUMBER}`, 'u').exec(text.slice(order.index)) : null
  return named?.[1] ?? ''
}

const annexOf = (text: string): string => /приложени[ея]\s*(?:№|N)?\s*(\d{1,3})(?!\p{L}|[.\d])/iu.exec(text)?.[1] ?? ''
