import type { SavedRecord } from '@shared/contract/core'
import type { Mailing, MailingRecipient } from '@shared/contract/mailings'
import { AppError } from '@shared/errors'
import type { CommandContext, QueryContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot, syncRows } from '../../database/aggregate'
import { derive } from '../../database/derived'
import { prepared } from '../../database/prepared'
import { readMailing } from './read'

/** Makes (`id` null) or changes a letter. @throws AppError `invalid-input`, `not-found`, `conflict` */
export function saveMailing(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  mailing: Mailing,
): SavedRecord {
  const { raw } = context
  const { recipients, ...own } = mailing
  context.describe(own.title)
  refuseWrong(context, mailing)
  const saved = saveRoot(raw, 'mailing', id, revision, derive('mailing', own))
  syncRows(raw, 'mailingRecipient', { column: 'mailingId', id: saved.id }, recipients)
  return bumpRevision(raw, 'mailing', 'mailing', saved, id === null)
}

function refuseWrong(context: QueryContext, { templateId, eventId, recipients }: Mailing): void {
  if (templateId !== null && !exists(context, 'paperTemplate', templateId)) {
    throw new AppError('not-found', 'Бланк или шаблон: такого больше нет. Выберите другой.', 'mailing.templateId')
  }
  if (eventId !== null && !exists(context, 'event', eventId)) {
    throw new AppError(
      'not-found',
      'Мероприятие: такого больше нет. Выберите другое или оставьте пустым.',
      'mailing.eventId',
    )
  }
  for (const [index, one] of recipients.entries()) {
    const at = (field: keyof MailingRecipient): string => `mailing.recipients.${index}.${field}`
    const row = `Получатели, строка ${index + 1}`
    if (one.schoolId === null && one.librarianId === null && one.name === '' && one.organisation === '') {
      throw new AppError('invalid-input', `${row}: выберите школу или впишите ФИО.`, at('name'))
    }
    if (one.schoolId !== null && !exists(context, 'school', one.schoolId)) {
      throw new AppError('not-found', `${row}: такой школы нет. Выберите школу из списка.`, at('schoolId'))
    }
    if (one.librarianId !== null && !exists(context, 'librarian', one.librarianId)) {
      throw new AppError('not-found', `${row}: такого библиотекаря нет. Выберите его из списка.`, at('name'))
    }
  }
}

function exists({ raw }: QueryContext, table: 'paperTemplate' | 'event' | 'school' | 'librarian', id: number): boolean {
  return prepared(raw, `SELECT 1 FROM "${table}" WHERE id = ?`).get(id) !== undefined
}

/** @throws AppError `not-found` */
export function removeMailing(context: CommandContext, id: number): void {
  context.describe(readMailing(context.raw, id).mailing.title)
  removeRecord(
    context.raw,
    'mailing',
    ['mailingRecipient'],
    'mailingId',
    id,
    'Письмо нельзя удалить: на него ссылаются другие записи.',
  )
}
