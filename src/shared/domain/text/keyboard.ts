const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
const cyrillic = 'йцукенгшщзхъфывапролджэячсмитьбюё'

/** Words typed with the Latin keys of the same places: «fkut,hf» is «алгебра». Null: no such text. */
export function withOtherKeys(text: string): string | null {
  if (/[а-яё]/iu.test(text) || !/[a-z]/iu.test(text)) return null
  return mapped(text, latin, cyrillic)
}

/** The other way round, for an address typed with the Cyrillic keys: «ыдщм» is «slov». */
export function withLatinKeys(text: string): string | null {
  if (!/[а-яё]/iu.test(text) || /[a-z]/iu.test(text)) return null
  return mapped(text, cyrillic, latin)
}

const shifted: Readonly<Record<string, string>> = {
  '{': '[',
  '}': ']',
  ':': ';',
  '"': "'",
  '<': ',',
  '>': '.',
  '~': '`',
}

function mapped(text: string, from: string, to: string): string {
  return [...text.toLowerCase()].map((char) => to[from.indexOf(shifted[char] ?? char)] ?? char).join('')
}
