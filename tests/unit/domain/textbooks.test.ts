import { formatFplCode, fplKey } from '@shared/domain/fpl'
import { formatGrades, parseGrades } from '@shared/domain/grades'
import { formatIsbn, isbn13, isbnFault, isbnKey } from '@shared/domain/isbn'
import { subjectNature } from '@shared/domain/subjects'
import { textbookName } from '@shared/domain/textbook-name'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const grades = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .map(([one, other]) => ({ gradeFrom: Math.min(one, other), gradeTo: Math.max(one, other) }))

describe('grades', () => {
  it.each([
    ['5', 5, 5],
    ['10–11', 10, 11],
    ['1-4', 1, 4],
    ['1 – 4', 1, 4],
    ['7 кл.', 7, 7],
    ['7кл', 7, 7],
    ['10,11', 10, 11],
    ['10, 11', 10, 11],
    ['5 и 6 классы', 5, 6],
    ['с 5 по 9 класс', 5, 9],
    ['1 класс', 1, 1],
    ['1, 2, 3, 4', 1, 4],
    ['11/10', 10, 11],
  ])('%s are %d to %d', (text, gradeFrom, gradeTo) => {
    expect(parseGrades(text)).toEqual({ gradeFrom, gradeTo })
  })
  it.each(['', '0', '13', '5–13', '9-5', '5, 7', 'V', '5а', '2024', 'пятый', '5.5'])('%j are none', (text) => {
    expect(parseGrades(text)).toBeNull()
  })
  it('are read as they are shown', () => {
    fc.assert(
      fc.property(grades, (one) => {
        expect(parseGrades(formatGrades(one))).toEqual(one)
      }),
    )
  })
  it('are read in any of the manners people write them', () => {
    const manner = fc.constantFrom(
      (from: number, to: number) => `${from}-${to}`,
      (from: number, to: number) => ` ${from} — ${to} классы`,
      (from: number, to: number) => `${from}−${to} кл.`,
      (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at).join(', '),
      (from: number, to: number) => `с ${from} по ${to} классы`,
    )
    fc.assert(
      fc.property(grades, manner, (one, write) => {
        expect(parseGrades(write(one.gradeFrom, one.gradeTo))).toEqual(one.gradeFrom <= one.gradeTo ? one : null)
      }),
    )
  })
  it('read whatever comes without failing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = parseGrades(text)
        if (found) expect(found.gradeFrom).toBeLessThanOrEqual(found.gradeTo)
      }),
    )
  })
})

/** Check digits said another way than in the product: the remainder of the whole number is nil. */
const isRight13 = (digits: string): boolean =>
  [...digits].reduce((sum, digit, at) => sum + Number(digit) * (1 + 2 * (at % 2)), 0) % 10 === 0
const isRight10 = (digits: string): boolean =>
  [...digits].reduce((sum, digit, at) => sum + (digit === 'X' ? 10 : Number(digit)) * (10 - at), 0) % 11 === 0

describe('ISBN', () => {
  it.each([
    ['978-5-00120-001-7', '9785001200017'],
    ['ISBN 978-5-00120-001-7', '9785001200017'],
    ['ISBN-13: 978 5 00120 001 7', '9785001200017'],
    ['9785001200017', '9785001200017'],
    ['978–5–00120–001–7', '9785001200017'],
    ['5-00120-013-X', '9785001200130'],
    ['500120013Х', '9785001200130'],
    ['ISBN 5-00120-013-x', '9785001200130'],
  ])('%s is %s', (text, key) => {
    expect(isbn13(text)).toBe(key)
    expect(isbnFault(text)).toBeNull()
  })
  it.each([
    ['978-5-00120-001-5', 'контрольная цифра должна быть 7, а стоит 5'],
    ['5-00120-013-3', 'контрольная цифра должна быть X, а стоит 3'],
    ['978-5-00120-01-7', 'а здесь 12'],
    ['977-5-00120-001-7', 'начинается с 978 или 979, а здесь — с 977'],
    ['978-5-O0120-001-7', 'знака «O»'],
    ['978-5-00120-001-7, 978-5-00120-002-4', 'знака «,»'],
    ['97850012X0017', 'знака «X»'],
    ['978500120001X', 'все — цифры'],
    ['нет', 'знака «Н»'],
  ])('%s is refused: %s', (text, words) => {
    expect(isbnFault(text)).toContain(words)
    expect(isbnKey(text)).toBe('')
    expect(formatIsbn(text)).toBe(text)
  })
  it('has no fault where there is none', () => expect(isbnFault(' ')).toBeNull())
  it('is right exactly when its check digit is, whatever the publisher', () => {
    const body = fc.integer({ min: 0, max: 999_999_999 }).map((number) => String(number).padStart(9, '0'))
    fc.assert(
      fc.property(body, fc.constantFrom('978', '979', ''), fc.constantFrom(...'0123456789X'), (nine, prefix, last) => {
        const whole = `${prefix}${nine}${last}`
        const right = prefix === '' ? isRight10(whole) : last !== 'X' && isRight13(whole)
        expect(isbnFault(whole) === null).toBe(right)
        expect(isbnKey(whole) !== '').toBe(right)
        if (!right) return
        expect(isRight13(isbnKey(whole))).toBe(true)
        expect(formatIsbn(whole).replaceAll('-', '')).toBe(whole)
        expect(formatIsbn(formatIsbn(whole))).toBe(formatIsbn(whole))
        expect(isbnKey(formatIsbn(whole))).toBe(isbnKey(whole))
      }),
    )
  })
})

describe('code of the federal list', () => {
  it.each([
    ['1.1.2.4.2.2.1', '1.1.2.4.2.2.1.'],
    ['1.1.2.4.2.2.1.', '1.1.2.4.2.2.1.'],
    [' 1.1.2.4. 2.2.1 ', '1.1.2.4.2.2.1.'],
    ['1,1,2,4,2,2,1', '1.1.2.4.2.2.1.'],
    ['б/н', 'б/н'],
    ['12', '12'],
  ])('%s is written %s', (text, code) => expect(formatFplCode(text)).toBe(code))
  it('has the same key however it is written', () => {
    const levels = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 3, maxLength: 8 })
    fc.assert(
      fc.property(levels, (some) => {
        const code = formatFplCode(some.join('.'))
        expect(code).toBe(`${some.join('.')}.`)
        expect(fplKey(code)).toBe(fplKey(some.join(', ')))
      }),
    )
  })
})

describe('what a textbook is called', () => {
  const book = {
    title: 'Алгебра',
    authors: 'Рябинин К. О.',
    publisher: 'Ясень',
    level: 'none',
    gradeFrom: 7,
    gradeTo: 7,
  }
  it.each([
    [{}, 'Алгебра. 7 класс. Рябинин К. О. (Ясень)'],
    [{ level: 'advanced' }, 'Алгебра. 7 класс. Рябинин К. О. (Ясень, углублённый)'],
    [{ title: 'Алгебра. 7 класс' }, 'Алгебра. 7 класс. Рябинин К. О. (Ясень)'],
    [{ gradeTo: 9 }, 'Алгебра. 7–9 классы. Рябинин К. О. (Ясень)'],
    [{ authors: '', publisher: '' }, 'Алгебра. 7 класс'],
    [{ title: 'Учимся считать!', authors: '' }, 'Учимся считать! 7 класс (Ясень)'],
  ])('%j: %s', (over, name) => expect(textbookName({ ...book, ...over })).toBe(name))
})

it('a known subject comes with its grades, another is of choice', () => {
  expect(subjectNature('алгебра')).toEqual({ obligatory: true, gradeFrom: 7, gradeTo: 9 })
  expect(subjectNature('Робототехника')).toEqual({ obligatory: false, gradeFrom: 1, gradeTo: 11 })
})
