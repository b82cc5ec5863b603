import { type DueYears, isDue } from './dues'
import type { FoundSection } from './found'
import { part, trimmed, type Words, withoutEnd } from './words'

const KINDS = 'раздел|этап|блок|направление|модуль|часть|глава|задача|цель|подраздел|секция'
const ROMAN = '[IVXІХivx]{1,5}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]'

/** «Раздел 1. …», «Этап II – …», «Блок № 3: …». */
const NAMED = new RegExp(
  `^((?:${KINDS})\\s*(?:№\\s*)?(?:${ROMAN}|\\d{1,2}(?:\\.\\d{1,2})*))(?:\\s*[.:)]\\s*|\\s*[-–—]\\s*|\\s+)(?=\\S)`,
  'iu',
)
/** «I. …», «1. …», «1.2. …», «III …». */
const NUMBERED = new RegExp(
  `^((?:${ROMAN})(?=\\s*[.)]|\\s+[\\p{Lu}«"])|\\d{1,2}(?:\\.\\d{1,2})*(?=\\s*[.)]))\\s*[.)]*\\s*(?=[^\\s\\d])`,
  'u',
)

/** Number and title of a section as its row has them; `label` is the number Word makes. */
export function sectionOf(words: Words, label: string, years: DueYears): FoundSection {
  const whole = trimmed(words)
  const match = NAMED.exec(whole.text) ?? NUMBERED.exec(whole.text)
  const made = /[\p{L}\p{N}]/u.test(label) && label.length <= 20 ? label.replace(/[\s.):]+$/u, '') : ''
  const number = match?.[1] ? match[1].replace(/\s+/gu, ' ') : made
  const title = withoutEnd(match ? part(whole, match[0].length) : whole, /\s*[:.]+$/u)
  return { number, title, whole, due: dueOf(title, years), items: [] }
}

/** Begins as the rows do that part a plan: a roman number, «Раздел 2». */
export const looksNumbered = (text: string): boolean => NAMED.test(text) || /^(?:[IVX]{1,5})\s*[.)]\s*\S/u.test(text)

/** A roman number that Word makes. */
export const isRomanLabel = (label: string): boolean => /^(?:[IVX]{1,5})[.)]?$/u.test(label)

/** A срок in the title: «СЕНТЯБРЬ», «Заседание № 1 (сентябрь)», «Заседание № 2 – ноябрь». */
function dueOf(title: Words, years: DueYears): Words | null {
  if (isDue(title.text, years)) return title
  const brackets = /\(([^()]{3,60})\)\s*$/u.exec(title.text)
  if (brackets) {
    const inner = part(title, brackets.index + 1, brackets.index + 1 + (brackets[1]?.length ?? 0))
    if (isDue(inner.text, years)) return inner
  }
  const dash = /\s[-–—]\s+([^-–—]{3,40}(?:[-–—][^-–—]{3,20})?)$/u.exec(title.text)
  const tail = dash ? part(title, title.text.length - (dash[1]?.length ?? 0)) : null
  return tail && isDue(tail.text, years) ? tail : null
}

/** The section that items stand in which stand in none. */
export const untitled = (): FoundSection => ({
  number: '',
  title: { text: '', stretches: [] },
  whole: { text: '', stretches: [] },
  due: null,
  items: [],
})
