import type { Place } from '@shared/contract/old-papers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ownersAt,
  ownersByLine,
  stretchesOf,
  withoutPlaces,
} from '../../../src/renderer/modules/old-papers/model/lines'
import { handMark, toCheck, withoutIndex } from '../../../src/renderer/modules/old-papers/model/marks'
import { line, original, protocol, understood } from '../../support/old-papers/made'

const text = fc.string({ unit: 'binary', maxLength: 40 })
const place = fc.record({ line: fc.constant(0), from: fc.nat(45), to: fc.nat(45) })

describe('a line of the original', () => {
  it('is cut into stretches that joined are the line, whatever marks say', () => {
    fc.assert(
      fc.property(text, fc.array(place, { maxLength: 6 }), (words, places) => {
        const paper = understood(protocol(), { marks: places.map((one, index) => handMark(`date/${index}`, [one])) })
        const owners = ownersByLine(original(words), paper)
        const stretches = stretchesOf(line(words, { bold: [[2, 9]] }), ownersAt(owners, 0))
        expect(stretches.map(({ from, to }) => words.slice(from, to)).join('')).toBe(words)
        for (const { from, to } of stretches) expect(to).toBeGreaterThan(from)
      }),
    )
  })

  it('names the narrowest field first: a срок inside its decision', () => {
    const paper = understood(protocol(), {
      marks: [
        handMark('decisions/aaaaaa/text', [{ line: 0, from: 0, to: 20 }]),
        handMark('decisions/aaaaaa/dues/0', [{ line: 0, from: 8, to: 15 }]),
      ],
    })
    const made = original('Сделать до марта вместе.')
    const stretches = stretchesOf(line('Сделать до марта вместе.'), ownersAt(ownersByLine(made, paper), 0))
    expect(stretches.map(({ paths }) => paths)).toEqual([
      ['decisions/aaaaaa/text'],
      ['decisions/aaaaaa/dues/0', 'decisions/aaaaaa/text'],
      ['decisions/aaaaaa/text'],
      [],
    ])
  })
})

describe('words that were left over', () => {
  it('lose no letter but those made a field', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30 }), place, (words, { from, to }) => {
        const paper = understood(protocol(), { unrecognised: [{ line: 0, text: words }] })
        const taken: Place = { line: 0, from: Math.min(from, to), to: Math.max(from, to) }
        const letters = (part: string) => part.replace(/[^\p{L}\p{N}]/gu, '')
        const rest = withoutPlaces(original(words), paper, [taken]).map((one) => one.text)
        expect(letters(rest.join(''))).toBe(letters(words.slice(0, taken.from)) + letters(words.slice(taken.to)))
      }),
    )
  })
})

describe('what wants a look', () => {
  it('is gone over in the order of the paper, what is missing first, leftovers last', () => {
    const doubt = (path: string, at: number | null) => ({
      ...handMark(path, at === null ? [] : [{ line: at, from: 0, to: 1 }]),
      sure: false,
    })
    const marks = [doubt('number', 7), doubt('date', null), handMark('theme', []), doubt('place', 2)]
    const paper = understood(protocol(), { marks, unrecognised: [{ line: 0, text: 'а' }] })
    expect(toCheck(paper)).toEqual(['date', 'place', 'number', 'unrecognised/0'])
  })

  it('keeps the marks of the other dues when one is taken out', () => {
    const marks = [0, 1, 2].map((index) =>
      handMark(`decisions/aaaaaa/dues/${index}`, [{ line: index, from: 0, to: 1 }]),
    )
    const { marks: rest } = withoutIndex(understood(protocol(), { marks }), 'decisions/aaaaaa/dues', 1)
    expect(rest.map((mark) => [mark.path, mark.places[0]?.line])).toEqual([
      ['decisions/aaaaaa/dues/0', 0],
      ['decisions/aaaaaa/dues/1', 2],
    ])
  })
})
