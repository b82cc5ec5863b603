import { readFplSection } from '@shared/domain/fpl-sections'
import { describe, expect, it } from 'vitest'

describe('headings of the federal list', () => {
  it.each([
    [['1.1.1. Начальное общее образование'], { subject: '', level: null }],
    [['1.1.1.1.1. Русский язык (учебный предмет)'], { subject: 'Русский язык', level: null }],
    [['1.1.1.1.1.', 'Русский язык (учебный предмет)'], { subject: 'Русский язык', level: null }],
    [['1.1.1.1.1', 'Русский язык'], { subject: 'Русский язык', level: null }],
    [
      ['Литературное чтение на родном языке (учебный предмет)'],
      { subject: 'Литературное чтение на родном языке', level: null },
    ],
    [['1.1.3.4.1. Математика (базовый уровень) (учебный предмет)'], { subject: 'Математика', level: 'basic' }],
    [['1.1.3.4.2. Математика (углубленный уровень) (учебный предмет)'], { subject: 'Математика', level: 'advanced' }],
    [
      ['1.1.2.2.1. Иностранный язык (английский) (учебный предмет)'],
      { subject: 'Иностранный язык (английский)', level: null },
    ],
    [['1.1.1.1.1.3. Рассказы о языке'], {}],
    [['2.1. Учебники, реализующие части программ'], { subject: '', level: null }],
  ] as const)('%j', (texts, section) => expect(readFplSection(texts, false)).toEqual(section))
  it('are any words over the table', () => {
    expect(readFplSection(['Русский язык'], true)).toEqual({ subject: 'Русский язык', level: null })
    expect(readFplSection(['Русский язык'], false)).toBeNull()
  })
  it.each([
    [['1.1.1.1.1.1.1.', 'Азбука']],
    [['1.1.1.1.1.1.1']],
    [['Азбука', 'Мятина Е. В.']],
    [['1.1.1.1.1.', 'Азбука', '1']],
    [['12']],
    [[]],
  ] as const)('%j is none', (texts) => expect(readFplSection(texts, false)).toBeNull())
})
