const QUOTES = /[«»“”„‟‘’‚‹›"'`´]/gu
const DASHES = /[‐‑‒–—―−]/gu
/** Soft hyphens, zero-width and control characters: invisible, so no difference may hang on them. */
const INVISIBLE = /\p{Cf}|(?!\s)\p{Cc}/gu

/** Nothing in such a text is removed or replaced but letter case, ё and spaces: most names are so, and lists have thousands. */
const PLAIN = /^[0-9A-Za-zА-Яа-яЁё ,.:;!?()/@+_-]*$/
const NUMBER_SIGN = /n *\d/

/**
 * The key by which two texts typed by people are the same: for equality, search and duplicates, never shown.
 * Lower case, ё→е, stress marks and quotes removed, dashes → «-», any white space → one space, «№ 15», «№15», «N 15» → «№15».
 * Idempotent: `normKey(normKey(x)) === normKey(x)`.
 */
export function normKey(text: string): string {
  if (PLAIN.test(text)) {
    const lower = text.toLowerCase()
    if (!NUMBER_SIGN.test(lower)) return lower.replaceAll('ё', 'е').replace(/ {2,}/g, ' ').trim()
  }
  return normWhole(text)
}

function normWhole(text: string): string {
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
