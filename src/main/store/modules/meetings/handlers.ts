import type { SavedRecord } from '@shared/contract/core'
import type { Meeting, MeetingRecord } from '@shared/contract/meetings'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { bumpRevision, insertRow, updateRow } from '../../database/aggregate'
import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { correctionsBetween } from './corrections'
import { decisionHandlers } from './decisions'
import { meetingSource } from './list'
import { nextMeeting } from './next'
import { prepareMeeting } from './prepare'
import { readMeeting } from './read'
import { refuseSigned, removeMeeting } from './remove'
import { templateHandlers } from './templates'
import { countPresent, meetingTitle, writeMeeting } from './write'

export const meetingHandlers = {
  ...decisionHandlers,
  ...templateHandlers,
  'meetings.list': (context, query) => listWindow(context, meetingSource, query),
  'meetings.get': ({ trx }, { id }) => readMeeting(trx, id),
  'meetings.prepare': (context, input) => prepareMeeting(context, input),
  'desk.meeting': (context) => nextMeeting(context),

  'meetings.save': async (context, { id, revision, meeting }) => {
    if (id !== null) refuseSigned(await readMeeting(context.trx, id))
    context.describe(meetingTitle(meeting))
    return writeMeeting(context, id, revision, meeting)
  },

  'meetings.remove': async (context, { id }) => {
    await removeMeeting(context, id)
    return {}
  },

  'meetings.sign': async (context, { id, revision, signedOn }) => {
    const record = await readMeeting(context.trx, id)
    refuseSigned(record)
    context.describe(meetingTitle(record.meeting))
    refuseUnfinished(record.meeting, signedOn)
    return setState(context, record, revision, { state: 'signed', signedOn })
  },

  'meetings.unsign': async (context, { id, reason }) => {
    const record = await readMeeting(context.trx, id)
    if (record.state !== 'signed') throw new AppError('invalid-input', 'Протокол не подписан: снимать нечего.')
    context.describe(`${meetingTitle(record.meeting)} (${reason})`)
    recordCorrection(context, id, `Подпись снята: ${reason}`, [])
    return setState(context, record, record.revision, { state: 'draft', signedOn: null })
  },

  'meetings.correct': async (context, { id, revision, meeting, reason }) => {
    const record = await readMeeting(context.trx, id)
    if (record.state !== 'signed') {
      throw new AppError('invalid-input', 'Протокол ещё не подписан: меняйте его как черновик, исправление не нужно.')
    }
    context.describe(meetingTitle(meeting))
    const changes = correctionsBetween(record.meeting, meeting)
    if (changes.length === 0)
      throw new AppError('invalid-input', 'В протоколе ничего не изменено: записывать исправление не о чем.')
    recordCorrection(context, id, reason, changes)
    return writeMeeting(context, id, revision, meeting)
  },
} satisfies Handlers

function refuseUnfinished(meeting: Meeting, signedOn: string): void {
  const refuse = (message: string, path: string): never => {
    throw new AppError('invalid-input', message, path)
  }
  if (meeting.chairs.length === 0 && meeting.secretary === null) {
    refuse(
      'Подписать нельзя: в протоколе нет ни председательствующего, ни секретаря. Укажите, кто подписывает.',
      'meeting.chairs',
    )
  }
  if (meeting.agenda.length === 0 && meeting.decisions.length === 0 && meeting.speeches.length === 0) {
    refuse('Подписать нельзя: протокол пуст. Запишите хотя бы один вопрос повестки.', 'meeting.agenda')
  }
  const empty = meeting.agenda.findIndex((item) => item.title.trim() === '')
  if (empty >= 0)
    refuse(
      `Подписать нельзя: вопрос ${empty + 1} повестки не назван. Назовите или удалите его.`,
      `meeting.agenda.${empty}.title`,
    )
  if (meeting.attendance.mode === 'roster' && (countPresent(meeting) ?? 0) === 0) {
    refuse('Подписать нельзя: в списке никто не отмечен присутствующим.', 'meeting.attendance.roster')
  }
  if (signedOn < meeting.date) refuse('Дата подписания раньше даты заседания. Проверьте дату.', 'signedOn')
}

function recordCorrection(context: CommandContext, meetingId: number, reason: string, changes: unknown[]): void {
  insertRow(context.raw, 'correction', {
    meetingId,
    at: context.now().toISOString(),
    author: context.author,
    reason,
    changes: JSON.stringify(changes),
  })
}

function setState(
  context: CommandContext,
  record: MeetingRecord,
  revision: number,
  state: { state: string; signedOn: string | null },
): SavedRecord {
  if (revision !== record.revision) {
    throw new AppError('conflict', 'Протокол тем временем изменили. Откройте его снова, проверьте и подпишите.')
  }
  updateRow(context.raw, 'meeting', { column: 'id', value: record.id }, state)
  return bumpRevision(context.raw, 'meeting', 'meeting', { id: record.id, revision: record.revision }, false)
}
