import type { Source } from './atoms'

/** Sentences and brackets of a decision's text. */

/** Outermost round brackets, both included; one never closed runs to the end. */
export function bracketGroups(prepared: string): { start: number; end: number }[] {
  const groups: { start: number; end: number }[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < prepared.length; at += 1) {
    const char = prepared.charAt(at)
    if (char === '(') {
      if (depth === 0) start = at
      depth += 1
    } else if (char === ')' && depth > 0) {
      depth -= 1
      if (depth === 0) groups.push({ start, end: at + 1 })
    }
  }
  if (depth > 0) groups.push({ start, end: prepared.length })
  return groups
}

/** Whether nothing of the sentence follows: a full stop, a line end, another bracket, or the end of the text. */
export function closesSentence(source: Source, at: number): boolean {
  const rest = source.text.slice(at)
  return /^[^\S\n]*(?:\*+\s*)*(?:[.;!?(\n]|$)/u.test(rest)
}

const ABBREVIATION =
  /(?:^|[^\p{L}])(?:\p{Lu}|им|ул|ст|стр|см|ред|отв|пос|обл|руб|экз|чел|каб|тел|тыс|др|пр|т\.[депч]|гг?)$/u

/** Offsets at which sentences begin; the first is 0. */
export function sentenceStarts(source: Source): number[] {
  const starts = [0]
  for (const match of source.text.matchAll(/[.!?;]\)?[\s*]+(?=[\p{Lu}«"])|\n+/gu)) {
    const at = match.index ?? 0
    const before = source.text.slice(0, at)
    const year = /\d\s*гг?$/u.test(before)
    if (match[0].startsWith('.') && !year && ABBREVIATION.test(before)) continue
    starts.push(at + match[0].length)
  }
  return starts
}

/** Number of the sentence in which an offset lies. */
export function sentenceOf(starts: readonly number[], at: number): number {
  let index = 0
  while (index + 1 < starts.length && (starts[index + 1] ?? 0) <= at) index += 1
  return index
}
