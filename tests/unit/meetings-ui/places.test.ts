import type { Meeting } from '@shared/contract/meetings'
import { describe, expect, it } from 'vitest'
import { sheetSize } from '../../../src/renderer/components/paper/paging'
import { blankMeeting, newAddressee, newDecision, newItem } from '../../../src/renderer/modules/meetings/model/blank'
import { marksBy, newMark } from '../../../src/renderer/modules/meetings/model/executions'
import { fieldOf } from '../../../src/renderer/modules/meetings/model/fields'
import { outlineOf } from '../../../src/renderer/modules/meetings/model/outline'
import { decisionNumbersOf, remarksBeside, remarksOf } from '../../../src/renderer/modules/meetings/model/remarks'
import { meetingTitle, protocolName } from '../../../src/renderer/modules/meetings/model/titles'
import { fieldOfBlock, lettersOfField } from '../../../src/renderer/modules/meetings/preview/places'

const decision = { ...newDecision('Провести «Месячник» школьных библиотек.'), uid: 'dec001' }
const item = { ...newItem('О проведении Месячника'), uid: 'item01', decisions: [decision] }
const meeting: Meeting = {
  ...blankMeeting(1, '2026-09-08'),
  place: 'МБОУ СОШ № 1',
  agenda: [item],
  decisions: [{ ...newDecision('Сдать отчёт'), uid: 'dec002' }],
}

describe('a block of the page', () => {
  it('leads to the field whose text it shows, whatever typography has done to it', () => {
    expect(fieldOfBlock(meeting, '1.1. Провести «Месячник» школьных\u00A0библиотек.')).toBe(fieldOf.decision('dec001'))
    expect(fieldOfBlock(meeting, '1. О\u00A0проведении Месячника')).toBe(fieldOf.title('item01'))
    expect(fieldOfBlock(meeting, 'Место проведения: МБОУ СОШ №\u00A01')).toBe(fieldOf.head('place'))
    expect(fieldOfBlock(meeting, 'РЕШИЛИ:')).toBeNull()
  })

  it('is found by the letters of the field', () => {
    expect(lettersOfField(meeting, fieldOf.title('item01'))).toBe('опроведениимесячника')
    expect(lettersOfField(meeting, fieldOf.head('theme'))).toBe('')
  })

  it('lies on a sheet of A4 with the margins of the settings', () => {
    const size = sheetSize({ orientation: 'portrait', marginsMm: { left: 30, right: 10, top: 20, bottom: 20 } })
    expect(size).toMatchObject({ widthMm: 210, heightMm: 297, textWidthMm: 170, textHeightMm: 257, leftMm: 30 })
  })
})

describe('remarks', () => {
  it('stand at their fields and do not nag about an unfinished sentence', () => {
    const remarks = remarksOf(meeting)
    const at = fieldOf.decision('dec001')
    const missing = remarks.filter((remark) => remark.field === at).map((remark) => remark.code)
    expect(missing).toEqual(['decision-without-addressee', 'decision-without-due'])
    expect(remarksBeside(remarks, at, null)).toHaveLength(2)
    expect(remarksBeside(remarks, at, at)).toEqual([])
    expect(remarksBeside(remarks, at, fieldOf.due('dec001'))).toEqual([])
  })

  it('say a wrong school year at once', () => {
    const slipped = { ...meeting, agenda: [{ ...item, title: 'О плане на 2022-2023 учебный год' }] }
    const title = fieldOf.title('item01')
    expect(remarksBeside(remarksOf(slipped), title, title).join()).toContain('2022–2023')
  })

  it('wait for a date that can be read', () => {
    expect(remarksOf({ ...meeting, date: '31.02.2026' })).toEqual([])
  })
})

describe('numbers and names', () => {
  it('are those of the paper', () => {
    expect([...decisionNumbersOf(meeting).values()]).toEqual(['1.1', '2'])
    expect([...decisionNumbersOf({ ...meeting, layout: 'decisions' }).values()]).toEqual(['1', '2'])
  })

  it('name the protocol with what is known of it', () => {
    expect(protocolName({ number: '3', date: '2026-09-08' })).toBe('Протокол № 3 от 08.09.2026')
    expect(protocolName({ number: '', date: 'завтра' })).toBe('Протокол')
    const series = { id: 1, name: 'Заседания РМО', heading: '', decisionLabel: '', association: 'РМО' }
    expect(meetingTitle({ meeting, series })).toBe('Протокол от 08.09.2026 · Заседания РМО')
  })

  it('count what an item holds', () => {
    const { items, general } = outlineOf({ ...meeting, agenda: [item, newItem()] })
    expect(items.map(({ number, named, decisions }) => [number, named, decisions])).toEqual([
      ['1.', true, 1],
      ['2.', false, 0],
    ])
    expect(general.decisions).toBe(1)
  })
})

describe('execution marks', () => {
  it('are grouped by whom the decision binds, the whole last', () => {
    const bound = { ...decision, addressees: [newAddressee('group', 'школам')] }
    const uid = bound.addressees[0]?.uid ?? ''
    const marks = [newMark(uid, '2026-10-01'), newMark(null, '2026-10-02')]
    const details = { decision: bound } as Parameters<typeof marksBy>[0]
    const grouped = marksBy(details, marks)
    expect(grouped.map((one) => one.title)).toEqual(['школам', 'Решение в целом'])
    expect(grouped.map((one) => one.marks.length)).toEqual([1, 1])
  })
})
