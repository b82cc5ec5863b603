const QUOTES = /[«»“”„‟‘’‚‹›"'`´]/gu
const DASHES = /[‐‑‒–—―−]/gu
/** Soft hyphens, zero-width and control characters: invisible, so no difference may hang on them. */
const INVISIBLE = /\p{Cf}|(?!\s)\p{Cc}/gu

/**
 * The key by which two texts typed by people are the same: for equality, search and duplicates, never shown.
 * Lower case, ё→е, stress marks and quotes removed, dashes → «-», any white space → one space, «№ 15», «№15», «N 15» → «№15».
 * Idempotent: `normKey(normKey(x)) === normKey(x)`.
 */
export function normKey(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(INVISIBLE, '')
      .replace(QUOTES, '')
      .toLowerCase()
      .normalize('NFD')
      // Stress marks go, and the dots of ё; the breve of й stays.
      .replace(/\u0300|\u0301|(?<=е\p{M}*)\u0308/gu, '')
      .normalize('NFC')
      .replace(DASHES, '-')
      // Latin n standing for № before a number; «n» inside a word or after a digit is a letter.
      .replace(/(?<![\p{L}\p{N}])n(?=\s*\d)/gu, '№')
      .replace(/№(?:\s*№)*\s*(?=\d)/gu, '№')
      .replace(/\s+/gu, ' ')
      .trim()
  )
}
