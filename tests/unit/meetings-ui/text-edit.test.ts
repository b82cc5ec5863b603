import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit, diffEdit, moveRange, type Range } from '../../../src/renderer/modules/meetings/model/text-edit'

const alphabet = fc.string({ unit: fc.constantFrom('а', 'б', ' ', 'в'), maxLength: 12 })

describe('diffEdit', () => {
  it('gives an edit that leads from the one text to the other, whatever the caret', () => {
    fc.assert(
      fc.property(alphabet, alphabet, fc.nat(14), (before, after, caret) => {
        expect(applyEdit(before, diffEdit(before, after, caret))).toBe(after)
      }),
    )
  })

  it('ends at the caret where several edits are equally short', () => {
    expect(diffEdit('аа', 'ааа', 1)).toEqual({ start: 0, end: 0, inserted: 'а' })
    expect(diffEdit('аа', 'ааа', 3)).toEqual({ start: 2, end: 2, inserted: 'а' })
  })

  it('finds what was typed over a selection', () => {
    expect(diffEdit('до 10 мая', 'до 12 мая', 5)).toEqual({ start: 4, end: 5, inserted: '2' })
  })
})

describe('moveRange', () => {
  const text = 'сдать до 10 мая отчёт'
  const due: Range = [6, 15]

  function wordsAfter(next: string, caret?: number): string | null {
    const moved = moveRange(due, diffEdit(text, next, caret))
    return moved && next.slice(moved.range[0], moved.range[1])
  }

  it('keeps the words while typing before, after and at both edges', () => {
    expect(wordsAfter('всем сдать до 10 мая отчёт', 5)).toBe('до 10 мая')
    expect(wordsAfter('сдать срочно до 10 мая отчёт', 13)).toBe('до 10 мая')
    expect(wordsAfter('сдать до 10 мая, отчёт', 16)).toBe('до 10 мая')
    expect(wordsAfter('сдать до 10 мая годовой отчёт', 24)).toBe('до 10 мая')
  })

  it('grows and shrinks with typing inside', () => {
    expect(wordsAfter('сдать до 100 мая отчёт', 12)).toBe('до 100 мая')
    expect(wordsAfter('сдать до мая отчёт', 9)).toBe('до мая')
  })

  it('keeps what remains of a cut across an edge, and is gone when nothing does', () => {
    expect(wordsAfter('сдать до 10 ', 12)).toBe('до 10 ')
    expect(wordsAfter('10 мая отчёт', 0)).toBe('10 мая')
    expect(wordsAfter('сдать отчёт', 6)).toBeNull()
  })

  it('never leaves the text, nor marks untouched words otherwise than they were', () => {
    fc.assert(
      fc.property(alphabet, alphabet, fc.nat(12), fc.nat(12), fc.nat(12), (before, next, a, b, caret) => {
        const range: Range = [Math.min(a, b, before.length), Math.min(Math.max(a, b), before.length)]
        if (range[0] === range[1]) return
        const moved = moveRange(range, diffEdit(before, next, caret))
        if (!moved) return
        expect(moved.range[0]).toBeGreaterThanOrEqual(0)
        expect(moved.range[1]).toBeLessThanOrEqual(next.length)
        expect(moved.range[1]).toBeGreaterThan(moved.range[0])
        if (!moved.touched) expect(next.slice(...moved.range)).toBe(before.slice(...range))
      }),
    )
  })
})
