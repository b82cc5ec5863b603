import { type Surplus, Surplus as SurplusSchema } from '@shared/contract/exchange'
import { LotKey } from '@shared/contract/holdings'
import { AppError } from '@shared/errors'
import type { CommandContext, QueryContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot } from '../../database/aggregate'
import { prepared } from '../../database/prepared'
import { ensureLot, findLot } from '../../ledger/lots'
import { field, type ListRecord } from '../../lists/record'
import { schoolByName, textbookByName } from '../../lists/references'
import { parseAs } from '../../validation'
import { isUsed, refuseBelowPromised, refuseDays, refuseMoved, refuseTwin, refuseUnknown } from './fund-rules'
import { surplusSource } from './surplus-list'

interface Stored extends Surplus {
  id: number
  revision: number
  lotId: number
  withdrawnOn: string | null
}

function stored({ raw }: QueryContext, id: number): Stored {
  const row = prepared<[number], Stored>(
    raw,
    `SELECT surplus.id, revision, lotId, withdrawnOn, schoolId, textbookId, publicationYear, price, source, surplus.copies,
       condition, surplus.since, until, state, note
     FROM surplus JOIN lot ON lot.id = lotId WHERE surplus.id = ?`,
  ).get(id)
  if (!row) throw new AppError('not-found', 'Этого излишка больше нет. Обновите список.')
  return row
}

/** @throws AppError `not-found` */
export function readSurplus(context: QueryContext, id: number): { id: number; revision: number; surplus: Surplus } {
  const { id: _id, revision, lotId: _lot, withdrawnOn: _day, ...surplus } = stored(context, id)
  return { id, revision, surplus }
}

/** @throws AppError `duplicate`, `invalid-input`, `locked`, `not-enough`, `not-found` */
function refuseWrong(context: QueryContext, id: number | null, surplus: Surplus): void {
  const { raw } = context
  refuseUnknown(context, 'school', surplus.schoolId, 'surplus.schoolId')
  refuseUnknown(context, 'textbook', surplus.textbookId, 'surplus.textbookId')
  refuseDays(surplus.since, surplus.until)
  const lotId = findLot(raw, surplus)?.id
  const before = id === null ? null : stored(context, id)
  const state = refuseBelowPromised(context, 'surplus', id, surplus.copies)
  if (id !== null && before?.lotId !== lotId) refuseMoved(state, 'surplus', isUsed(context, 'surplus', id))
  const renews = surplus.state === 'open' && (before?.lotId !== lotId || before?.state !== 'open')
  if (lotId !== undefined && renews) {
    const twins = prepared<[number], { id: number }>(raw, 'SELECT id FROM surplus WHERE lotId = ?').all(lotId)
    refuseTwin(
      context,
      'surplus',
      id,
      twins.map((twin) => twin.id),
    )
  }
}

/** Makes (`id` null) or changes a surplus; its lot is made where there is none. @throws AppError */
export function saveSurplus(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  surplus: Surplus,
): { id: number; revision: number } {
  const { raw } = context
  refuseWrong(context, id, surplus)
  const { copies, condition, since, until, state, note } = surplus
  const before = id === null ? null : stored(context, id)
  const withdrawnOn = state === 'open' ? null : (before?.withdrawnOn ?? context.today())
  const own = {
    lotId: ensureLot(raw, LotKey.parse(surplus)),
    copies,
    condition,
    since,
    until,
    state,
    withdrawnOn,
    note,
  }
  const saved = saveRoot(raw, 'surplus', id, revision, own)
  context.describe(nameOf(context, saved.id))
  return bumpRevision(raw, 'surplus', 'surplus', saved, id === null)
}

function nameOf({ raw }: QueryContext, id: number): string {
  const row = prepared<[number], { title: string; school: string }>(
    raw,
    `SELECT textbook.title, school.shortName AS school FROM surplus JOIN lot ON lot.id = lotId
     JOIN textbook ON textbook.id = textbookId JOIN school ON school.id = schoolId WHERE surplus.id = ?`,
  ).get(id)
  return row ? `${row.title}, ${row.school}` : ''
}

/** @throws AppError `in-use`, `not-found` */
export function removeSurplus(context: CommandContext, id: number): void {
  context.describe(nameOf(context, id))
  removeRecord(
    context.raw,
    'surplus',
    [],
    'surplusId',
    id,
    'Излишек нельзя удалить: по нему есть брони или передачи. Поставьте ему состояние «отозвано»: из фонда он уйдёт, а история останется.',
  )
}

const checked = (surplus: Surplus): Surplus => {
  if (surplus.schoolId === 0) throw new AppError('invalid-input', 'Школа: не заполнено. Впишите название.', 'school')
  if (surplus.textbookId === 0) {
    throw new AppError('invalid-input', 'Учебник: не заполнено. Впишите название.', 'textbook')
  }
  return parseAs(SurplusSchema, surplus, 'Излишек')
}

const own = field<Surplus>

export const surplusRecord: ListRecord<Surplus> = {
  source: surplusSource,
  blank: (context) => ({
    schoolId: 0,
    textbookId: 0,
    publicationYear: 0,
    price: 0,
    source: 'unknown',
    copies: 0,
    condition: 'good',
    since: context.today(),
    until: null,
    state: 'open',
    note: '',
  }),
  read: (context, id) => readSurplus(context, id).surplus,
  set: {
    school: (row, value, context) => ({ ...row, schoolId: schoolByName(context, String(value)) }),
    textbook: (row, value, context) => ({ ...row, textbookId: textbookByName(context, String(value)) }),
    publicationYear: (row, value) => ({ ...row, publicationYear: Number(value ?? 0) }),
    price: (row, value) => ({ ...row, price: Number(value ?? 0) }),
    source: (row, value) => ({ ...row, source: (value ?? 'unknown') as Surplus['source'] }),
    copies: (row, value) => ({ ...row, copies: Number(value ?? 0) }),
    condition: (row, value) => ({ ...row, condition: (value ?? 'good') as Surplus['condition'] }),
    since: (row, value, context) => ({ ...row, since: String(value ?? context.today()) }),
    until: own('until'),
    state: (row, value) => ({ ...row, state: (value ?? 'open') as Surplus['state'] }),
    note: own('note'),
  },
  check: (context, id, surplus) => refuseWrong(context, id, checked(surplus)),
  save: (context, id, surplus) => saveSurplus(context, id, null, checked(surplus)).id,
  remove: removeSurplus,
  columnOf: (path) => columns[path.split('.').at(-1) ?? ''] ?? null,
}

const columns: Readonly<Record<string, string>> = { schoolId: 'school', textbookId: 'textbook' }
