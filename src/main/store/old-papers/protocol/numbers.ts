/** Numbers as protocols write them: «29», «1 146», «двадцать девять», «нет». */

const ONES: readonly (readonly [RegExp, number])[] = [
  [/^(?:ноль|нуля)$/u, 0],
  [/^(?:один|одна|одного|одной|одно)$/u, 1],
  [/^(?:два|две|двух|двое)$/u, 2],
  [/^(?:три|трех|трое)$/u, 3],
  [/^(?:четыре|четырех|четверо)$/u, 4],
  [/^(?:пять|пяти|пятеро)$/u, 5],
  [/^(?:шесть|шести|шестеро)$/u, 6],
  [/^(?:семь|семи|семеро)$/u, 7],
  [/^(?:восемь|восьми|восьмеро)$/u, 8],
  [/^девят[ьи]$/u, 9],
  [/^десят[ьи]$/u, 10],
  [/^одиннадцат[ьи]$/u, 11],
  [/^двенадцат[ьи]$/u, 12],
  [/^тринадцат[ьи]$/u, 13],
  [/^четырнадцат[ьи]$/u, 14],
  [/^пятнадцат[ьи]$/u, 15],
  [/^шестнадцат[ьи]$/u, 16],
  [/^семнадцат[ьи]$/u, 17],
  [/^восемнадцат[ьи]$/u, 18],
  [/^девятнадцат[ьи]$/u, 19],
  [/^двадцат[ьи]$/u, 20],
  [/^тридцат[ьи]$/u, 30],
  [/^сорока?$/u, 40],
  [/^(?:пятьдесят|пятидесяти)$/u, 50],
  [/^(?:шестьдесят|шестидесяти)$/u, 60],
  [/^(?:семьдесят|семидесяти)$/u, 70],
  [/^(?:восемьдесят|восьмидесяти)$/u, 80],
  [/^(?:девяносто|девяноста)$/u, 90],
  [/^(?:сто|ста)$/u, 100],
  [/^(?:двести|двухсот)$/u, 200],
  [/^(?:триста|трехсот)$/u, 300],
]

export function numberWord(word: string): number | null {
  const plain = word.toLowerCase().replace(/ё/gu, 'е')
  return ONES.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/** The number a text begins with, in figures or words, and how many characters it takes; null when with none. */
export function leadingNumber(text: string): { value: number; length: number } | null {
  const figures = /^(\d{1,3}(?:[ \u00A0]\d{3}(?!\d))+|\d{1,6})(?![\d])/u.exec(text)
  if (figures) return { value: Number((figures[1] ?? '').replace(/\D/gu, '')), length: figures[0].length }
  let value: number | null = null
  let length = 0
  let at = 0
  for (const word of text.slice(0, 80).split(/(?<=\s)/u)) {
    const bare = word.trim().replace(/[^\p{L}]+$/u, '')
    const part = numberWord(bare)
    if (part === null) break
    value = (value ?? 0) + part
    length = at + bare.length
    at += word.length
    if (bare.length < word.trim().length) break
  }
  return value === null ? null : { value, length }
}

const ORDINALS = [
  'перв',
  'втор',
  'трет',
  'четверт',
  'пят',
  'шест',
  'седьм',
  'восьм',
  'девят',
  'десят',
  'одиннадцат',
  'двенадцат',
  'тринадцат',
  'четырнадцат',
  'пятнадцат',
  'шестнадцат',
  'семнадцат',
  'восемнадцат',
  'девятнадцат',
  'двадцат',
] as const

/** «третьему» → 3; null for a word that is no ordinal up to twenty. */
export function ordinal(word: string): number | null {
  const plain = word.toLowerCase().replace(/ё/gu, 'е')
  if (!/(?:ый|ой|ий|ому|ему|ым|им|ого|его|ом|ем|ая|ые|ие|ых|их)$/u.test(plain)) return null
  const index = ORDINALS.findIndex((stem) => plain.startsWith(stem) && plain.length - stem.length <= 4)
  return index < 0 ? null : index + 1
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }

/** «IV» → 4, Cyrillic «І» and «Х» for I and X too; null for anything else. */
export function roman(text: string): number | null {
  const latin = text
    .replace(/[ІI1l](?=[ІIVXХ]|$)/gu, 'I')
    .replace(/І/gu, 'I')
    .replace(/Х/gu, 'X')
  if (!/^(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u.test(latin)) return null
  let sum = 0
  for (let at = 0; at < latin.length; at += 1) {
    const value = ROMAN[latin.charAt(at)] ?? 0
    const next = ROMAN[latin.charAt(at + 1)] ?? 0
    sum += value < next ? -value : value
  }
  return sum
}
