import { sortKey } from '@shared/domain/text/sort-key'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const collator = new Intl.Collator('ru', { numeric: true })
const russian = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ'
const latin = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const punctuation = ' \u00A0-–—‑.,;:!?()[]{}«»„“”"\'’/\\№…*+=%&#@_<>§°$₽^`|~'

const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byBytes = (a: string, b: string): number =>
  Math.sign(Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')))

function expectSameOrder(a: string, b: string): void {
  const expected = Math.sign(collator.compare(a, b))
  const [keyA, keyB] = [sortKey(a), sortKey(b)]
  const actual = byUnits(keyA, keyB)
  expect(byBytes(keyA, keyB), `bytes: ${JSON.stringify([a, b])}`).toBe(actual)
  if (expected === 0) expect(actual === 0, `tie: ${JSON.stringify([a, b])}`).toBe(a === b)
  else expect(actual, JSON.stringify([a, b])).toBe(expected)
}

const text = (alphabet: string, maxLength: number) => fc.string({ unit: fc.constantFrom(...alphabet), maxLength })

describe('sortKey', () => {
  it('orders every pair of known characters, and every pair of them inside a word, as Intl.Collator', () => {
    const cyrillic = Array.from({ length: 0x130 }, (_, i) => String.fromCharCode(0x400 + i)).filter((char) =>
      /\p{L}/u.test(char),
    )
    const chars = [
      ...new Set([...russian, ...latin, ...punctuation, ...cyrillic, ...'áàâäãåçéèêëíñóöøšüžđł', '\t', '\n']),
    ]
    for (const a of chars)
      for (const b of chars) {
        const expected = Math.sign(collator.compare(a, b))
        if (expected !== 0) expect(byUnits(sortKey(a), sortKey(b)), JSON.stringify([a, b])).toBe(expected)
      }
    for (const a of chars) for (const b of ['е', 'ё', 'Е', ' ', '№', 'a', '1']) expectSameOrder(`${a}в`, `${b}Б`)
  }, 30_000)

  it.each([
    ['Школа № 9', 'Школа № 10'],
    ['СОШ №2', 'СОШ № 10'],
    ['ёж', 'жук'],
    ['ель', 'ёлка'],
    ['Еж', 'ёж'],
    ['Иванов', 'Иванова'],
    ['5 «А»', '5 «Б»'],
    ['Русская школа', 'English school'],
  ])('%s before or with %s as Intl.Collator has it', expectSameOrder)

  it('agrees with Intl.Collator on names, schools and codes', () => {
    const alphabets = [
      russian,
      `${russian} -.`,
      `аяеёАЕЁ №1029 `,
      `${latin}${russian}0123456789 `,
      `${punctuation}аБё10aZ`,
      '012 .-аА',
    ]
    for (const alphabet of alphabets)
      fc.assert(fc.property(text(alphabet, 12), text(alphabet, 12), expectSameOrder), { numRuns: 3000 })
  })

  it('agrees on texts that differ in little', () => {
    const near = fc.tuple(
      text(`${russian}0129 №-«»`, 8),
      text('еёЕЁаА 01', 4),
      text('еёЕЁаА 01', 4),
      text(`${russian}09`, 4),
    )
    fc.assert(
      fc.property(near, ([head, a, b, tail]) => expectSameOrder(head + a + tail, head + b + tail)),
      { numRuns: 5000 },
    )
  })

  it('orders long numbers by value and drops leading zeros', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0012'), minLength: 1, maxLength: 40 })
    fc.assert(fc.property(digits, digits, (a, b) => expectSameOrder(`№${a}б`, `№${b}а`)))
  })

  it('gives a total order over anything, the same by code units and by bytes', () => {
    const any = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(byBytes(sortKey(a), sortKey(b))).toBe(byUnits(sortKey(a), sortKey(b)))
        expect(sortKey(a) === sortKey(b)).toBe(a === b)
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps control characters out of the key of ordinary text', () => {
    expect(sortKey('МБОУ «СОШ № 8» г. Заречинска')).not.toMatch(/\p{Cc}/u)
  })
})
