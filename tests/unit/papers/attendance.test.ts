import { buildAttendanceSheet } from '@shared/papers/attendance-sheet'
import { headCount } from '@shared/papers/protocol/attendance'
import { expect, test } from 'vitest'
import { districtRecord } from '../../fixtures/meetings/district'
import { profile } from '../../fixtures/meetings/make'
import { groupRecord } from '../../fixtures/meetings/working-group'
import { linesOf } from './paper-text'

test.each([
  [29, 'педагогов-библиотекарей района', '29 педагогов-библиотекарей района'],
  [21, 'педагоги-библиотекари, руководители ИБЦ', '21 человек (педагоги-библиотекари, руководители ИБЦ)'],
  [3, '', '3 человека'],
  [22, 'чел. (библиотекари)', '22 чел. (библиотекари)'],
  [12, 'руководителей ИБЦ', '12 руководителей ИБЦ'],
  [12, '12 руководителей', '12 руководителей'],
  [12, '120-я школа', '12 человек (120-я школа)'],
  [null, 'все члены РМО', 'все члены РМО'],
  [0, '', '0 человек'],
])('%s and «%s» read «%s»', (count, text, expected) => {
  expect(headCount({ count, text })).toBe(expected)
})

test('the sheet of a roster names those away with the reason', () => {
  const lines = linesOf(buildAttendanceSheet(groupRecord, { profile }))
  expect(lines.slice(-5)).toEqual([
    'Отсутствовали',
    '№ п/п | Фамилия, имя, отчество | Должность | Школа | Причина',
    '1. | Пахомов С.Ю. | педагог-библиотекарь | МБОУ СОШ № 12 | по уважительной причине: курсы',
    'Председательствующий | Орехова Марина Сергеевна',
    'Председательствующий | Дроздов П.А.',
  ])
})

test('the sheet of a head-count has as many empty lines to sign', () => {
  const lines = linesOf(buildAttendanceSheet(districtRecord, { profile }))
  expect(lines.filter((line) => /^\d+\. \|/u.test(line))).toHaveLength(29)
  expect(lines.at(-1)).toBe('Секретарь заседания | Козырева Л.Д.')
})
