/** What is offered for the words typed so far. */

export interface Named {
  label: string
  /** Position, school: found by too, after those whose name fits. */
  detail: string
}

/** Those whose words begin with the words of the query, the closest first; the first of all while nothing is typed. */
export function ranked<T extends Named>(query: string, all: readonly T[], limit: number): T[] {
  const words = fold(query).trim().split(' ').filter(Boolean)
  if (words.length === 0) return all.slice(0, limit)
  return all
    .map((named, index) => ({ named, index, rank: rank(named, words) }))
    .filter(({ rank: found }) => found !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.index - b.index)
    .slice(0, limit)
    .map(({ named }) => named)
}

/** Lower case, ё = е, every space alike; as long as the text, so that positions stay. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').replace(/\s/gu, ' ')
}

/** 0: begins as typed; 1: every word begins a word of the name; 2: of the position or school; null: no match. */
function rank(named: Named, words: readonly string[]): number | null {
  const label = fold(named.label)
  if (label.startsWith(words.join(' '))) return 0
  const inLabel = label.split(SEPARATORS)
  if (words.every((word) => inLabel.some((part) => part.startsWith(word)))) return 1
  const everywhere = [...inLabel, ...fold(named.detail).split(SEPARATORS)]
  return words.every((word) => everywhere.some((part) => part.startsWith(word))) ? 2 : null
}

const SEPARATORS = /[^\p{L}\p{N}]+/u
