import { describe, expect, it } from 'vitest'
import { understandRoadmap } from '../../../src/main/store/old-papers/roadmap/understand-roadmap'
import { outline, type PlanBlock, paper, table } from '../../support/old-papers/plan-paper'

/** Срок and executor where no column or label has them, and papers longer than any plan. */

const TODAY = '2026-11-21'
const understood = (...blocks: PlanBlock[]) => understandRoadmap(paper(...blocks), TODAY)
const read = (...blocks: PlanBlock[]): string[] => outline(understood(...blocks).roadmap)
const HEAD = ['№', 'Мероприятие', 'Срок', 'Ответственные'] as const
const TITLE = 'План работы РМО школьных библиотекарей на 2024–2025 учебный год'

describe('the срок of an item', () => {
  it('stands before a label in brackets', () => {
    expect(
      read(TITLE, '', '1. Анализ работы (сентябрь, отв. Зуева А.П.).', '2. Сверка (октябрь – декабрь; отв.: школы).'),
    ).toEqual(['1 Анализ работы | сентябрь | Зуева А.П.', '2 Сверка | октябрь – декабрь | школы'])
  })

  it.each([
    ['in brackets', '1. Анализ (сентябрь, Зуева А.П.)', '2. Сверка (методист; до 20 мая).'],
    ['under the label of executors', '1. Анализ (отв. Зуева А.П., сентябрь)', '2. Сверка. Отв.: методист, до 20 мая'],
  ])('stands beside the executor %s', (_, ...lines) => {
    const found = read(TITLE, '', ...lines).map((text) => text.replace('1 Анализ | сентябрь | ', ''))
    expect(found).toEqual(['Зуева А.П.', '2 Сверка | до 20 мая | методист'])
  })

  it.each([[' – '], ['\t']])('stands between «%s» and the executor', (gap) => {
    expect(
      read(
        TITLE,
        '',
        ['1. Анализ', 'октябрь – декабрь', 'Зуева А.П.'].join(gap),
        ['2. Сверка', 'май', 'школы'].join(gap),
      ),
    ).toEqual(['1 Анализ | октябрь – декабрь | Зуева А.П.', '2 Сверка | май | школы'])
  })

  it('ends the title where its column is empty', () => {
    expect(
      read(TITLE, table(HEAD, ['1', 'Сверка книг – до 20 января', '', 'школы'], ['2', 'Сбор', 'май', ''])),
    ).toEqual(['1 Сверка книг – до 20 января | до 20 января | школы', '2 Сбор | май | '])
  })

  it('stands with the executor in a column for both', () => {
    const head = ['№', 'Мероприятие', 'Сроки, ответственные']
    expect(read(TITLE, table(head, ['1', 'Открытие', 'март, методист'], ['2', 'Игра', 'апрель\nшколы']))).toEqual([
      '1 Открытие | март | методист',
      '2 Игра | апрель | школы',
    ])
  })

  it('is a day with its day of the week', () => {
    expect(
      read(TITLE, table(HEAD, ['1', 'Открытие', '24 марта,\nпонедельник', 'школы'], ['2', 'Сбор', 'май', ''])),
    ).toEqual(['1 Открытие | 24 марта, понедельник | школы', '2 Сбор | май | '])
  })

  it.each([
    ['срок second', 'Расширение сети:\nприём заявок\nсентябрь\nэкспертиза\nоктябрь – ноябрь'],
    ['срок first', 'Расширение сети:\nсентябрь\nприём заявок\nоктябрь – ноябрь\nэкспертиза'],
  ])('is of each sub-event of a table inside: %s', (_, title) => {
    const { roadmap } = understood(TITLE, table(HEAD, ['1', title, '', 'школы'], ['2', 'Сбор', 'май', '']))
    const [item] = roadmap.sections.flatMap(({ items }) => items)
    expect(item?.title).toBe('Расширение сети:')
    expect(item?.parts.map((part) => [part.title, part.dues.map(({ text }) => text)])).toEqual([
      ['приём заявок', ['сентябрь']],
      ['экспертиза', ['октябрь – ноябрь']],
    ])
  })
})

it('words under the last item of a list, after a blank line, close the plan', () => {
  const { roadmap } = understood(TITLE, '', '1. Сверка. Срок: май. Отв.: школы', '', 'План обсуждён на заседании РМО.')
  expect(outline(roadmap)).toEqual(['1 Сверка | май | школы'])
  expect(roadmap.closing).toBe('План обсуждён на заседании РМО.')
})

it('a heading of the whole plan above a table with sections is none', () => {
  const plan = table(HEAD, [{ text: 'Кадры', span: 4 }], ['1', 'Курсы', 'май', ''], ['2', 'Семинар', 'июнь', ''])
  expect(read(TITLE, '', 'II. Мероприятия дорожной карты', plan)).toEqual([
    '# Кадры',
    '1 Курсы | май | ',
    '2 Семинар | июнь | ',
  ])
})

describe('a paper longer than any plan', () => {
  const most = 20_000

  it('is read so far, and the rest of its rows is told of', () => {
    const rows = Array.from({ length: 6000 }, (_, at) => [String(at + 1), `Сверка ${at + 1}`, 'май', 'школы'] as const)
    const { roadmap, unrecognised } = understood(TITLE, table(HEAD, ...rows))
    const items = roadmap.sections.flatMap((section) => section.items)
    expect(items.length).toBeLessThanOrEqual(most / HEAD.length)
    expect(items.at(-1)?.title).toBe(`Сверка ${items.length}`)
    expect(unrecognised.some(({ text }) => text === 'Сверка 6000')).toBe(true)
  })

  it('is read so far, and the rest of its lines is told of', () => {
    const lines = Array.from({ length: 2 * most }, (_, at) => `- сверка ${at + 1}`)
    const { unrecognised } = understood(TITLE, '1. Сверки', ...lines)
    expect(unrecognised.at(-1)?.text).toBe(`- сверка ${2 * most}`)
  })
})
