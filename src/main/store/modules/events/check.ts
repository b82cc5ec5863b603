import { type Event, type EventParticipant, participantRoles } from '@shared/contract/events'
import { formatDate } from '@shared/domain/dates'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'

/** What an event cannot be saved with. @throws AppError `invalid-input`, `duplicate`, `not-found` */
export function refuseWrongEvent(context: QueryContext, event: Event): void {
  const { from, to, people, students, associationId } = event
  if (to < from) {
    throw new AppError(
      'invalid-input',
      `Окончание: ${formatDate(to, 'digits')} раньше начала (${formatDate(from, 'digits')}). Проверьте обе даты.`,
      'event.to',
    )
  }
  if (people !== null && students !== null && students > people) {
    throw new AppError(
      'invalid-input',
      `Из них обучающихся: ${students}, а всего участников ${people}. Исправьте одно из чисел.`,
      'event.students',
    )
  }
  if (associationId !== null && !exists(context, 'association', associationId)) {
    throw new AppError(
      'not-found',
      'Объединение: такого нет. Выберите другое или оставьте пустым.',
      'event.associationId',
    )
  }
  refuseWrongParticipants(context, event.participants)
}

function refuseWrongParticipants(context: QueryContext, participants: readonly EventParticipant[]): void {
  const seen = new Map<string, number>()
  for (const [index, one] of participants.entries()) {
    const at = (field: keyof EventParticipant): string => `event.participants.${index}.${field}`
    const row = `Участники, строка ${index + 1}`
    const { librarianId, schoolId, name, role, count } = one
    const isWinner = role === 'winner' || role === 'runnerUp'
    if (librarianId !== null && !exists(context, 'librarian', librarianId)) {
      throw new AppError('not-found', `${row}: такого библиотекаря нет. Выберите его из списка.`, at('name'))
    }
    if (schoolId !== null && !exists(context, 'school', schoolId)) {
      throw new AppError('not-found', `${row}: такой школы нет. Выберите школу из списка.`, at('schoolId'))
    }
    if (name === '' && librarianId === null && schoolId === null) {
      throw new AppError('invalid-input', `${row}: впишите участника или выберите школу.`, at('name'))
    }
    if (count === 0) {
      throw new AppError(
        'invalid-input',
        `${row}: человек — 0. Впишите число больше нуля или оставьте пустым.`,
        at('count'),
      )
    }
    if (isWinner && name === '' && librarianId === null && count !== null) {
      throw new AppError(
        'invalid-input',
        `${row}: ${participantRoles[role]} без имени. Впишите ФИО; если ${participantRoles[role]} — сама школа, уберите число людей.`,
        at('name'),
      )
    }
    if (librarianId !== null && count !== null) {
      throw new AppError(
        'invalid-input',
        `${row}: число людей указывают у школы или команды, а здесь один человек. Уберите число.`,
        at('count'),
      )
    }
    const key = [librarianId ?? normKey(name), librarianId === null ? schoolId : '', role, normKey(one.result)].join(
      '|',
    )
    const twin = seen.get(key)
    if (twin !== undefined) {
      const who = name === '' ? 'эта школа' : `«${name}»`
      throw new AppError(
        'duplicate',
        `${row}: ${who} с той же ролью уже записана в строке ${twin + 1}. Уберите одну из строк или укажите разные роли либо результаты.`,
        at('name'),
      )
    }
    seen.set(key, index)
  }
}

function exists({ raw }: QueryContext, table: 'association' | 'librarian' | 'school', id: number): boolean {
  return prepared(raw, `SELECT 1 FROM "${table}" WHERE id = ?`).get(id) !== undefined
}
