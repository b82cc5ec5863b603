import { fold } from '../../../components/pick/ranked'
import type { Range } from './text-edit'

/** Where whole words stand in a text, case and ё aside; null when they do not. */
export function locate(text: string, words: string): Range | null {
  const sought = fold(words.trim())
  const within = fold(text)
  if (sought === '' || within.length !== text.length) return null
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + 1)) {
    const end = at + sought.length
    if (!isLetter(within[at - 1]) && !isLetter(within[end])) return [at, end]
  }
  return null
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}
