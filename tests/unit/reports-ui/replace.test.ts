import type { SectionContent } from '@shared/contract/report-content'
import type { FigureChange } from '@shared/papers/report/figures'
import { describe, expect, it } from 'vitest'
import { replaced, replacementsOf } from '../../../src/renderer/modules/reports/model/replace'

function told(after: string, noun: string): SectionContent {
  return {
    kind: 'meetings',
    on: '2026-11-22',
    parts: [
      {
        key: 'summary',
        title: '',
        form: 'text',
        figures: [],
        paragraphs: [{ runs: [{ text: `${after}\u00A0${noun}`, figure: 'held' }], item: false }],
      },
    ],
  }
}
const change = (before: string, after: string): FigureChange => ({
  part: 'summary',
  key: 'held',
  title: 'Проведено заседаний',
  before,
  after,
})
const results = (text: string, before: string, after: string, noun: string) =>
  replacementsOf(text, change(before, after), told(after, noun)).map((one) => replaced(text, one))

describe('a changed number in her own text', () => {
  it.each([
    ['Проведено 4 заседания.', '4', '5', 'заседаний', 'Проведено 5 заседаний.'],
    ['Проведено 5 заседаний', '5', '21', 'заседание', 'Проведено 21 заседание'],
    ['Было 4, как задумано', '4', '5', 'заседаний', 'Было 5, как задумано'],
    ['На 4 заседаниях говорили', '4', '5', 'заседаний', 'На 5 заседаниях говорили'],
    ['Выдано 1 234 учебника', '1\u00A0234', '1\u00A0235', 'учебников', 'Выдано 1\u00A0235 учебников'],
    ['В среднем 29,5 человека', '29,5', '30', 'человек', 'В среднем 30 человек'],
  ])('«%s»', (text, before, after, noun, expected) => {
    expect(results(text, before, after, noun)).toEqual([expected])
  })

  it('does not touch a part of another number', () => {
    expect(results('14 школ, 4,5 ставки, 1\u00A0004 книги, 40 детей', '4', '5', 'заседаний')).toEqual([])
  })

  it('of equal numbers takes the one that counts the same', () => {
    expect(results('В 4 школах прошло 4 заседания', '4', '5', 'заседаний')).toEqual(['В 4 школах прошло 5 заседаний'])
  })

  it('offers each where none says what it counts', () => {
    expect(results('Сначала 4, потом ещё 4', '4', '5', 'заседаний')).toEqual([
      'Сначала 5, потом ещё 4',
      'Сначала 4, потом ещё 5',
    ])
  })
})
