import { stemmer } from '@orama/stemmers/russian'
import { normKey } from './norm'

/** Words of a text without their endings, «алгебры» and «алгебре» alike, with spaces between; figures stay as they are. */
export function stems(text: string): string {
  return words(text).map(stem).join(' ')
}

export const stem = (word: string): string => (/[а-я]/u.test(word) ? stemmer(word) : word)

/** Words and figures of a text, normalised. */
export function words(text: string): string[] {
  return normKey(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
