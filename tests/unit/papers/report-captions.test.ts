import { withReference } from '@shared/papers/report/captions'
import { expect, test } from 'vitest'

/** Where «(таблица 1)» stands in a sentence, and what becomes of its stop. */

const table = [{ text: 'таблица 1' }]
const read = (...runs: { text: string; figure?: string }[]): string =>
  withReference(runs, table)
    .map((run) => run.text)
    .join('')

test.each([
  ['Проведено 4 заседания.', 'Проведено 4 заседания (таблица 1).'],
  ['Показатели взяты на 1 сентября 2025 г.', 'Показатели взяты на 1 сентября 2025 г. (таблица 1).'],
  ['Списано на сумму 100,00\u00A0руб.', 'Списано на сумму 100,00\u00A0руб. (таблица 1).'],
  ['Получено 5 экз.', 'Получено 5 экз. (таблица 1).'],
  ['Передан фонд школ района.', 'Передан фонд школ района (таблица 1).'],
  ['Читали долг.', 'Читали долг (таблица 1).'],
])('%s', (sentence, referred) => {
  expect(read({ text: sentence })).toBe(referred)
})

test('a sum that ends the sentence keeps its stop, and the sentence gets one', () => {
  expect(read({ text: 'Списано на сумму ' }, { text: '100,00\u00A0руб.', figure: 'sum' })).toBe(
    'Списано на сумму 100,00\u00A0руб. (таблица 1).',
  )
  expect(read({ text: 'Всего ' }, { text: '5 школ', figure: 'schools' })).toBe('Всего 5 школ (таблица 1)')
})
