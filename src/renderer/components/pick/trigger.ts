type Range = readonly [start: number, end: number]

/** «@Иван» or «/дов» just before the caret: what opens a list of people or of kept phrases. */
export interface Trigger {
  sign: '@' | '/'
  query: string
  /** The sign and the query, to be replaced by what is chosen. */
  range: Range
}

/** A name may have spaces in it, but nobody has a longer one typed. */
const LONGEST_QUERY = 40

/** A sign counts only at the start of a word: «и/или», «2023/2024» and «name@school.ru» open nothing. */
export function triggerBefore(text: string, caret: number): Trigger | null {
  const before = text.slice(Math.max(0, caret - LONGEST_QUERY - 1), caret)
  const match = /(?:^|[\s(«"—–-])(?:@(?<name>(?:[\p{L}\p{N}№.«»"-]+ ?){0,4})|\/(?<phrase>[^\s/@]*))$/u.exec(before)
  if (!match?.groups) return null
  const { name, phrase } = match.groups
  const query = name ?? phrase ?? ''
  return { sign: name === undefined ? '/' : '@', query, range: [caret - query.length - 1, caret] }
}

/** What stands in the text, and where the caret is, once the chosen words take the place of the trigger. */
export function replaceRange(text: string, range: Range, words: string): { text: string; caret: number } {
  const start = text.slice(0, range[0])
  const rest = text.slice(range[1])
  const space = /^[\s.,;:!?)»]/u.test(rest) ? '' : ' '
  const past = space === '' && /^\S/u.test(rest) ? 0 : 1
  return { text: start + words + space + rest, caret: start.length + words.length + past }
}

/** First letter as it must stand at that place: a capital at the start of a sentence («г.», «им.» do not end one). */
export function caseAt(text: string, at: number, words: string): string {
  const before = text.slice(0, at).trimEnd()
  const startsSentence = before === '' || /[\p{L}\p{N})»]{4}[.!?]$/u.test(before)
  return startsSentence ? words.charAt(0).toUpperCase() + words.slice(1) : words
}
