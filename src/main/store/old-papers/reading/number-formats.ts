const roman: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
/** Without ё, й, ъ, ь, as Word counts. */
const russian = 'абвгдежзиклмнопрстуфхцчшщыэюя'
const latin = 'abcdefghijklmnopqrstuvwxyz'

function romanOf(number: number): string {
  if (number < 1 || number > 4999) return String(number)
  let rest = number
  let text = ''
  for (const [value, letters] of roman) {
    while (rest >= value) {
      text += letters
      rest -= value
    }
  }
  return text
}

/** а, б, … я, аа, бб. */
function letterOf(number: number, letters: string): string {
  if (number < 1 || number > letters.length * 5) return String(number)
  return letters.charAt((number - 1) % letters.length).repeat(Math.ceil(number / letters.length))
}

/** A number as Word's format of that name writes it; what is not known here, in digits. */
export function formatNumber(number: number, format: string): string {
  switch (format) {
    case 'none':
      return ''
    case 'upperRoman':
      return romanOf(number)
    case 'lowerRoman':
      return romanOf(number).toLowerCase()
    case 'upperLetter':
      return letterOf(number, latin).toUpperCase()
    case 'lowerLetter':
      return letterOf(number, latin)
    case 'russianUpper':
      return letterOf(number, russian).toUpperCase()
    case 'russianLower':
      return letterOf(number, russian)
    case 'decimalZero':
      return String(number).padStart(2, '0')
    default:
      return String(number)
  }
}

/** Signs of symbol fonts, which have no letters of their own: what a person sees. */
const symbols: Readonly<Record<number, string>> = {
  45: '–',
  158: '•',
  159: '•',
  167: '▪',
  168: '□',
  111: '□',
  113: '□',
  182: '◆',
  183: '•',
  190: '–',
  216: '➢',
  252: '✓',
  253: '☒',
  254: '☑',
}

/** A sign of Symbol, Wingdings and their like by its code, with or without F000. */
export const symbolOf = (code: number): string => symbols[code & 0xff] ?? '•'

/** Signs of symbol fonts lie in the private area. */
export const withoutSymbols = (text: string): string =>
  text.replace(/[\uf000-\uf0ff]/g, (sign) => symbolOf(sign.charCodeAt(0)))
