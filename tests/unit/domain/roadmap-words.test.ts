import { parseDues } from '@shared/domain/due/parse'
import { duesWithYears } from '@shared/domain/due/with-year'
import { roadmapBars } from '@shared/domain/roadmap-bars'
import { decisionWords } from '@shared/domain/roadmap-decision'
import { roadmapNumbers, sectionLine } from '@shared/domain/roadmap-numbers'
import { inDative } from '@shared/domain/text/dative'
import { yearsOn } from '@shared/domain/years-on'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const dues = (text: string, period = { from: '2026-01-01', to: '2026-12-31' }) =>
  parseDues(text, { date: period.from, mode: 'field', period })

describe('years of a copied paper', () => {
  const window = { from: 2023, to: 2027 }
  it.each([
    ['Дорожная карта на 2024 год', 'Дорожная карта на 2025 год'],
    ['План на 2024–2025 учебный год', 'План на 2025–2026 учебный год'],
    ['План на 2024-25 уч. год', 'План на 2025-26 уч. год'],
    ['Итоги работы за 2021-2024 годы', 'Итоги работы за 2022-2025 годы'],
    ['сеть на 2025 – 2027 годы', 'сеть на 2026 – 2028 годы'],
    ['Концепция (от 2016 года)', 'Концепция (от 2016 года)'],
    ['закон от 29.12.2023 № 273-ФЗ', 'закон от 29.12.2023 № 273-ФЗ'],
    ['приказ от 15 января 2024 г. № 5', 'приказ от 15 января 2024 г. № 5'],
    ['до 15.03.2024', 'до 15.03.2025'],
    ['до 29.02.2024', 'до 28.02.2025'],
    ['до 29 февраля 2024 года', 'до 28 февраля 2025 года'],
    ['протокол № 2024/5', 'протокол № 2024/5'],
    ['конкурс «Лучший центр – 2024»', 'конкурс «Лучший центр – 2025»'],
  ])('%s → %s', (text, expected) => {
    expect(yearsOn(text, 1, window)).toBe(expected)
  })

  it('move there and back again', () => {
    const word = fc.constantFrom('на', '2024', '2023-2024', '2024–2026', 'год', '№ 5', 'план', '2016', '15.03.2025')
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 1, max: 5 }), (words, by) => {
        const text = words.join(' ')
        const back = { from: window.from + by, to: window.to + by }
        expect(yearsOn(yearsOn(text, by, window), -by, back)).toBe(text)
      }),
    )
  })
})

describe('whom a decision is for', () => {
  it.each([
    ['Руководители ИБЦ', 'Руководителям ИБЦ'],
    ['Руководители ИБЦ, МИБЦ', 'Руководителям ИБЦ, МИБЦ'],
    ['Руководитель МИБЦ Вязова А.В.', 'Руководителю МИБЦ Вязовой А.В.'],
    ['Педагоги-библиотекари', 'Педагогам-библиотекарям'],
    ['Школьные библиотекари', 'Школьным библиотекарям'],
    ['Управление образования', 'Управлению образования'],
    ['Методический кабинет ИМЦ', 'Методическому кабинету ИМЦ'],
    ['Рабочая группа', 'Рабочей группе'],
    ['Узловская СОШ', 'Узловской СОШ'],
    ['Стрешнева М.Ю.', 'Стрешневой М.Ю.'],
    ['Рябинин К.О.', 'Рябинину К.О.'],
    ['Хромых Р.Д.', 'Хромых Р.Д.'],
    ['КГАОУ ДПО ХК ИРО', 'КГАОУ ДПО ХК ИРО'],
    ['СОШ № 7', 'СОШ № 7'],
    ['РМО', 'РМО'],
    ['Заведующие библиотеками', 'Заведующим библиотеками'],
  ])('%s → %s', (text, expected) => {
    expect(inDative(text)).toBe(expected)
  })
})

describe('dues of a plan said outside it', () => {
  it.each([
    ['март', ['март 2026 года']],
    ['февраль-апрель', ['февраль-апрель 2026 года']],
    ['до 10 октября', ['до 10 октября 2026 года']],
    ['апрель, ноябрь', ['апрель', 'ноябрь 2026 года']],
    ['в течение года', ['в течение 2026 года']],
    ['ежеквартально', ['ежеквартально']],
    ['I квартал', ['I квартал 2026 года']],
    ['май 2027 года', ['май 2027 года']],
    ['2026-2027 гг.', ['2026-2027 гг.']],
    ['В период проведения Месячника', ['В период проведения Месячника']],
  ])('%s', (text, expected) => {
    expect(duesWithYears(dues(text))).toEqual(expected)
  })

  it('of a school year say which of its years', () => {
    const period = { from: '2026-09-01', to: '2027-08-31' }
    expect(duesWithYears(dues('март', period))).toEqual(['март 2027 года'])
    expect(duesWithYears(dues('ноябрь-март', period))).toEqual(['ноябрь 2026 года – март 2027 года'])
    expect(duesWithYears(dues('ноябрь, апрель', period))).toEqual(['ноябрь 2026 года', 'апрель 2027 года'])
    expect(duesWithYears(dues('в течение учебного года', period))).toEqual(['в течение 2026–2027 учебного года'])
  })
})

describe('a decision made of an item', () => {
  const made = (title: string, executors: string[], due: string) => {
    const found = dues(due)
    const words = duesWithYears(found)
    return decisionWords({
      title,
      executors,
      dues: found.map((one, index) => ({ ...one, text: words[index] ?? '' })),
      parts: [],
    })
  }
  it.each([
    [
      'Проведение краевых вебинаров',
      ['Руководители ИБЦ'],
      'март',
      'Руководителям ИБЦ обеспечить проведение краевых вебинаров (март 2026 года).',
    ],
    [
      'Корректировка и актуализация Положения',
      ['МИБЦ'],
      'май',
      'МИБЦ обеспечить корректировку и актуализацию Положения (май 2026 года).',
    ],
    [
      'Подготовить статью.',
      ['Чагина В.О.', 'Методисты'],
      'до 1 октября',
      'Чагиной В.О., методистам подготовить статью (до 1 октября 2026 года).',
    ],
    [
      'Неделя детской книги',
      ['Педагоги-библиотекари'],
      'март',
      'Педагогам-библиотекарям провести Неделю детской книги (март 2026 года).',
    ],
    ['Мониторинг сайтов', [], 'апрель, октябрь', 'Обеспечить мониторинг сайтов (апрель, октябрь 2026 года).'],
    [
      'Разработка документов',
      ['Управление образования'],
      '',
      'Управлению образования обеспечить разработку документов.',
    ],
  ])('%s', (title, executors, due, expected) => {
    const words = made(title, executors, due)
    expect(words.text).toBe(expected)
    for (const one of words.dues) expect(words.text.slice(...one.range)).toBe(one.text)
  })

  it('is put behind a colon where the words do not allow more', () => {
    expect(made('Методический мост «Итоги»', ['МИБЦ'], 'ноябрь').text).toBe(
      'МИБЦ: Методический мост «Итоги» (ноябрь 2026 года).',
    )
    expect(made('Положение о центре', [], '').text).toBe('Положение о центре.')
  })

  it('tells its sub-events one by one', () => {
    const part = (title: string, due: string) => ({
      title,
      dues: dues(due).map((one) => ({ ...one, text: duesWithYears([one])[0] ?? '' })),
    })
    const words = decisionWords({
      title: 'Проведение вебинаров:',
      executors: ['МИБЦ'],
      dues: [],
      parts: [part('Каталог', 'февраль'), part('Краеведение.', 'сентябрь')],
    })
    expect(words.text).toBe(
      'МИБЦ обеспечить проведение вебинаров:\n— Каталог (февраль 2026 года);\n— Краеведение (сентябрь 2026 года).',
    )
    expect(words.dues.map((due) => words.text.slice(...due.range))).toEqual(['февраль 2026 года', 'сентябрь 2026 года'])
  })
})

describe('numbers of rows', () => {
  const row = (uid: string, number = '', parts: string[] = []) => ({
    uid,
    number,
    parts: parts.map((part) => ({ uid: part })),
  })
  const sections = [
    { items: [row('a'), row('b', '2а'), row('c', '', ['d', 'e'])] },
    { items: [row('f', '7'), row('g')] },
  ]
  it('run through, start anew, or are not there', () => {
    expect([...roadmapNumbers(sections, 'through').values()]).toEqual(['1', '2а', '2', '2.1', '2.2', '7', '4'])
    expect([...roadmapNumbers(sections, 'section').values()]).toEqual(['1', '2а', '2', '2.1', '2.2', '7', '2'])
    expect([...roadmapNumbers(sections, 'none').values()]).toEqual(['', '2а', '', '', '', '7', ''])
  })

  it('stand before the name of a section', () => {
    expect(sectionLine({ number: 'I', title: 'Организация' })).toBe('I. Организация')
    expect(sectionLine({ number: 'Раздел 2.', title: 'Обмен' })).toBe('Раздел 2. Обмен')
    expect(sectionLine({ number: '', title: 'Обмен' })).toBe('Обмен')
  })
})

describe('bars of the year view', () => {
  const period = { from: '2026-01-01', to: '2026-12-31' }
  const of = (text: string, window = period) =>
    roadmapBars([{ uid: 'row', dues: dues(text), movedTo: null }], period, window)
  it('lie where the dues do', () => {
    expect(of('февраль-апрель')).toMatchObject([{ from: '2026-02-01', to: '2026-04-30', kind: 'period' }])
    expect(of('до 10 октября')).toMatchObject([{ from: '2026-10-10', to: '2026-10-10', kind: 'deadline' }])
    expect(of('ежеквартально')).toMatchObject([{ from: '2026-01-01', to: '2026-12-31', kind: 'repeated' }])
    expect(of('апрель, октябрь')).toHaveLength(2)
    expect(of('В период проведения Месячника')).toEqual([])
    expect(of('февраль-апрель', { from: '2026-04-01', to: '2026-06-30' })).toMatchObject([
      { from: '2026-04-01', to: '2026-04-30' },
    ])
    expect(of('февраль', { from: '2026-04-01', to: '2026-06-30' })).toEqual([])
    expect(roadmapBars([{ uid: 'row', dues: dues('март'), movedTo: '2026-05-15' }], period, period)).toMatchObject([
      { from: '2026-05-15', kind: 'deadline' },
    ])
  })
})
