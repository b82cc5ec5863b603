import { type Need, Need as NeedSchema } from '@shared/contract/exchange'
import { AppError } from '@shared/errors'
import type { CommandContext, QueryContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot } from '../../database/aggregate'
import { prepared } from '../../database/prepared'
import { parseRow } from '../../database/rows'
import { field, type ListRecord } from '../../lists/record'
import { schoolByName, textbookByName } from '../../lists/references'
import { parseAs } from '../../validation'
import { isUsed, refuseBelowPromised, refuseDays, refuseMoved, refuseTwin, refuseUnknown } from './fund-rules'
import { needSource } from './need-list'

interface Stored {
  revision: number
  withdrawnOn: string | null
}

function stored({ raw }: QueryContext, id: number): Stored & { need: Need } {
  const row = prepared<[number], Stored>(raw, 'SELECT * FROM need WHERE id = ?').get(id)
  if (!row) throw new AppError('not-found', 'Этой потребности больше нет. Обновите список.')
  return { revision: row.revision, withdrawnOn: row.withdrawnOn, need: parseRow(NeedSchema, row) }
}

/** @throws AppError `not-found` */
export function readNeed(context: QueryContext, id: number): { id: number; revision: number; need: Need } {
  const { revision, need } = stored(context, id)
  return { id, revision, need }
}

/** @throws AppError `duplicate`, `invalid-input`, `locked`, `not-enough`, `not-found` */
function refuseWrong(context: QueryContext, id: number | null, need: Need): void {
  refuseUnknown(context, 'school', need.schoolId, 'need.schoolId')
  refuseUnknown(context, 'textbook', need.textbookId, 'need.textbookId')
  refuseDays(need.since, need.until)
  const before = id === null ? null : stored(context, id).need
  const state = refuseBelowPromised(context, 'need', id, need.copies)
  const isMoved = before?.schoolId !== need.schoolId || before.textbookId !== need.textbookId
  if (id !== null && isMoved) refuseMoved(state, 'need', isUsed(context, 'need', id))
  if (need.state === 'open' && (isMoved || before?.state !== 'open')) {
    const twins = prepared<[number, number], { id: number }>(
      context.raw,
      'SELECT id FROM need WHERE schoolId = ? AND textbookId = ?',
    ).all(need.schoolId, need.textbookId)
    refuseTwin(
      context,
      'need',
      id,
      twins.map((twin) => twin.id),
    )
  }
}

/** Makes (`id` null) or changes a need. @throws AppError */
export function saveNeed(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  need: Need,
): { id: number; revision: number } {
  const { raw } = context
  refuseWrong(context, id, need)
  const before = id === null ? null : stored(context, id)
  const withdrawnOn = need.state === 'open' ? null : (before?.withdrawnOn ?? context.today())
  const saved = saveRoot(raw, 'need', id, revision, { ...need, withdrawnOn })
  context.describe(nameOf(context, saved.id))
  return bumpRevision(raw, 'need', 'need', saved, id === null)
}

function nameOf({ raw }: QueryContext, id: number): string {
  const row = prepared<[number], { title: string; school: string }>(
    raw,
    `SELECT textbook.title, school.shortName AS school FROM need JOIN textbook ON textbook.id = textbookId
     JOIN school ON school.id = schoolId WHERE need.id = ?`,
  ).get(id)
  return row ? `${row.title}, ${row.school}` : ''
}

/** @throws AppError `in-use`, `not-found` */
export function removeNeed(context: CommandContext, id: number): void {
  context.describe(nameOf(context, id))
  removeRecord(
    context.raw,
    'need',
    [],
    'needId',
    id,
    'Потребность нельзя удалить: по ней есть брони или передачи. Поставьте ей состояние «отозвано»: из фонда она уйдёт, а история останется.',
  )
}

const checked = (need: Need): Need => {
  if (need.schoolId === 0) throw new AppError('invalid-input', 'Школа: не заполнено. Впишите название.', 'school')
  if (need.textbookId === 0) throw new AppError('invalid-input', 'Учебник: не заполнено. Впишите название.', 'textbook')
  return parseAs(NeedSchema, need, 'Потребность')
}

const own = field<Need>

export const needRecord: ListRecord<Need> = {
  source: needSource,
  blank: (context) => ({
    schoolId: 0,
    textbookId: 0,
    copies: 0,
    substitutes: true,
    priority: 'usual',
    since: context.today(),
    until: null,
    state: 'open',
    note: '',
  }),
  read: (context, id) => readNeed(context, id).need,
  set: {
    school: (row, value, context) => ({ ...row, schoolId: schoolByName(context, String(value)) }),
    textbook: (row, value, context) => ({ ...row, textbookId: textbookByName(context, String(value)) }),
    copies: (row, value) => ({ ...row, copies: Number(value ?? 0) }),
    substitutes: (row, value) => ({ ...row, substitutes: value !== false }),
    priority: (row, value) => ({ ...row, priority: (value ?? 'usual') as Need['priority'] }),
    since: (row, value, context) => ({ ...row, since: String(value ?? context.today()) }),
    until: own('until'),
    state: (row, value) => ({ ...row, state: (value ?? 'open') as Need['state'] }),
    note: own('note'),
  },
  check: (context, id, need) => refuseWrong(context, id, checked(need)),
  save: (context, id, need) => saveNeed(context, id, null, checked(need)).id,
  remove: removeNeed,
  columnOf: (path) => columns[path.split('.').at(-1) ?? ''] ?? null,
}

const columns: Readonly<Record<string, string>> = { schoolId: 'school', textbookId: 'textbook' }
