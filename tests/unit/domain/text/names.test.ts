import {
  fullName,
  initialsFirst,
  type PersonName,
  parsePersonName,
  sameName,
  sameNameDeclined,
  shortName,
} from '@shared/domain/text/names'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

function read(text: string): PersonName {
  const name = parsePersonName(text)
  if (!name) throw new Error(`not read: ${text}`)
  return name
}

describe('parsePersonName', () => {
  it.each([
    ['Ветлугина Н.С.', 'Ветлугина', 'Н.', 'С.'],
    ['Ветлугина\u00A0Н. С.', 'Ветлугина', 'Н.', 'С.'],
    ['Остапченко И.П', 'Остапченко', 'И.', 'П.'],
    ['Ветлугина Наталья Сергеевна', 'Ветлугина', 'Наталья', 'Сергеевна'],
    ['Наталья Сергеевна Ветлугина', 'Ветлугина', 'Наталья', 'Сергеевна'],
    ['Н.С. Ветлугина', 'Ветлугина', 'Н.', 'С.'],
    ['Н.С.Ветлугина', 'Ветлугина', 'Н.', 'С.'],
    ['Ким А.', 'Ким', 'А.', ''],
    ['Мамин-Сибиряк Дмитрий Наркисович', 'Мамин-Сибиряк', 'Дмитрий', 'Наркисович'],
    ['Мамедова Лейла Гасан кызы', 'Мамедова', 'Лейла', 'Гасан кызы'],
    ['Иванова Анна', 'Иванова', 'Анна', ''],
  ])('%s', (text, surname, given, patronymic) => {
    expect(parsePersonName(text)).toEqual({ surname, given, patronymic })
  })

  it.each(['', 'Ветлугина', 'руководители ИБЦ', 'СОШ № 15', 'педагог-библиотекарь Ветлугина Н.С.', '29'])(
    'not «%s»',
    (text) => {
      expect(parsePersonName(text)).toBeNull()
    },
  )

  it('reads back every form it writes', () => {
    const surname = fc.constantFrom('Ветлугина', 'Остапченко', 'Ёлкина', 'Мамин-Сибиряк', 'Ким')
    const given = fc.constantFrom('Елена', 'Анна', 'Юлия', 'Эмма')
    const patronymic = fc.constantFrom('Ивановна', 'Васильевна', '')
    fc.assert(
      fc.property(fc.record({ surname, given, patronymic }), (name) => {
        expect(read(fullName(name))).toEqual(name)
        expect(sameName(read(shortName(name)), name)).toBe(true)
        expect(sameName(read(initialsFirst(name)), name)).toBe(true)
        expect(shortName(read(shortName(name)))).toBe(shortName(name))
      }),
    )
  })
})

describe('writing names', () => {
  const name = { surname: 'Ветлугина', given: 'Наталья', patronymic: 'Сергеевна' }
  it('puts a space that does not break between surname and initials only', () => {
    expect(shortName(name)).toBe('Ветлугина\u00A0Н.С.')
    expect(initialsFirst(name)).toBe('Н.С.\u00A0Ветлугина')
    expect(shortName({ ...name, patronymic: '' })).toBe('Ветлугина\u00A0Н.')
    expect(fullName(name)).toBe('Ветлугина Наталья Сергеевна')
  })
})

describe('sameName', () => {
  it.each([
    ['Ветлугина Н.С.', 'Ветлугина Наталья Сергеевна', true],
    ['Дегтярева З.Е.', 'Дегтярёва Зинаида Егоровна', true],
    ['Ким А.', 'Ким Анна Сергеевна', true],
    ['Ветлугина Н.С.', 'Ветлугина Н.П.', false],
    ['Ветлугина Наталья Сергеевна', 'Ветлугина Надежда Сергеевна', false],
    ['Ветлугина Н.С.', 'Ветлугин Н.С.', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(sameName(read(a), read(b))).toBe(expected)
    expect(sameName(read(b), read(a))).toBe(expected)
  })

  it.each([
    ['Ветлугину Н.С.', 'Ветлугина Наталья Сергеевна', true],
    ['Дегтяревой З.Е.', 'Дегтярёва З.Е.', true],
    ['Кулагину В.Р.', 'Кулагина В.Р.', true],
    ['Ветлугиной Натальей Сергеевной', 'Ветлугина Наталья Сергеевна', true],
    ['Ветлугину Н.С.', 'Ветлугина П.С.', false],
    ['Петрову Н.С.', 'Ветлугина Н.С.', false],
  ])('in another case %s and %s: %s', (a, b, expected) => {
    expect(sameNameDeclined(read(a), read(b))).toBe(expected)
  })
})
