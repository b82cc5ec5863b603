import type { Decision, Due } from '@shared/contract/meetings'
import { formatDate, isRealDate, todayIso } from '@shared/domain/dates'
import { parseDues } from '@shared/domain/due/parse'
import type { DueReader } from '../../meetings/model/decision-text'

/** Dues retyped in the review: the words are kept, the days are worked out anew. */

export interface DueDay {
  /** Day of the meeting, or the first day of the plan. */
  date: string | null
  period: { from: string; to: string } | null
}

/** Words of one due; what no day can be made of is kept as words. */
export function dueOfWords(text: string, { date, period }: DueDay): Due {
  const day = date !== null && isRealDate(date) ? date : todayIso(new Date())
  const found = text.trim() === '' ? [] : parseDues(text, { date: day, mode: 'field', period })
  const [alone, ...others] = found
  return alone && others.length === 0
    ? { ...alone, text, range: null }
    : { text, range: null, from: null, to: null, recurrence: null }
}

/** A due of a decision retyped; where it stands in the decision's text, the text is retyped with it. */
export function retypeDue(decision: Decision, index: number, words: string, day: DueDay): Decision {
  const before = decision.dues[index]
  if (!before) return decision
  const fresh = dueOfWords(words, day)
  if (!before.range) return { ...decision, dues: decision.dues.with(index, fresh) }
  const [from, to] = before.range
  const shift = words.length - (to - from)
  const text = decision.text.slice(0, from) + words + decision.text.slice(to)
  const dues = decision.dues.map((due, at): Due => {
    if (at === index) return { ...fresh, range: [from, from + words.length] }
    if (!due.range || due.range[0] < to) return due
    return { ...due, range: [due.range[0] + shift, due.range[1] + shift] }
  })
  return { ...decision, text, dues }
}

const recurrences = {
  permanent: 'постоянно',
  yearly: 'каждый год',
  'half-yearly': 'раз в полугодие',
  quarterly: 'каждый квартал',
  monthly: 'каждый месяц',
  daily: 'каждый день',
  'on-change': 'по мере изменений',
} as const

/** What the program makes of a due: «до 10.10.2026», «с 01.03.2024 по 31.05.2024». */
export function dueMeaning({ from, to, recurrence }: Due): string {
  const days =
    from !== null && to !== null
      ? from === to
        ? formatDate(to, 'digits')
        : `с ${formatDate(from, 'digits')} по ${formatDate(to, 'digits')}`
      : to !== null
        ? `до ${formatDate(to, 'digits')}`
        : from !== null
          ? `с ${formatDate(from, 'digits')}`
          : ''
  const words = [recurrence === null ? '' : recurrences[recurrence], days].filter((part) => part !== '')
  return words.length === 0 ? 'дня нет, останется словами' : words.join(', ')
}

/** Reads dues of a decision on the day of its meeting. */
export function readerOn(date: string | null): DueReader {
  return (text, mode, on) => {
    const day = on ?? date
    return parseDues(text, { date: day !== null && isRealDate(day) ? day : todayIso(new Date()), mode })
  }
}
