import { describe, expect, test } from 'vitest'
import { chapterOf } from '../../../src/renderer/guide/chapter'
import { guideIndex, searchGuide } from '../../../src/renderer/guide/search'
import { slugOf } from '../../../src/renderer/guide/slug'

const meetings = chapterOf(
  'meetings.md',
  `# Заседание и протокол

![Картинка](pictures/meetings.png)

Нажмите «Создать протокол» — см. [списки](lists.md#вписать-в-ячейку).

## Подпись и Word

- **Подписать** протокол & закрыть
- Ещё строка

## Подпись и Word

| клавиши | что делают |
| ------- | ---------- |
| F9      | голосование |
`,
)
const lists = chapterOf(
  'lists.md',
  '# Списки\n\nЁлочки в протоколах.\n\n## Вписать в ячейку\n\nЗаседания не правят здесь.\n',
)

describe('a page taken apart', () => {
  test('has its headings, each with a slug of its own', () => {
    expect(meetings.sections.map(({ slug }) => slug)).toEqual([
      'заседание-и-протокол',
      'подпись-и-word',
      'подпись-и-word-1',
    ])
    expect(slugOf('1. Выбрать файлы')).toBe('1-выбрать-файлы')
  })
  test('has its words without marks, entities and pictures', () => {
    expect(meetings.sections.map(({ words }) => words)).toEqual([
      'Нажмите «Создать протокол» — см. списки.',
      'Подписать протокол & закрыть Ещё строка',
      'клавиши что делают F9 голосование',
    ])
    expect(meetings.links).toEqual(['lists.md#вписать-в-ячейку'])
  })
})

describe('search', () => {
  const index = guideIndex([meetings, lists])
  const found = (text: string): string[] => searchGuide(index, text).map(({ file, slug }) => `${file}#${slug}`)
  test('finds other forms and beginnings of words, whatever the case and ё', () => {
    expect(found('протоколы')).toEqual([
      'meetings.md#заседание-и-протокол',
      'meetings.md#подпись-и-word',
      'meetings.md#подпись-и-word-1',
      'lists.md#списки',
    ])
    expect(found('ЕЛОЧ')).toEqual(['lists.md#списки'])
  })
  test('asks for every word, and tells where they stand', () => {
    expect(found('голосования f9')).toEqual(['meetings.md#подпись-и-word-1'])
    expect(found('голосование ёлка')).toEqual([])
    expect(found(' ')).toEqual([])
    expect(searchGuide(index, 'закрыть')[0]?.extract).toBe('Подписать протокол & закрыть Ещё строка')
  })
})
