import { withLatinKeys, withOtherKeys } from '@shared/domain/text/keyboard'
import { mostSlips, slipsBetween } from '@shared/domain/text/slips'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const letters = fc.constantFrom(...'абвгдежзиклмнопрстуфхцчшщыэюя')
const word = fc.array(letters, { minLength: 4, maxLength: 14 }).map((all) => all.join(''))

describe('slips of typing', () => {
  it('one letter lost, added, taken for another, or two in each other’s place are one slip', () => {
    fc.assert(
      fc.property(word, fc.nat(), letters, (text, nth, letter) => {
        const at = nth % (text.length - 1)
        const before = text.slice(0, at)
        const rest = text.slice(at)
        const slips = [
          before + rest.slice(1),
          before + letter + rest,
          before + letter + rest.slice(1),
          before + rest.charAt(1) + rest.charAt(0) + rest.slice(2),
        ]
        for (const slip of slips) expect(slipsBetween(slip, text), `${slip} ${text}`).toBeLessThanOrEqual(1)
        expect(slipsBetween(text, text)).toBe(0)
      }),
    )
  })
  it('are forgiven more in longer words, none in the shortest', () => {
    expect(['ив', 'план', 'школа', 'учебник', 'библиотека'].map(mostSlips)).toEqual([0, 1, 1, 2, 3])
  })
})

describe('the other layout of the keys', () => {
  it('is undone', () => {
    expect(withOtherKeys('irjkf')).toBe('школа')
    expect(withOtherKeys('fkut,hf')).toBe('алгебра')
    expect(withOtherKeys('<th`pjdrf')).toBe('берёзовка')
    expect(withOtherKeys('школа')).toBeNull()
    expect(withOtherKeys('15')).toBeNull()
    expect(withLatinKeys('ыдщм')).toBe('slov')
    expect(withLatinKeys('slov')).toBeNull()
  })
  it('and back gives the same letters', () => {
    fc.assert(
      fc.property(word, (text) => {
        const typed = withLatinKeys(text) ?? ''
        if (/[a-z]/.test(typed)) expect(withOtherKeys(typed)).toBe(text)
      }),
    )
  })
})
