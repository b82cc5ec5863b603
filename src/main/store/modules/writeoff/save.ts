import { isDeepStrictEqual } from 'node:util'
import type { SavedRecord } from '@shared/contract/core'
import { type WriteOff, type WriteOffRecord, writeOffStates } from '@shared/contract/writeoff'
import { counted } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import type { CommandContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot, syncRows } from '../../database/aggregate'
import { prepared } from '../../database/prepared'
import { refuseTakenNumber } from '../../ledger/act-numbers'
import { readWriteOff, writeOffTitle } from './read'

/** Makes (`id` null) or changes an act. @throws AppError `locked`, `not-enough`, `duplicate`, `invalid-input`, `conflict`, `not-found` */
export function saveWriteOff(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  writeOff: WriteOff,
): SavedRecord {
  const { raw } = context
  const before = id === null ? null : readWriteOff(raw, id)
  if (before !== null && before.state !== 'drafted') refuseLocked(raw, before, writeOff)
  refuseWrong(raw, before, writeOff)
  context.describe(writeOffTitle(raw, writeOff))
  const { commission, lines, ...own } = writeOff
  const saved = saveRoot(raw, 'writeOff', id, revision, {
    ...own,
    ...(id === null ? { state: 'drafted', bookedOn: null } : {}),
  })
  const parent = { column: 'writeOffId', id: saved.id }
  syncRows(raw, 'writeOffMember', parent, commission)
  syncRows(raw, 'writeOffLine', parent, lines)
  return bumpRevision(raw, 'writeOff', 'write-off', saved, id === null)
}

/** Only a draft. @throws AppError `locked`, `not-found` */
export function removeWriteOff(context: CommandContext, id: number): void {
  const { raw } = context
  const record = readWriteOff(raw, id)
  const title = writeOffTitle(raw, record.writeOff)
  if (record.state !== 'drafted') {
    throw new AppError(
      'locked',
      `Акт ${title}: ${writeOffStates[record.state]}, удалить его нельзя. ${record.state === 'booked' ? 'Если книги списаны по ошибке, нажмите «Сторнировать»: они вернутся на баланс.' : 'Он остаётся как след: книги по нему уже возвращены.'}`,
    )
  }
  context.describe(title)
  removeRecord(
    raw,
    'writeOff',
    ['writeOffLine', 'writeOffMember'],
    'writeOffId',
    id,
    'Акт нельзя удалить: по нему есть движения фонда.',
  )
}

/** @throws AppError `locked` when anything but the note is another */
function refuseLocked(raw: Sqlite, before: WriteOffRecord, writeOff: WriteOff): void {
  if (isDeepStrictEqual({ ...before.writeOff, note: '' }, { ...writeOff, note: '' })) return
  throw new AppError(
    'locked',
    `Акт ${writeOffTitle(raw, before.writeOff)}: ${writeOffStates[before.state]}, изменить можно только примечание. ${before.state === 'booked' ? 'Чтобы исправить акт, сторнируйте его и составьте новый.' : 'Составьте новый акт.'}`,
  )
}

function refuseWrong(raw: Sqlite, before: WriteOffRecord | null, writeOff: WriteOff): void {
  if (!prepared(raw, 'SELECT 1 FROM school WHERE id = ?').get(writeOff.schoolId)) {
    throw new AppError('not-found', 'Школа: такой нет. Выберите школу из списка.', 'writeOff.schoolId')
  }
  if (
    writeOff.campaignId !== null &&
    !prepared(raw, 'SELECT 1 FROM writeOffCampaign WHERE id = ?').get(writeOff.campaignId)
  ) {
    throw new AppError(
      'not-found',
      'Кампания: такой уже нет. Выберите другую или оставьте пустой.',
      'writeOff.campaignId',
    )
  }
  if (writeOff.reason === 'other' && writeOff.reasonText === '') {
    throw new AppError(
      'invalid-input',
      'Причина словами: для причины «иное» впишите, почему книги исключаются.',
      'writeOff.reasonText',
    )
  }
  refuseTakenNumber(
    raw,
    writeOff.schoolId,
    writeOff.number,
    { kind: 'writeOff', id: before?.id ?? null },
    'writeOff.number',
  )
  if (before?.state === undefined || before.state === 'drafted') refuseWrongLines(raw, before, writeOff)
}

/** Lines that are new or changed are held to what the school has now; the day of the act is held to when it is booked. */
function refuseWrongLines(raw: Sqlite, before: WriteOffRecord | null, writeOff: WriteOff): void {
  const asked = new Map<number, number>()
  for (const [index, line] of writeOff.lines.entries()) {
    const path = `writeOff.lines.${index}.copies`
    const lot = prepared<[number], { schoolId: number; copies: number; title: string }>(
      raw,
      `SELECT schoolId, copies, title FROM lot JOIN textbook ON textbook.id = textbookId WHERE lot.id = ?`,
    ).get(line.lotId)
    if (!lot)
      throw new AppError('not-found', `Строка ${index + 1}: таких книг в остатках нет. Выберите их заново.`, path)
    if (lot.schoolId !== writeOff.schoolId) {
      throw new AppError(
        'invalid-input',
        `Строка ${index + 1}, «${lot.title}»: это книги другой школы. Один акт составляется на одну школу.`,
        path,
      )
    }
    const known = before?.writeOff.lines.some(
      (one) => one.uid === line.uid && one.lotId === line.lotId && one.copies >= line.copies,
    )
    const copies = (asked.get(line.lotId) ?? 0) + line.copies
    asked.set(line.lotId, copies)
    if (known || copies <= lot.copies) continue
    throw new AppError(
      'not-enough',
      `Строка ${index + 1}, «${lot.title}»: в школе ${counted(lot.copies, ['экземпляр', 'экземпляра', 'экземпляров'])}, а списывается ${copies}. Уменьшите число.`,
      path,
    )
  }
}
