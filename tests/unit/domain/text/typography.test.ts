import { typeset } from '@shared/domain/text/typography'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const shown = (text: string): string => typeset(text).replace(/\u00A0/gu, '~')

describe('typeset', () => {
  it.each([
    ['ПРОТОКОЛ № 1', 'ПРОТОКОЛ №~1'],
    ['ПРОТОКОЛ№1', 'ПРОТОКОЛ№~1'],
    ['8 сентября 2023 г.', '8 сентября 2023~г.'],
    ['до 10 октября 2022г.', 'до 10 октября 2022~г.'],
    ['2021-2022гг', '2021-2022~гг'],
    ['08.09.2023 г. Иванов', '08.09.2023~г. Иванов'],
    ['СОШ № 8 г. Заречинска', 'СОШ №~8 г.~Заречинска'],
    ['(г.Москва)', '(г.~Москва)'],
    ['Ветлугина Н. С. предложила', 'Ветлугина~Н.С. предложила'],
    ['Секретарь: Лядова И.П', 'Секретарь: Лядова~И.П'],
    ['слушали Ветлугину Н.С. Решили', 'слушали Ветлугину~Н.С. Решили'],
    ['Н.С. Ветлугина', 'Н.С.~Ветлугина'],
    ['МАУ "Центр развития"', 'МАУ «Центр развития»'],
    ['АО "Издательство "Восход""', 'АО «Издательство „Восход“»'],
    ['«МБОУ "СОШ 15"»', '«МБОУ „СОШ 15“»'],
    ['экран 5" и "книга"', 'экран 5" и «книга»'],
    ['"за" - 29', '«за» — 29'],
    ['МИБЦ - центр', 'МИБЦ — центр'],
    ['январь - ноябрь 2024 года', 'январь - ноябрь 2024 года'],
    ['14 - 16 марта', '14 - 16 марта'],
    ['I - IV кварталы', 'I - IV кварталы'],
    ['педагог-библиотекарь', 'педагог-библиотекарь'],
    ['педагогов -библиотекарей', 'педагогов -библиотекарей'],
    ['- первый пункт', '- первый пункт'],
  ])('%s → %s', (raw, expected) => {
    expect(shown(raw)).toBe(expected)
  })

  const pieces = fc.constantFrom(
    ...[
      '"',
      '«',
      '»',
      '„',
      '“',
      ' ',
      '  ',
      '\u00A0',
      '-',
      ' - ',
      '—',
      '№',
      'г.',
      'гг',
      '2023',
      '5',
      '15.',
      'Н.',
      'С.',
      'Ветлугина',
      'слово',
      '(',
      ')',
      ',',
      '.',
      '\n',
      'май',
      'I',
    ],
  )
  const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))

  it('is idempotent', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(typeset(typeset(text))).toBe(typeset(text))
      }),
      { numRuns: 20_000 },
    )
  })

  it('changes nothing but spaces, quotes and dashes', () => {
    const bones = (text: string): string => text.replace(/[^\S\n]|["«»„“]|[-—]/gu, '')
    fc.assert(
      fc.property(texts, (text) => {
        const set = typeset(text)
        expect(bones(set)).toBe(bones(text))
        expect(set.match(/["«»„“]/gu)?.length).toBe(text.match(/["«»„“]/gu)?.length)
        expect(set.match(/[-—]/gu)?.length).toBe(text.match(/[-—]/gu)?.length)
      }),
      { numRuns: 5000 },
    )
  })
})
