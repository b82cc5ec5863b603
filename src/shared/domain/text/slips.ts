import { distance } from 'fastest-levenshtein'

/** Slips of typing: how many a word of this length is forgiven. */
export const mostSlips = (word: string): number => (word.length < 3 ? 0 : word.length < 6 ? 1 : word.length < 9 ? 2 : 3)

/** Letters too many, too few or others; two neighbours in each other's place are one slip of the hand. */
export function slipsBetween(typed: string, term: string): number {
  const far = distance(typed, term)
  if (far < 2 || far > 4) return far
  const swaps = swapped(typed, term)
  return swaps === null ? far : Math.min(far, distance(swaps, term) + 1)
}

/** The word with its first two letters that stand in each other's place put right; null: there are none. */
function swapped(typed: string, term: string): string | null {
  for (let at = 0; at + 1 < typed.length && at + 1 < term.length; at++) {
    if (typed[at] === term[at]) continue
    const [one, other] = [typed.charAt(at), typed.charAt(at + 1)]
    if (one !== term[at + 1] || other !== term[at]) return null
    return `${typed.slice(0, at)}${other}${one}${typed.slice(at + 2)}`
  }
  return null
}
