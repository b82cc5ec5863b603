import { paragraphs, printable, quoted, rawParagraphs, typesetRuns } from '@shared/papers/text'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const letters = (text: string): string => (text.match(/[\p{L}\p{N}]/gu) ?? []).join('')
const piece = fc.oneof(
  fc.constantFrom(
    '№',
    ' ',
    '  ',
    '"',
    'г.',
    '2023',
    'А.',
    'В.',
    'Иванова',
    '-',
    ' - ',
    '—',
    '(',
    ')',
    'слово',
    '.',
    ',',
    '«',
    '»',
    '\t',
  ),
  fc.string({ maxLength: 4 }),
)

describe('typesetRuns', () => {
  test('leaves letters and figures in their own runs', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(piece, { maxLength: 5 }).map((parts) => parts.join('')),
          { maxLength: 5 },
        ),
        (texts) => {
          const set = typesetRuns(texts.map((text, index) => ({ text, bold: index % 2 === 1 })))
          const of = (bold: boolean): string =>
            set
              .filter((run) => run.bold === bold)
              .map((run) => letters(run.text))
              .join('')
          const typed = (odd: number): string =>
            texts
              .filter((_, index) => index % 2 === odd)
              .map(letters)
              .join('')
          expect(of(false)).toBe(typed(0))
          expect(of(true)).toBe(typed(1))
          expect(set.map((run) => run.text).join('')).toBe(printable(texts.join('')))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('gives brackets to the run they were in', () => {
    expect(typesetRuns([{ text: 'Отчёт ' }, { text: '(май)', bold: true }, { text: '.' }])).toEqual([
      { text: 'Отчёт ' },
      { text: '(май)', bold: true },
      { text: '.' },
    ])
  })
})

test('paragraphs know where they began, whatever ends the lines', () => {
  const text = '  первый\r\n\r\nвторой\nпервый'
  for (const { text: line, start } of rawParagraphs(text)) expect(text.slice(start, start + line.length)).toBe(line)
  expect(paragraphs(text)).toEqual(['первый', 'второй', 'первый'])
})

test('what XML cannot hold is left out', () => {
  expect(printable('а\u0000б\u0001в\ud800г\uffffд\tе')).toBe('абвгд е')
})

test('quotes are put around a theme once', () => {
  expect(quoted('Год педагога')).toBe('«Год педагога»')
  expect(quoted('"Год педагога"')).toBe('«Год педагога»')
  expect(quoted('«Год» и «Книга»')).toBe('««Год» и «Книга»»')
})
