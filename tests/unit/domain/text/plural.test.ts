import { counted, formatMoney, formatNumber, plural } from '@shared/domain/text/plural'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const schools = ['школа', 'школы', 'школ'] as const

describe('plural', () => {
  it.each([
    [0, 'школ'],
    [1, 'школа'],
    [2, 'школы'],
    [4, 'школы'],
    [5, 'школ'],
    [11, 'школ'],
    [12, 'школ'],
    [14, 'школ'],
    [21, 'школа'],
    [111, 'школ'],
    [122, 'школы'],
    [1001, 'школа'],
    [-1, 'школа'],
    [1.5, 'школы'],
  ])('%d %s', (n, expected) => {
    expect(plural(n, schools)).toBe(expected)
  })

  it('agrees with the plural rules of CLDR', () => {
    const rules = new Intl.PluralRules('ru')
    const index = { one: 0, few: 1, many: 2, other: 1, zero: 2, two: 1 } as const
    fc.assert(
      fc.property(fc.nat(1_000_000), (n) => {
        expect(plural(n, schools)).toBe(schools[index[rules.select(n)]])
      }),
    )
  })

  it('joins number and word by a space that does not break', () => {
    expect(counted(5, schools)).toBe('5\u00A0школ')
    expect(counted(1_234_567, schools)).toBe('1\u202F234\u202F567\u00A0школ')
  })
})

describe('numbers and money', () => {
  it('groups digits so that nothing but the groups is added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e15 }), (n) => {
        const text = formatNumber(n)
        expect(text.replace(/\u202F/gu, '')).toBe(String(n))
        expect(text).toMatch(/^\d{1,3}(?:\u202F\d{3})*$/u)
      }),
    )
  })

  it.each([
    [0, '0,00\u00A0руб.'],
    [5, '0,05\u00A0руб.'],
    [123_450, '1\u202F234,50\u00A0руб.'],
    [-100, '−1,00\u00A0руб.'],
  ])('%d kopecks', (kopecks, expected) => {
    expect(formatMoney(kopecks)).toBe(expected)
  })

  it('refuses parts of a kopeck', () => {
    expect(() => formatMoney(0.5)).toThrow(RangeError)
  })
})
