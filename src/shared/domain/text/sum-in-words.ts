import { convert } from 'number-to-words-ru'
import type { PluralForms } from './plural'

/** Sums and counts as papers write them, in the nominative. */

/** «Сто двадцать рублей 05 копеек». Throws RangeError on a fraction of a kopeck or a sum below zero. */
export function sumInWords(kopecks: number): string {
  refusePart(kopecks)
  // As text: 10.1 as a number would lose the second figure of its kopecks.
  const rubles = Math.floor(kopecks / 100)
  return convert(`${rubles}.${String(kopecks % 100).padStart(2, '0')}`, { currency: 'rub' })
}

/** Number agrees with the gender of what is counted: «двадцать один экземпляр», «двадцать одна книга». */
export type Gender = 'masculine' | 'feminine' | 'neuter'
const genders = { masculine: 0, feminine: 1, neuter: 2 } as const

/** «двенадцать экземпляров», in lower case. Throws RangeError on a fraction or a number below zero. */
export function countInWords(n: number, forms: PluralForms, gender: Gender = 'masculine'): string {
  refusePart(n)
  const words = convert(String(n), {
    currency: {
      currencyNameCases: [...forms],
      currencyNounGender: { integer: genders[gender], fractionalPart: genders[gender] },
    },
    showNumberParts: { integer: true, fractional: false },
  })
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** «один экземпляр», «двенадцать экземпляров» */
export function copiesInWords(copies: number): string {
  return countInWords(copies, ['экземпляр', 'экземпляра', 'экземпляров'])
}

function refusePart(n: number): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a whole number of things: ${n}`)
}
