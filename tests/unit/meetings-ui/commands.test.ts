import type { Meeting } from '@shared/contract/meetings'
import { describe, expect, it } from 'vitest'
import { general, itemAt } from '../../../src/renderer/modules/meetings/model/agenda'
import { blankMeeting, newDecision, newItem, newSpeech } from '../../../src/renderer/modules/meetings/model/blank'
import type { DocumentCommand } from '../../../src/renderer/modules/meetings/model/commands'
import { dropItem, pruned, runCommand } from '../../../src/renderer/modules/meetings/model/commands'
import {
  existingView,
  fieldOf,
  fieldOfPath,
  type View,
  viewOfField,
} from '../../../src/renderer/modules/meetings/model/fields'

const ivanova = { librarianId: 3, name: 'Иванова М.П.', position: 'руководитель РМО' }

function meetingWith(...titles: string[]): Meeting {
  return { ...blankMeeting(1, '2026-09-08'), agenda: titles.map((title) => newItem(title)) }
}

function uidOf(meeting: Meeting, index: number): string {
  return meeting.agenda[index]?.uid ?? ''
}

/** Runs commands one after another, the caret going where each of them puts it. */
function run(meeting: Meeting, view: View, field: string | null, ...commands: DocumentCommand[]) {
  let at = { meeting, view, focus: field === null ? null : { field, caret: 'end' as const } } as ReturnType<
    typeof runCommand
  >
  for (const command of commands) {
    const next = runCommand(at.meeting, at.view, command, at.focus?.field ?? null)
    at = { ...next, focus: next.focus ?? at.focus }
  }
  return at
}

describe('Enter', () => {
  it('goes from the title to a report by the speaker of the agenda', () => {
    const meeting = meetingWith('О плане')
    const uid = uidOf(meeting, 0)
    const item = { ...newItem('О плане'), uid, speakers: [{ uid: 'sp0001', ...ivanova }] }
    const done = run({ ...meeting, agenda: [item] }, itemAt(uid), fieldOf.title(uid), 'next-line')
    const speech = done.meeting.agenda[0]?.speeches[0]
    expect(speech).toMatchObject({ kind: 'report', speaker: ivanova })
    expect(done.focus?.field).toBe(fieldOf.speech(speech?.uid ?? ''))
  })

  it('asks who speaks when the agenda does not say', () => {
    const meeting = meetingWith('О плане')
    const done = run(meeting, itemAt(uidOf(meeting, 0)), fieldOf.title(uidOf(meeting, 0)), 'next-line')
    expect(done.focus?.field).toBe(fieldOf.speaker(done.meeting.agenda[0]?.speeches[0]?.uid ?? ''))
  })

  it('begins the next remark after a speech that has text', () => {
    const report = { ...newSpeech('report', ivanova), text: 'Предложила план' }
    const last = { ...newSpeech('remark'), text: 'Поддержала' }
    const item = { ...newItem('О плане'), speeches: [report, last] }
    const done = run({ ...meetingWith(), agenda: [item] }, itemAt(item.uid), fieldOf.speech(report.uid), 'next-line')
    expect(done.meeting.agenda[0]?.speeches.map((speech) => speech.text)).toEqual(['Предложила план', '', 'Поддержала'])
    expect(done.meeting.agenda[0]?.speeches[1]?.kind).toBe('remark')
  })

  it('in an empty remark goes on to the decisions, in an empty decision to the next item', () => {
    const meeting = meetingWith('Первый', 'Второй')
    const uid = uidOf(meeting, 0)
    const speech = newSpeech('remark')
    const filled = {
      ...meeting,
      agenda: meeting.agenda.map((item) => (item.uid === uid ? { ...item, speeches: [speech] } : item)),
    }
    const decided = run(filled, itemAt(uid), fieldOf.speech(speech.uid), 'next-line')
    expect(decided.meeting.agenda[0]?.speeches).toEqual([])
    expect(decided.meeting.agenda[0]?.decisions).toHaveLength(1)
    const gone = run(decided.meeting, decided.view, decided.focus?.field ?? null, 'next-line')
    expect(gone.meeting.agenda[0]?.decisions).toEqual([])
    expect(gone.view).toEqual(itemAt(uidOf(meeting, 1)))
    expect(gone.focus?.field).toBe(fieldOf.title(uidOf(meeting, 1)))
  })
})

describe('decisions', () => {
  it('Ctrl+Enter adds one after the one with the caret, but never a second empty one', () => {
    const item = { ...newItem('О плане'), decisions: [newDecision('Первое'), newDecision('Второе')] }
    const meeting = { ...meetingWith(), agenda: [item] }
    const first = item.decisions[0]?.uid ?? ''
    const done = run(meeting, itemAt(item.uid), fieldOf.decision(first), 'new-decision', 'new-decision')
    expect(done.meeting.agenda[0]?.decisions.map((decision) => decision.text)).toEqual(['Первое', '', 'Второе'])
  })

  it('from the head go to «Без вопроса»', () => {
    const done = run(meetingWith('О плане'), { at: 'header' }, null, 'new-decision')
    expect(done.view).toEqual(general)
    expect(done.meeting.decisions).toHaveLength(1)
  })
})

describe('moving', () => {
  it('Alt+arrows move a line among its like, and the item from its title', () => {
    const item = { ...newItem('О плане'), decisions: [newDecision('Первое'), newDecision('Второе')] }
    const meeting = { ...meetingWith('Другой'), agenda: [item, newItem('Другой')] }
    const field = fieldOf.decision(item.decisions[1]?.uid ?? '')
    const moved = run(meeting, itemAt(item.uid), field, 'move-up', 'move-up')
    expect(moved.meeting.agenda[0]?.decisions.map(({ text }) => text)).toEqual(['Второе', 'Первое'])
    expect(moved.focus?.field).toBe(field)
    const down = run(meeting, itemAt(item.uid), fieldOf.title(item.uid), 'move-down')
    expect(down.meeting.agenda.map(({ title }) => title)).toEqual(['Другой', 'О плане'])
  })

  it('Ctrl+arrows walk the outline from the head to «Без вопроса» and stop there', () => {
    const meeting = meetingWith('Первый', 'Второй')
    const down = run(meeting, { at: 'header' }, null, 'next-view', 'next-view', 'next-view', 'next-view', 'next-view')
    expect(down.view).toEqual(general)
    expect(run(meeting, down.view, null, 'previous-view').view).toEqual(itemAt(uidOf(meeting, 1)))
  })

  it('plain arrows walk the fields of an item', () => {
    const item = { ...newItem('О плане'), speeches: [newSpeech('report')], decisions: [newDecision('Первое')] }
    const meeting = { ...meetingWith(), agenda: [item] }
    const down = run(meeting, itemAt(item.uid), fieldOf.title(item.uid), 'next-field', 'next-field')
    expect(down.focus?.field).toBe(fieldOf.decision(item.decisions[0]?.uid ?? ''))
    const up = run(meeting, itemAt(item.uid), fieldOf.speaker(item.speeches[0]?.uid ?? ''), 'previous-field')
    expect(up.focus?.field).toBe(fieldOf.title(item.uid))
  })
})

describe('taking away', () => {
  it('an empty line with Backspace, the caret going to the line before', () => {
    const item = { ...newItem('О плане'), speeches: [{ ...newSpeech('report'), text: 'Слово' }, newSpeech('remark')] }
    const meeting = { ...meetingWith(), agenda: [item] }
    const done = run(meeting, itemAt(item.uid), fieldOf.speech(item.speeches[1]?.uid ?? ''), 'remove-empty')
    expect(done.meeting.agenda[0]?.speeches).toHaveLength(1)
    expect(done.focus?.field).toBe(fieldOf.speech(item.speeches[0]?.uid ?? ''))
  })

  it('an item, showing the one that takes its place', () => {
    const meeting = meetingWith('Первый', 'Второй')
    const done = dropItem({ meeting, view: itemAt(uidOf(meeting, 0)), focus: null }, uidOf(meeting, 0))
    expect(done.view).toEqual(itemAt(uidOf(meeting, 1)))
  })

  it('lines in which nothing was typed, before saving', () => {
    const item = { ...newItem('О плане'), speeches: [newSpeech('remark')], decisions: [newDecision('  ')] }
    const meeting = { ...meetingWith(), agenda: [item, newItem()], decisions: [newDecision(), newDecision('Да')] }
    const saved = pruned(meeting)
    expect(saved.agenda).toHaveLength(1)
    expect(saved.agenda[0]).toMatchObject({ speeches: [], decisions: [] })
    expect(saved.decisions.map(({ text }) => text)).toEqual(['Да'])
  })
})

describe('fields', () => {
  it('are found by the paths of errors and warnings', () => {
    const decision = newDecision('Сдать')
    const item = { ...newItem('О плане'), decisions: [decision] }
    const meeting = { ...meetingWith(), agenda: [newItem('Первый'), item] }
    expect(fieldOfPath(meeting, 'meeting.agenda.1.vote.for')).toBe(fieldOf.vote(item.uid))
    expect(fieldOfPath(meeting, 'agenda.1.decisions.0.dues.0')).toBe(fieldOf.decision(decision.uid))
    expect(fieldOfPath(meeting, 'date')).toBe('head:date')
    expect(viewOfField(meeting, fieldOf.decision(decision.uid))).toEqual(itemAt(item.uid))
    expect(viewOfField(meeting, 'decision:gone01:text')).toBeNull()
  })

  it('fall back to the head when the item shown is gone', () => {
    expect(existingView(meetingWith('Первый'), itemAt('gone01'))).toEqual({ at: 'header' })
  })
})
