import { parseDues } from '@shared/domain/due/parse'
import { describe, expect, it } from 'vitest'
import { itemAt } from '../../../src/renderer/modules/meetings/model/agenda'
import { blankMeeting, newDecision, newItem } from '../../../src/renderer/modules/meetings/model/blank'
import { linesToPaste, pasteDecisions, pasteItems } from '../../../src/renderer/modules/meetings/model/paste'
import { suggestEarlier } from '../../../src/renderer/modules/meetings/new/suggest'

describe('pasted lists', () => {
  it('lose their numbers and bullets, not the numbers they speak of', () => {
    expect(linesToPaste('1.Утверждение плана\n2) Обмен учебниками\n\n3.1. Разное')).toEqual([
      'Утверждение плана',
      'Обмен учебниками',
      'Разное',
    ])
    expect(linesToPaste('– Первое\r\n• Второе')).toEqual(['Первое', 'Второе'])
    expect(linesToPaste('1.5 ставки библиотекаря\n2026 год педагога')).toEqual([
      '1.5 ставки библиотекаря',
      '2026 год педагога',
    ])
  })

  it('of one line are pasted as they are', () => {
    expect(linesToPaste('1. Одна строка\n')).toBeNull()
  })

  it('become items after the one they were pasted into', () => {
    const meeting = { ...blankMeeting(1, '2026-09-08'), agenda: [newItem(), newItem('Последний')] }
    const pasted = pasteItems(meeting, meeting.agenda[0]?.uid ?? '', ['Первый', 'Второй', 'Третий'])
    expect(pasted.agenda.map((item) => item.title)).toEqual(['Первый', 'Второй', 'Третий', 'Последний'])
  })

  it('become decisions with their dues', () => {
    const item = { ...newItem('О плане'), decisions: [newDecision()] }
    const meeting = { ...blankMeeting(1, '2026-09-08'), agenda: [item] }
    const pasted = pasteDecisions(
      meeting,
      itemAt(item.uid),
      item.decisions[0]?.uid ?? '',
      ['Утвердить план', 'Сдать отчёт до 10 октября'],
      (text, mode) => parseDues(text, { date: '2026-09-08', mode }),
    )
    expect(pasted.agenda[0]?.decisions.map(({ text, dues }) => [text, dues.map((due) => due.to)])).toEqual([
      ['Утвердить план', []],
      ['Сдать отчёт до 10 октября', ['2026-10-10']],
    ])
  })
})

describe('the meeting to repeat', () => {
  const earlier = [
    { id: 1, date: '2025-09-05', series: 'РМО' },
    { id: 2, date: '2026-05-20', series: 'РМО' },
    { id: 3, date: '2025-09-08', series: 'ИБЦ' },
  ]
  it('is the one of the series nearest to a year before', () => {
    expect(suggestEarlier(earlier, 'РМО', '2026-09-08')).toBe(1)
    expect(suggestEarlier(earlier, 'РМО', '2027-05-15')).toBe(2)
    expect(suggestEarlier(earlier, 'ГМО', '2026-09-08')).toBeNull()
    expect(suggestEarlier(earlier, 'РМО', 'завтра')).toBeNull()
  })
})
