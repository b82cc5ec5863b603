import { normKey } from '../text/norm'

/**
 * The choice that words of a text say first: «муниципальный этап всероссийского конкурса» is of the municipal level.
 * @param said of each choice, the beginnings of words that say it; null: none is said
 */
export function saidChoice<K extends string>(
  said: Readonly<Partial<Record<K, readonly string[]>>>,
  text: string,
): K | null {
  const words = ` ${normKey(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  let first: { key: K; at: number } | null = null
  for (const [key, beginnings] of Object.entries(said) as [K, readonly string[]][]) {
    for (const beginning of beginnings) {
      const at = words.indexOf(` ${beginning}`)
      if (at >= 0 && (first === null || at < first.at)) first = { key, at }
    }
  }
  return first?.key ?? null
}
