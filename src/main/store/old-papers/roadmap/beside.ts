import { type DueYears, isDueLike } from './dues'
import { EXECUTOR, NAME } from './executor-words'
import { part, tailOf, trimmed, type Words, withoutEnd } from './words'

/** Срок and executors of a plan without tables that no label names: they stand after what is done, in brackets or after dashes. */

export interface Beside {
  title: Words
  due: Words
  executors: Words
}

/** «Сверка (май, методист)», «Сверка – май – методист», with tabs too; null: neither. */
export const besideIn = (words: Words, years: DueYears): Beside | null =>
  inBracket(words, years) ?? afterTitle(words, years)

/** «сентябрь, Зуева А.П.», «методист; до 20 мая»: the срок at either end, and the rest. */
export function dueAmong(words: Words, years: DueYears): Omit<Beside, 'title'> | null {
  const { text } = words
  if (text.length > LONGEST) return null
  const first = text.search(/[,;]/u)
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf(';'))
  if (first < 0) return null
  const ahead = trimmed(part(words, 0, first))
  if (isDueLike(ahead.text, years)) return { due: ahead, executors: trimmed(part(words, first + 1)) }
  const behind = withoutEnd(trimmed(part(words, last + 1)), STOPS)
  return isDueLike(behind.text, years) ? { due: behind, executors: trimmed(part(words, 0, last)) } : null
}

const LONGEST = 300
const STOPS = /[.;,\s]+$/u

const isNamed = (text: string): boolean => NAME.test(text) || EXECUTOR.test(text)

function inBracket(words: Words, years: DueYears): Beside | null {
  const bracket = /\(([^()]{3,})\)[.;]?$/u.exec(tailOf(words.text))
  if (!bracket?.[1]) return null
  const at = words.text.lastIndexOf('(')
  const found = dueAmong(part(words, at + 1, at + 1 + bracket[1].length), years)
  return found && isNamed(found.executors.text) ? { title: trimmed(part(words, 0, at)), ...found } : null
}

function afterTitle(words: Words, years: DueYears): Beside | null {
  if (words.text.length > LONGEST * 2) return null
  const cuts = [...words.text.matchAll(/\t+|\s{3,}|\s[–—-]\s/gu)].slice(-3)
  const last = cuts.pop()
  if (!last) return null
  const executors = trimmed(part(words, last.index + last[0].length))
  if (!isNamed(executors.text)) return null
  // The dash of «октябрь – декабрь» is within the срок.
  for (const cut of cuts) {
    const due = trimmed(part(words, cut.index + cut[0].length, last.index))
    if (isDueLike(due.text, years)) return { title: trimmed(part(words, 0, cut.index)), due, executors }
  }
  return null
}
