import { normKey } from '@shared/domain/text/norm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('normKey', () => {
  it.each([
    ['МБОУ «СОШ № 15»', 'мбоу  сош №15'],
    ['МБОУ "СОШ N15"', 'мбоу сош №15'],
    ['N 15', '№15'],
    ['№№ 15', '№15'],
    ['Ёлкина\u00A0А.\u202FБ.', 'елкина а. б.'],
    ['педагог – библиотекарь', 'педагог - библиотекарь'],
    ['  «ЦВР»\t', 'цвр'],
    ['биб\u00ADлиотека', 'библиотека'],
    ['Е\u0308ж', 'еж'],
  ])('%s and %s are the same', (a, b) => {
    expect(normKey(a)).toBe(normKey(b))
  })

  it.each([
    ['СОШ № 15', 'СОШ № 16'],
    ['план15', 'пла№15'],
    ['plan15', 'pla№15'],
    ['март-май', 'март май'],
  ])('%s and %s are not', (a, b) => {
    expect(normKey(a)).not.toBe(normKey(b))
  })

  it('is idempotent', () => {
    const char = fc.constantFrom(...' \u00A0\t«»“”„"\'№Nn150ЁёЕеАа-–—.(\u0308\u0306İИй\u00AD')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: char, maxLength: 12 }), fc.string({ unit: 'grapheme' })), (text) => {
        expect(normKey(normKey(text))).toBe(normKey(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('has no upper case, ё, quotes, double or edge spaces left', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'АбЁё «»„"\u00A0  N№1-—') }), (text) => {
        expect(normKey(text)).toMatch(/^(?!\s)[^A-ZА-ЯЁё«»„"\u00A0—]*(?<!\s)$/u)
        expect(normKey(text)).not.toMatch(/\s\s/u)
      }),
    )
  })
})
