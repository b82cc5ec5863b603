import type { Recurrence } from '@shared/domain/due/due'
import { parseDues } from '@shared/domain/due/parse'
import { expect } from 'vitest'

/** A due worked out by hand: its words, its days, how it repeats. */
export type Expected = [text: string, from: string | null, to: string | null, recurrence?: Recurrence]

/** The same text as other programs give it: bold marked by asterisks, spaces that do not break, other dashes. */
export const variants: readonly (readonly [name: string, change: (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['with bold dues', (text) => text.replace(/\(([^()]*)\)([.\s]|$)/gu, '(**$1**)$2')],
  ['with spaces that do not break', (text) => text.replace(/ /gu, '\u00A0')],
  ['without the full stop', (text) => text.replace(/\.$/u, '')],
  ['with other dashes', (text) => text.replace(/ – /gu, ' - ')],
]

/** Reads the text as a decision said on the date; spaces and dashes may differ from the words expected. */
export function expectDues(text: string, date: string, expected: readonly Expected[]): void {
  const dues = parseDues(text, { date })
  expect(dues.map((due) => [due.from, due.to, due.recurrence])).toEqual(
    expected.map(([, from, to, recurrence]) => [from, to, recurrence ?? null]),
  )
  const plain = (words: string): string => words.replace(/\s+/gu, ' ').replace(/–/gu, '-')
  expect(dues.map((due) => plain(due.text))).toEqual(expected.map(([words]) => plain(words)))
  for (const due of dues) expect(text.slice(...due.range)).toBe(due.text)
}
