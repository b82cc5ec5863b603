import type { Due } from '@shared/contract/meetings'
import { dateParts, type IsoDate, monthName } from '@shared/domain/dates'
import { isWholeDue, parseDues } from '@shared/domain/due/parse'
import { part, plain, type Words } from './words'

export interface Period {
  from: IsoDate
  to: IsoDate
}

/** What gives dues their years: the plan's period, or where it has none the day of its paper. */
export interface DueYears {
  date: IsoDate
  period: Period | null
}

/** A cell of dues is short; more is running text, and its reading would only cost time. */
const LONGEST = 2000
const LONGEST_WHOLE = 160

/** Dues of a cell, their words kept. `within`: the month the section is of, which gives «до 25 августа» its year. */
export function duesOf(words: Words, years: DueYears, within: Period | null = null): FoundDue[] {
  const { text } = words
  if (text.length > LONGEST) return []
  const plan = withWeekdays(text, parse(text, years)).filter((due) => due.text.length <= LINE)
  const dues = within ? datedWithin(text, plan, within) : plan
  return dues.map((due) => ({
    due: { ...due, range: null },
    words: due.range ? part(words, due.range[0], due.range[1]) : words,
  }))
}

/** A срок and the words it was read from. */
export interface FoundDue {
  due: Due
  words: Words
}

/** Lines of the contract are no longer. */
const LINE = 1000

const WEEKDAY = /^\(?(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс)\.?\)?$/iu

/** Whether the words are a day of the week alone. */
export const isWeekday = (text: string): boolean => WEEKDAY.test(text.trim())

/** «24 марта, понедельник» is one day. */
function withWeekdays(text: string, dues: readonly Due[]): Due[] {
  const days: Due[] = []
  for (const due of dues) {
    const day = days.at(-1)
    const [from, end] = day?.range ?? []
    const [start, to] = due.range ?? []
    const known = from !== undefined && end !== undefined && start !== undefined && to !== undefined
    if (day && known && isWeekday(due.text) && day.from !== null && day.recurrence === null) {
      days[days.length - 1] = { ...day, text: text.slice(from, to).replace(/\s+/gu, ' '), range: [from, to] }
    } else days.push(due)
  }
  return days
}

function datedWithin(text: string, plan: Due[], within: Period): Due[] {
  const near = withWeekdays(text, parse(ofMonth(text, within), { date: within.from, period: within })).map((due) => ({
    ...due,
    text: due.text.slice(0, text.length),
  }))
  return plan.map((due, index) => {
    const other = near.length === plan.length ? near[index] : undefined
    const first = other?.from ?? other?.to
    const last = other?.to ?? other?.from
    return other && first && last && first >= within.from && last <= within.to
      ? { ...due, from: other.from, to: other.to }
      : due
  })
}

/** «до 20», «12–15», «2 неделя» under «Сентябрь». */
const OF_MONTH =
  /^(?:до |с |к |по )?(?:\d{1,2}(?:\s*[-–—,]\s*\d{1,2})*(?:\s*-?\s*(?:го|е|му))?(?:\s+числ\p{L}+)?|(?:[1-4](?:-?\p{L}{1,2})?|перв\p{L}+|втор\p{L}+|трет\p{L}+|четв\p{L}+|последн\p{L}+)\s+(?:недел|декад|половин|понедельник|вторник|сред|четверг|пятниц)\p{L}*)$/iu

/** The text with the month it stands under, where it has none itself. */
function ofMonth(text: string, { from, to }: Period): string {
  if (from.slice(0, 7) !== to.slice(0, 7) || !OF_MONTH.test(text.trim())) return text
  return `${text.trim().replace(/\s*-?\s*(?:го|е|му)?(?:\s+числ\p{L}+)?$/u, '')} ${monthName(dateParts(from).month, 'gen')}`
}

function parse(text: string, { date, period }: DueYears): Due[] {
  return parseDues(text, { date, mode: 'field', period }).map((due) => ({
    ...due,
    text: due.text.replace(/\s+/gu, ' '),
  }))
}

/** Whether the text is a срок and nothing else. */
export function isDue(text: string, years: DueYears): boolean {
  if (text.length > LONGEST_WHOLE) return false
  const known = answers.get(years) ?? new Map<string, boolean>()
  answers.set(years, known)
  const answer = known.get(text) ?? isWholeDue(text, { date: years.date, mode: 'field', period: years.period })
  known.set(text, answer)
  return answer
}

/** The same cell is asked about by several rules. */
const answers = new WeakMap<DueYears, Map<string, boolean>>()

/** Words that stand for a срок without naming one. */
const UNDATED =
  /^(?:по|в соответствии с|согласно|вне|до|после|при|во время|по мере)(?!\p{L}).{0,80}(?:план|график|согласован|заявк|запрос|необходим|потребност|окончани|расписани|положени|приказ)/u

export const isDueLike = (text: string, years: DueYears): boolean => isDue(text, years) || UNDATED.test(plain(text))
