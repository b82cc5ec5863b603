import { type DueYears, isDue } from './dues'
import { isTitle } from './front'
import type { SeenLine } from './grid'
import { startsWithLabel } from './list-labels'
import { isRomanLabel, looksNumbered } from './sections'

/** What a line of a plan without tables is. */
export type LineKind = 'blank' | 'section' | 'item' | 'bullet' | 'text'

const NUMBER = /^(\d{1,3}(?:\.\d{1,3})*)(?:[.)]\s*(?=[^\s\d])|\s+(?=\p{Lu}))/u
const BULLET = /^[-–—•*·▪]\s+(?=\S)/u
/** «Заседание № 1 (сентябрь)», «Первое заседание», «2 заседание». */
const MEETING =
  /^(?:(?:перв|втор|трет|четв[её]рт|пят|шест)\p{L}+\s+|\d\s+)?(?:заседани[ея]|совещани[ея]|встреча|семинар)(?:\s*№?\s*\d{1,2}|\s*$|\s*[(:–—]|\s+(?:рмо|гмо|шмо|мо)(?!\p{L}))/iu
const MONTHS =
  /январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|квартал|полугоди|четверт|каникул|течени|весь|период|постоянн|ежемесячн|ежеквартальн|еженедельн/iu

export interface NumberedLine {
  number: string
  /** Characters the number or bullet takes. */
  length: number
}

/** The number an item begins with, typed or made by Word; null: none. «15.09.» is a day. */
export function numberOfLine({ words, label }: SeenLine, years: DueYears): NumberedLine | null {
  const match = NUMBER.exec(words.text)
  if (match?.[1] && !(/^\d{1,2}\.\d{2}$/u.test(match[1]) && isDue(match[1], years))) {
    return { number: match[1], length: match[0].length }
  }
  const made = label.replace(/[.)]+$/u, '')
  return words.text !== '' && /^\d{1,3}(?:\.\d{1,3})*$/u.test(made) ? { number: made, length: 0 } : null
}

export const bulletOf = ({ words, label }: SeenLine): number | null => {
  const typed = BULLET.exec(words.text)
  if (typed) return typed[0].length
  return words.text !== '' && /^[^\p{L}\p{N}]+$/u.test(label) ? 0 : null
}

const bare = (text: string): string => text.replace(/\s*[:.]+$/u, '')

/** A month or another time as a heading. */
export const isTimeHeading = (text: string, years: DueYears): boolean =>
  text.length <= 60 && MONTHS.test(text) && !/\d{4}\D{0,12}уч/iu.test(text) && isDue(bare(text), years)

/** «15 сентября – …», «15.09 – …»: a day before what is done. */
export const DAY_FIRST = /^([^–—\n]{3,40}?(?:\s?[-–—]\s?[^–—\s]{1,12}(?:\s\p{L}+)?)?)\s*(?:\s[-–—]|:)\s+(?=\S{2})/u

/** The kinds of all lines, in one pass with a look at the next. */
export function lineKinds(lines: readonly SeenLine[], years: DueYears): LineKind[] {
  const next: number[] = []
  for (let at = lines.length - 1, following = lines.length; at >= 0; at -= 1) {
    next[at] = following
    if (lines[at]?.words.text !== '') following = at
  }
  let blank = true
  return lines.map((line, at): LineKind => {
    const { text } = line.words
    const before = blank
    blank = text === ''
    if (text === '') return 'blank'
    if (startsWithLabel(text)) return 'text'
    const following = lines[next[at] ?? lines.length]
    if (isSection(line, following, before, years)) return 'section'
    if (numberOfLine(line, years)) return 'item'
    if (bulletOf(line) !== null) return 'bullet'
    const day = DAY_FIRST.exec(text)
    return day?.[1] && isDue(day[1], years) ? 'item' : 'text'
  })
}

const LONGEST = 200

function isSection(line: SeenLine, next: SeenLine | undefined, blank: boolean, years: DueYears): boolean {
  const { text } = line.words
  if (text.length > LONGEST) return false
  const numbered = numberOfLine(line, years)
  const following = next && numberOfLine(next, years)
  // «1. Организационная работа» over «1.1. …»
  if (numbered) return following?.number.startsWith(`${numbered.number}.`) ?? false
  if (isTimeHeading(text, years) || looksNumbered(text) || isRomanLabel(line.label) || MEETING.test(text)) return true
  if (bulletOf(line) !== null || isTitle(text)) return false
  if (line.heading || (line.bold && line.centred)) return true
  if (!/^[\p{Lu}«"]/u.test(text) || /[;,]$/u.test(text) || AIMS.test(text)) return false
  // Words over a list that begins anew: «Работа с фондом:» «1. …»
  return following?.number === '1' && (blank || text.endsWith(':') || line.bold)
}

const AIMS =
  /^(?:цел[ьи]|задач[аи]|тема|основные|приоритет\p{L}*|направлени[яе]|ожидаем\p{L}*|методическая|девиз|единая)(?!\p{L})/iu

/** First line of the plan itself: under its title, aims and tasks; -1: no plan. */
export function listStart(lines: readonly SeenLine[], kinds: readonly LineKind[], years: DueYears): number {
  const title = lines.findIndex(({ words }) => isTitle(words.text))
  let aims = false
  let counted = 0
  for (let at = title + 1; at < lines.length; at += 1) {
    const line = lines[at]
    const kind = kinds[at]
    if (!line || kind === 'blank' || kind === undefined) continue
    const { text } = line.words
    if (AIMS.test(text)) {
      aims = true
      counted = 0
    } else if (kind === 'section' && !(line.centred && at <= title + 6 && !isTimeHeading(text, years))) return at
    else if (kind === 'item' || kind === 'bullet') {
      const number = Number(numberOfLine(line, years)?.number ?? Number.NaN)
      // A list after the aims goes on while it counts on.
      const anew = counted > 0 && number <= counted
      if (!aims || anew) return kind === 'bullet' ? -1 : at
      counted = Number.isNaN(number) ? counted : number
    }
  }
  return -1
}
