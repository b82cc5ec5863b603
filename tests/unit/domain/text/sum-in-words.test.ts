import { copiesInWords, countInWords, sumInWords } from '@shared/domain/text/sum-in-words'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCount } from '../../../support/number-words'

const book = ['книга', 'книги', 'книг'] as const

describe('a sum in words', () => {
  it.each([
    [0, 'Ноль рублей 00 копеек'],
    [1_00, 'Один рубль 00 копеек'],
    [2_00, 'Два рубля 00 копеек'],
    [5_00, 'Пять рублей 00 копеек'],
    [11_00, 'Одиннадцать рублей 00 копеек'],
    [21_00, 'Двадцать один рубль 00 копеек'],
    [120_05, 'Сто двадцать рублей 05 копеек'],
    [1_000_001_00, 'Один миллион один рубль 00 копеек'],
    [1_01, 'Один рубль 01 копейка'],
    [1_02, 'Один рубль 02 копейки'],
    [1_11, 'Один рубль 11 копеек'],
    [1_21, 'Один рубль 21 копейка'],
    [2_002_02, 'Две тысячи два рубля 02 копейки'],
    [21_000_10, 'Двадцать одна тысяча рублей 10 копеек'],
    [112_914_14, 'Сто двенадцать тысяч девятьсот четырнадцать рублей 14 копеек'],
  ])('%i kopecks: %s', (kopecks, words) => {
    expect(sumInWords(kopecks)).toBe(words)
  })

  it('is refused of a part of a kopeck and below zero', () => {
    expect(() => sumInWords(0.5)).toThrow(RangeError)
    expect(() => sumInWords(-1)).toThrow(RangeError)
  })

  it('reads back as the same sum', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(100_000_00), fc.nat({ max: 99_999_999_999_99 })), (kopecks) => {
        const said = /^(.+) (рубл\p{L}+) (\d\d) (копе\p{L}+)$/u.exec(sumInWords(kopecks))
        if (!said) throw new Error(`cannot be read: ${sumInWords(kopecks)}`)
        const [, words = '', unit = '', rest = '', part = ''] = said
        const rubles = readCount(words.toLowerCase(), 'masculine')
        expect(rubles * 100 + Number(rest)).toBe(kopecks)
        expect(unit).toBe(agreed(rubles, 'рубль', 'рубля', 'рублей'))
        expect(part).toBe(agreed(Number(rest), 'копейка', 'копейки', 'копеек'))
        expect(words.charAt(0)).toBe(words.charAt(0).toUpperCase())
      }),
    )
  })
})

describe('a count in words', () => {
  it.each([
    [0, 'ноль экземпляров'],
    [1, 'один экземпляр'],
    [2, 'два экземпляра'],
    [12, 'двенадцать экземпляров'],
    [21, 'двадцать один экземпляр'],
    [1001, 'одна тысяча один экземпляр'],
  ])('%i: %s', (n, words) => {
    expect(copiesInWords(n)).toBe(words)
  })

  it('agrees with a feminine', () => {
    expect([1, 2, 5, 21, 42, 2001].map((n) => countInWords(n, book, 'feminine'))).toEqual([
      'одна книга',
      'две книги',
      'пять книг',
      'двадцать одна книга',
      'сорок две книги',
      'две тысячи одна книга',
    ])
  })

  it('reads back as the same number', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.constantFrom('masculine' as const, 'feminine' as const), (n, gender) => {
        const words = countInWords(n, book, gender).split(' ')
        expect(words.at(-1)).toBe(agreed(n, ...book))
        expect(readCount(words.slice(0, -1).join(' '), gender)).toBe(n)
      }),
    )
  })
})

/** Written apart from `plural`. */
function agreed(n: number, one: string, few: string, many: string): string {
  if (/1\d$/u.test(String(n))) return many
  if (/1$/u.test(String(n))) return one
  return /[2-4]$/u.test(String(n)) ? few : many
}
