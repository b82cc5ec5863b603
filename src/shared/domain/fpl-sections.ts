import { fplKey } from './fpl'
import { normKey } from './text/norm'

/** What a heading inside the federal list says of the textbooks under it; what it does not name is as it was before. */
export interface FplSection {
  /** '' under a new level of education: none yet. */
  subject?: string
  /** Null: not said. */
  level?: 'basic' | 'advanced' | null
}

/** Numbers of headings are shorter than codes of textbooks, which have seven levels. */
const mostLevels = 6
/** Longest name of a subject taken for one, characters. */
const longest = 120

/**
 * Reads a row that heads the textbooks under it: «1.1.1. Начальное общее образование», «1.1.1.1.1. Русский язык (учебный
 * предмет)», «Математика (углублённый уровень)», with the number in the same cell or in one of its own.
 * @param texts filled cells of the row, merged ones once
 * @param alone whether the row is known to span the table, so that any words head what is below
 * @returns null where it is no such row
 */
export function readFplSection(texts: readonly string[], alone: boolean): FplSection | null {
  const cells = texts.map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== '')
  if (cells.length === 0 || cells.length > 2) return null
  const match = /^(\d{1,3}(?:\.\d{1,3})*)\.?(?:\s+|$)(.*)$/u.exec(cells.join(' '))
  const levels = match ? (match[1] ?? '').split('.').length : 0
  const words = (match ? match[2] : cells.join(' ')) ?? ''
  if (!/\p{L}/u.test(words) || fplKey(words) !== '') return null
  const isSubject = /\(\s*учебн[а-я]* предмет[а-я]*\s*\)/iu.test(words)
  const isArea = /\(\s*предметн[а-я]* област[а-я]*\s*\)/iu.test(words)
  const isNumbered = match !== null && levels <= mostLevels && (levels >= 2 || alone)
  if (!isSubject && !isArea && !isNumbered && !alone) return null
  if (cells.length === 2 && match === null) return null
  const above = /образовани|перечень|приложени|раздел|^учебники|реализаци|программ/u.test(normKey(words))
  if (above && !isSubject && !isArea) return { subject: '', level: null }
  const name = nameOf(words)
  if (name === '' || name.length > longest) return {}
  // Numbers of five levels are subjects; those below them are only parts of one.
  if (!isSubject && !isArea && levels > 5) return {}
  return { subject: name, level: levelOf(words) }
}

/** «Русский язык (базовый уровень) (учебный предмет)» → «Русский язык»; brackets that belong to the name stay. */
export function nameOf(words: string): string {
  return words
    .replace(/\(\s*(?:учебн[а-я]* (?:предмет|курс)|предметн[а-я]* област)[а-я]*\s*\)/giu, ' ')
    .replace(/\(\s*(?:базов|углубл)[а-яё]*(?:\s+(?:и\s+углубл[а-яё]*\s+)?уров[а-я]*)?\s*\)/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

function levelOf(words: string): 'basic' | 'advanced' | null {
  const isBasic = /\(\s*базов/iu.test(words)
  const isDeep = /углубл/iu.test(words)
  return isBasic === isDeep ? null : isBasic ? 'basic' : 'advanced'
}
