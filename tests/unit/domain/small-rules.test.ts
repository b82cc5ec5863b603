import { emailProblem, isEmail, normalizeEmail } from '@shared/domain/email'
import { innProblem, isInn } from '@shared/domain/inn'
import { decisionNumber, decisionNumbers, nextNumber } from '@shared/domain/numbering'
import { formatPhone, isPhone } from '@shared/domain/phone'
import { quorum } from '@shared/domain/quorum'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('numbers of protocols and decisions', () => {
  it.each([
    [[], '1'],
    [['1', '2'], '3'],
    [['10', '9'], '11'],
    [['2а', '3-о'], '4'],
    [['б/н', ''], '1'],
  ])('after %j comes %s', (existing, expected) => {
    expect(nextNumber(existing)).toBe(expected)
  })
  it('never gives a number that is taken', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500).map(String)), (numbers) => {
        expect(numbers).not.toContain(nextNumber(numbers))
      }),
    )
  })
  it('numbers decisions by item or through', () => {
    expect(decisionNumber('full', 0, 0)).toBe('1.1')
    expect(decisionNumber('full', null, 4)).toBe('5')
    expect(decisionNumber('decisions', 2, 4)).toBe('5')
    expect(decisionNumbers('full', [2, 0, 1], 1)).toEqual(['1.1', '1.2', '3.1', '4'])
    expect(decisionNumbers('programme', [2, 0, 1], 1)).toEqual(['1', '2', '3', '4'])
  })
})

describe('quorum', () => {
  it.each([
    [10, 5, false, 6],
    [10, 6, true, 6],
    [11, 6, true, 6],
    [1, 1, true, 1],
    [0, 0, true, 0],
  ])('of %d with %d present: %s', (total, present, reached, needed) => {
    expect(quorum(total, present, 0)).toMatchObject({ present, reached, needed })
  })
  it('is more than half: those needed outnumber the rest, and one fewer would not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (total) => {
        const { needed } = quorum(total, 0, 0)
        expect(needed).toBeGreaterThan(total - needed)
        expect(needed - 1).toBeLessThanOrEqual(total - (needed - 1))
      }),
    )
  })
  it('can ask for two thirds', () => {
    expect(quorum(9, 6, 0, 'two-thirds').reached).toBe(true)
    expect(quorum(10, 6, 0, 'two-thirds').reached).toBe(false)
  })
  it('says so', () => {
    expect(quorum(34, 29, 2).text.replace(/\u00A0/gu, ' ')).toBe(
      'Присутствуют 29 из 34 человека, по уважительной причине отсутствуют 2. Кворум есть.',
    )
    expect(quorum(34, 10, 0).text).toContain('Кворума нет: нужно не меньше 18')
  })
})

describe('ИНН', () => {
  it.each(['7707083893', '7830002293', '500100732259', ' 7707083893 '])('%s is right', (text) => {
    expect(innProblem(text)).toBeNull()
  })
  it.each([
    ['7707083894', 'контрольная цифра'],
    ['500100732258', 'контрольная цифра'],
    ['770708389', 'цифр 9'],
    ['77О7083893', 'только цифры'],
    ['', 'только цифры'],
  ])('%s is wrong', (text, reason) => {
    expect(innProblem(text)).toContain(reason)
  })
  it('notices every single wrong digit in the body of a number', () => {
    // Weights below 11 are invertible modulo 11; only remainders 10 and 0 share the digit 0.
    let missed = 0
    for (let at = 0; at < 9; at += 1)
      for (let digit = 0; digit < 10; digit += 1) {
        const digits = '7707083893'.split('')
        if (digits[at] === String(digit)) continue
        digits[at] = String(digit)
        if (isInn(digits.join(''))) missed += 1
      }
    expect(missed).toBe(0)
  })
})

describe('e-mail', () => {
  it.each(['school15@mail.ru', 'a.b-c_1@edu.27.ru', 'школа@школа.рф', ' X@Mail.RU '])('%s', (text) => {
    expect(isEmail(text)).toBe(true)
  })
  it.each([
    'school15',
    'a@b',
    'a b@mail.ru',
    'a@@mail.ru',
    '.a@mail.ru',
    'a..b@mail.ru',
    'a@mail..ru',
    'a@-mail.ru',
    '',
    'a@mail.ru; b@mail.ru',
  ])('not «%s»', (text) => {
    expect(emailProblem(text)).toMatch(/^Адрес почты/u)
  })
  it('lowers the domain only', () => {
    expect(normalizeEmail(' Ivanova@Mail.RU')).toBe('Ivanova@mail.ru')
  })
})

describe('phones', () => {
  it.each([
    ['8 (421) 234 56 78', '+7 (421) 234-56-78'],
    ['+7 421 2345678', '+7 (421) 234-56-78'],
    ['84212345678', '+7 (421) 234-56-78'],
    ['9142345678', '+7 (914) 234-56-78'],
    ['8(86347)2-35-45', '+7 (86347) 2-35-45'],
    ['23545', '2-35-45'],
    ['234-56-78', '234-56-78'],
    ['8 (4212) 30-40-50 доб. 12', '+7 (4212) 30-40-50 доб. 12'],
    ['8 914 234 56 78, 8 914 000 00 00', '8 914 234 56 78, 8 914 000 00 00'],
    ['спросить у секретаря', 'спросить у секретаря'],
    ['+375 29 123 45 67', '+375 29 123 45 67'],
  ])('%s → %s', (text, expected) => {
    expect(formatPhone(text)).toBe(expected)
  })
  it('loses no digit and changes nothing the second time', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789 +()-'), maxLength: 16 })
    fc.assert(
      fc.property(typed, (text) => {
        const shown = formatPhone(text)
        expect(formatPhone(shown)).toBe(shown)
        const digits = (value: string): string => value.replace(/\D/gu, '')
        if (isPhone(text)) expect(digits(shown).slice(-10)).toBe(digits(text).slice(-10))
        else expect(digits(shown)).toBe(digits(text))
      }),
      { numRuns: 3000 },
    )
  })
})
