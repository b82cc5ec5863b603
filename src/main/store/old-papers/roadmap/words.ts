import type { Original, Place } from '@shared/contract/old-papers'

/** Characters of one line, standing from `start` on in a text made of several. */
interface Stretch {
  start: number
  place: Place
}

/** A text that knows where each of its characters stands in the original. */
export interface Words {
  text: string
  stretches: readonly Stretch[]
}

export const NO_WORDS: Words = { text: '', stretches: [] }

/** Characters `from`–`to` of a line of the original; spaces that hold a name together are spaces like any other. */
export function wordsOf(lines: Original['lines'], place: Place): Words {
  const text = (lines[place.line]?.text.slice(place.from, place.to) ?? '').replace(/[\u00a0\u202f]/gu, ' ')
  return text === '' ? NO_WORDS : { text, stretches: [{ start: 0, place }] }
}

export function part(words: Words, from: number, to = words.text.length): Words {
  if (from <= 0 && to >= words.text.length) return words
  const text = words.text.slice(from, to)
  if (text === '') return NO_WORDS
  const stretches: Stretch[] = []
  for (const { start, place } of words.stretches) {
    const first = Math.max(from - start, 0)
    const last = Math.min(to - start, place.to - place.from)
    if (first >= last) continue
    stretches.push({
      start: Math.max(start - from, 0),
      place: { line: place.line, from: place.from + first, to: place.from + last },
    })
  }
  return { text, stretches }
}

export function trimmed(words: Words): Words {
  const from = words.text.length - words.text.trimStart().length
  return part(words, from, words.text.trimEnd().length)
}

/** One after another with `between` where they meet. */
export function joined(all: readonly Words[], between: string): Words {
  const given = all.filter(({ text }) => text !== '')
  if (given.length <= 1) return given[0] ?? NO_WORDS
  const texts: string[] = []
  const stretches: Stretch[] = []
  let length = 0
  for (const { text, stretches: own } of given) {
    if (texts.length > 0) length += between.length
    for (const { start, place } of own) stretches.push({ start: length + start, place })
    texts.push(text)
    length += text.length
  }
  return { text: texts.join(between), stretches }
}

/** The words between separators, trimmed; empty ones are left out. */
export function split(words: Words, separator: RegExp): Words[] {
  const found: Words[] = []
  let from = 0
  for (const match of words.text.matchAll(separator)) {
    found.push(trimmed(part(words, from, match.index)))
    from = match.index + match[0].length
  }
  found.push(trimmed(part(words, from)))
  return found.filter(({ text }) => text !== '')
}

/** Without what a pattern anchored at the beginning finds. */
export function withoutStart(words: Words, pattern: RegExp): Words {
  const match = pattern.exec(words.text)
  return match ? trimmed(part(words, match[0].length)) : words
}

/** So much of the end of a text is looked at: what stands there is short, and hostile texts are long. */
const TAIL = 100

/** The end of a text, for patterns anchored there. */
export const tailOf = (text: string): string => text.slice(-TAIL)

/** Without what a pattern anchored at the end finds. */
export function withoutEnd(words: Words, pattern: RegExp): Words {
  const match = pattern.exec(tailOf(words.text))
  return match ? trimmed(part(words, 0, Math.max(words.text.length - TAIL, 0) + match.index)) : words
}

export const placesOf = (words: Words): Place[] => words.stretches.map(({ place }) => place)

/** White space as one space, «ё» as «е», small letters: for comparing. */
export const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/gu, ' ').trim()
