import type { ColumnSpec } from '@shared/contract/lists'
import { normKey } from '@shared/domain/text/norm'

/** Words that say nothing of a column. */
const empty = new Set(['и', 'в', 'на', 'по', 'с', 'со', 'для', 'о', 'об', 'к', 'из', 'п'])

/** «Ф.И.О. педагога-\nбиблиотекаря» → фио, педагога, библиотекаря: initials joined, marks and breaks gone. */
export function wordsOf(heading: string): string[] {
  const parts = normKey(heading)
    // A word broken at the end of a line of a narrow head.
    .replace(/(\p{L})- (?=\p{L})/gu, '$1')
    .split(/[^\p{L}\p{N}@]+/u)
    .filter((part) => part !== '')
  const words: string[] = []
  let initials = ''
  const flush = (): void => {
    if (initials !== '') words.push(initials)
    initials = ''
  }
  for (const part of parts) {
    if (part.length === 1 && /\p{L}/u.test(part)) {
      initials += part
      continue
    }
    // «e-mail»
    if (initials === 'e' && part === 'mail') {
      initials = ''
      words.push('email')
      continue
    }
    flush()
    words.push(part)
  }
  flush()
  const telling = words.filter((word) => !empty.has(word))
  return telling.length > 0 ? telling : words
}

/** How well two words are one: the same, a shortening («тел», «кол»), another ending, one slip of the finger. */
function likeness(a: string, b: string): number {
  if (a === b) return 1
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 3 && long.startsWith(short)) return 0.9
  let same = 0
  while (same < short.length && short.charAt(same) === long.charAt(same)) same++
  if (same >= 4 && same >= long.length - 3) return 0.9
  return short.length >= 5 && long.length - short.length <= 1 && oneSlip(short, long) ? 0.8 : 0
}

function oneSlip(short: string, long: string): boolean {
  let at = 0
  while (at < short.length && short.charAt(at) === long.charAt(at)) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return (
    short.charAt(at) === long.charAt(at + 1) &&
    short.charAt(at + 1) === long.charAt(at) &&
    short.slice(at + 2) === long.slice(at + 2)
  )
}

/** 0…1: how much two headings are the same words, in whatever order. */
export function headingLikeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  if (a.length === b.length && a.every((word, index) => word === b[index])) return 1
  const left = [...b]
  let sum = 0
  for (const word of a) {
    let best = { score: 0, at: -1 }
    for (const [at, other] of left.entries()) {
      const score = likeness(word, other)
      if (score > best.score) best = { score, at }
    }
    if (best.at === -1) continue
    sum += best.score
    left.splice(best.at, 1)
  }
  // Dice's measure: words without a match on either side count against it.
  return (0.96 * 2 * sum) / (a.length + b.length)
}

/** Below it headings are not taken for one another. */
export const leastLikeness = 0.62

interface Known {
  column: ColumnSpec
  names: readonly { words: readonly string[]; weight: number }[]
}

const known = new WeakMap<ColumnSpec, Known>()

function namesOf(column: ColumnSpec): Known {
  let found = known.get(column)
  if (!found) {
    found = {
      column,
      names: [
        { words: wordsOf(column.title), weight: 1 },
        ...(column.headings ?? []).map((heading) => ({ words: wordsOf(heading), weight: 0.98 })),
      ],
    }
    known.set(column, found)
  }
  return found
}

/**
 * 0…1: how well a heading heads a column. Of a joined head («Курсы / часов») the whole counts first, then its last part.
 */
export function columnLikeness(parts: readonly string[], column: ColumnSpec): number {
  const { names } = namesOf(column)
  const against = (words: readonly string[]): number => {
    let best = 0
    for (const name of names) best = Math.max(best, headingLikeness(words, name.words) * name.weight)
    return best
  }
  const whole = against(wordsOf(parts.join(' ')))
  if (parts.length < 2) return whole
  return Math.max(whole, 0.95 * against(wordsOf(parts.at(-1) ?? '')))
}
