import fc from 'fast-check'
import { expect, it } from 'vitest'
import { understandRoadmap } from '../../../src/main/store/old-papers/roadmap/understand-roadmap'
import { RoadmapDraft } from '../../../src/shared/contract/old-papers'
import { type PlanBlock, paper, type Row, table } from '../../support/old-papers/plan-paper'
import { uncovered, untruthful } from '../../support/old-papers/roadmap-words'

/** Whatever stands in a paper, every word of it is in a field or told of as not understood. */

const PIECES = [
  'План работы на 2024–2025 учебный год',
  'УТВЕРЖДАЮ',
  'Приложение 2 к приказу от 15.01.2025 № 77-од',
  'Цель: развитие чтения',
  'I. Организация',
  '1. Сверка фонда',
  '2',
  '1.1',
  'Сентябрь',
  'до 20 мая 2025 г.',
  'в течение года',
  '- чтецов – март;',
  'Конкурсы:',
  'Отв.: методист Зуева А.П., школы',
  'Срок: октябрь. Отв. – МКУ «ИМЦ», г. Верхний Луг',
  'Руководители органов, осуществляющих управление',
  '(далее – ОМСУ)',
  '',
  '1 этап – февраль',
  'Заседание № 1 (сентябрь)',
  'Тема: «Фонды»',
  '15.09 – Заседание',
  '–',
  '«',
  '-//-',
  'слово',
  'Руководитель РМО ______ А.П. Зуева',
]
const HEADS = [
  '№',
  'Мероприятие',
  'Срок',
  'Ответственные',
  'Результат',
  'Документ',
  'Соисполнители',
  'Примечание',
  'май',
]

const piece = fc.constantFrom(...PIECES)
const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('\n'))
const row = (columns: number): fc.Arbitrary<Row> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.array(text, { minLength: columns, maxLength: columns }) },
    { weight: 1, arbitrary: text.map((words): Row => [{ text: words, span: columns }]) },
  )
const plan = fc
  .tuple(fc.shuffledSubarray(HEADS, { minLength: 2 }), fc.boolean())
  .chain(([heads, headed]) =>
    fc.array(row(heads.length), { maxLength: 6 }).map((rows) => table(...(headed ? [heads, ...rows] : rows))),
  )
const block: fc.Arbitrary<PlanBlock> = fc.oneof(
  { weight: 3, arbitrary: piece },
  { weight: 1, arbitrary: piece.map((words) => ({ text: words, label: '3.', bold: [[0, 4]] as [number, number][] })) },
  { weight: 1, arbitrary: piece.map((words) => ({ text: words, part: 'box' as const, centred: true })) },
  { weight: 1, arbitrary: plan },
)

it('keeps every word of any paper, each field with what stands in its place', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
      const original = paper(...blocks)
      const understood = understandRoadmap(original, '2026-11-21')
      expect(uncovered(original, understood)).toEqual([])
      expect(untruthful(original, understood)).toEqual([])
      const { title, ...rest } = understood.roadmap
      expect(RoadmapDraft.safeParse({ ...rest, title: title === '' ? 'без названия' : title }).error).toBeUndefined()
    }),
    { numRuns: 300 },
  )
})
