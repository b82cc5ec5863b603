/** A reader of Russian numbers in words, written apart from what writes them: it judges sums on papers. */

const small: Record<string, number> = {
  ноль: 0,
  три: 3,
  четыре: 4,
  пять: 5,
  шесть: 6,
  семь: 7,
  восемь: 8,
  девять: 9,
  десять: 10,
  одиннадцать: 11,
  двенадцать: 12,
  тринадцать: 13,
  четырнадцать: 14,
  пятнадцать: 15,
  шестнадцать: 16,
  семнадцать: 17,
  восемнадцать: 18,
  девятнадцать: 19,
  двадцать: 20,
  тридцать: 30,
  сорок: 40,
  пятьдесят: 50,
  шестьдесят: 60,
  семьдесят: 70,
  восемьдесят: 80,
  девяносто: 90,
  сто: 100,
  двести: 200,
  триста: 300,
  четыреста: 400,
  пятьсот: 500,
  шестьсот: 600,
  семьсот: 700,
  восемьсот: 800,
  девятьсот: 900,
}
const gendered = {
  masculine: { один: 1, два: 2 },
  feminine: { одна: 1, две: 2 },
} as const
/** With the forms that agree with one, two to four, and more. */
const scales: readonly { value: number; gender: 'masculine' | 'feminine'; forms: readonly [string, string, string] }[] =
  [
    { value: 1e9, gender: 'masculine', forms: ['миллиард', 'миллиарда', 'миллиардов'] },
    { value: 1e6, gender: 'masculine', forms: ['миллион', 'миллиона', 'миллионов'] },
    { value: 1e3, gender: 'feminine', forms: ['тысяча', 'тысячи', 'тысяч'] },
  ]

/** The number that lower-case words say; throws where a word is unknown, out of order or does not agree. */
export function readCount(words: string, gender: 'masculine' | 'feminine'): number {
  let rest = words.split(' ')
  let total = 0
  for (const scale of scales) {
    const at = rest.findIndex((word) => scale.forms.includes(word))
    if (at < 0) continue
    const group = readGroup(rest.slice(0, at), scale.gender)
    const form =
      group % 100 >= 11 && group % 100 <= 14 ? 2 : group % 10 === 1 ? 0 : [2, 3, 4].includes(group % 10) ? 1 : 2
    if (rest[at] !== scale.forms[form]) throw new Error(`«${rest[at]}» does not agree with ${group}`)
    total += group * scale.value
    rest = rest.slice(at + 1)
  }
  return total + (rest.length === 0 ? 0 : readGroup(rest, gender))
}

function readGroup(words: readonly string[], gender: 'masculine' | 'feminine'): number {
  const known: Record<string, number> = { ...small, ...gendered[gender] }
  let sum = 0
  let least = 1000
  for (const word of words) {
    const value = known[word]
    if (value === undefined) throw new Error(`unknown word «${word}» in «${words.join(' ')}»`)
    const size = value >= 100 ? 100 : value >= 20 ? 20 : 1
    if (size >= least) throw new Error(`«${word}» out of order in «${words.join(' ')}»`)
    least = size
    sum += value
  }
  return sum
}
