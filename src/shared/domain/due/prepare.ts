const LATIN_LOOKALIKES: Record<string, string> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
}

/**
 * The text in the shape the grammar reads, character for character as long as the original so that ranges agree:
 * lower case, ё→е, every white space and the asterisks of bold text → space, dashes → «-», quotes → «"», and Latin
 * letters typed inside Russian words or for «с», «к», «о», «в» → Russian.
 */
export function prepare(text: string): string {
  let out = ''
  for (const unit of text.split('')) {
    const lower = unit.toLowerCase()
    if (lower.length !== 1) out += unit
    else if (lower === 'ё') out += 'е'
    else if (/[\s*]/u.test(lower)) out += ' '
    else if (/[‐‑‒–—−]/u.test(lower)) out += '-'
    else if (/[«»“”„]/u.test(lower)) out += '"'
    else out += lower
  }
  return out.replace(/[a-zа-яі]+/gu, (word) => {
    if (!/[а-я]/u.test(word) && !/^[ckob]$/u.test(word)) return word
    return word.replace(/[a-z]/gu, (letter) => LATIN_LOOKALIKES[letter] ?? letter)
  })
}
