import type { SavedRecord } from '@shared/contract/core'
import type { WriteOffRecord } from '@shared/contract/writeoff'
import { writeOffStates } from '@shared/contract/writeoff'
import { formatDate } from '@shared/domain/dates'
import { counted } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { bumpRevision, updateRow } from '../../database/aggregate'
import { prepared } from '../../database/prepared'
import { nextActNumber } from '../../ledger/act-numbers'
import { book, reverse } from '../../ledger/book'
import { availableOn } from '../../ledger/lots'
import { readWriteOff, writeOffTitle } from './read'

/**
 * drafted → booked: every line leaves the balance on the day of the act. An act without a number is given the school's next.
 * @throws AppError `not-enough`, `locked`, `invalid-input`, `conflict`, `not-found`
 */
export function bookWriteOff(context: CommandContext, id: number, revision: number | null): SavedRecord {
  const { raw } = context
  const record = readWriteOff(raw, id)
  refuseStale(record, revision)
  if (record.state !== 'drafted') {
    throw new AppError(
      'locked',
      `Акт ${writeOffTitle(raw, record.writeOff)}: ${writeOffStates[record.state]}, провести его нельзя.`,
    )
  }
  if (record.lines.length === 0) {
    throw new AppError('invalid-input', 'В акте нет ни одной строки: добавьте учебники, которые списываются.', 'lines')
  }
  const number = record.writeOff.number === '' ? nextActNumber(raw, record.writeOff.schoolId) : record.writeOff.number
  const title = writeOffTitle(raw, { ...record.writeOff, number })
  context.describe(title)
  for (const [index, line] of record.lines.entries()) {
    refuseMissingLine(context, record, index)
    book(raw, {
      lotId: line.lotId,
      date: record.writeOff.date,
      kind: 'write-off',
      copies: -line.copies,
      document: `Акт о списании № ${number}`,
      writeOffLineId: line.id,
    })
  }
  updateRow(raw, 'writeOff', { column: 'id', value: id }, { number, state: 'booked', bookedOn: context.today() })
  return bumpRevision(raw, 'writeOff', 'write-off', record, false)
}

/** Says which line it is; the ledger itself would refuse without that. */
function refuseMissingLine({ raw }: CommandContext, record: WriteOffRecord, index: number): void {
  const line = record.lines[index]
  if (!line) return
  const available = availableOn(raw, line.lotId, record.writeOff.date)
  if (available >= line.copies) return
  const there =
    available === 0
      ? 'списать нечего'
      : `можно списать только ${counted(available, ['экземпляр', 'экземпляра', 'экземпляров'])}`
  throw new AppError(
    'not-enough',
    `Строка ${index + 1}, «${line.title}»: на ${formatDate(record.writeOff.date, 'digits')} ${there}, а в акте ${line.copies}. Уменьшите число в строке, удалите её или измените дату акта.`,
    `writeOff.lines.${index}.copies`,
  )
}

/**
 * booked → reversed: the copies come back by reversing movements of the day.
 * @throws AppError `locked`, `invalid-input`, `conflict`, `not-found`
 */
export function reverseWriteOff(context: CommandContext, id: number, revision: number | null, on: string): SavedRecord {
  const { raw } = context
  const record = readWriteOff(raw, id)
  refuseStale(record, revision)
  const title = writeOffTitle(raw, record.writeOff)
  if (record.state !== 'booked') {
    throw new AppError(
      'locked',
      record.state === 'drafted'
        ? `Акт ${title} не проведён: сторнировать нечего. Черновик можно изменить или удалить.`
        : `Акт ${title} уже сторнирован.`,
    )
  }
  if (on < record.writeOff.date) {
    throw new AppError(
      'invalid-input',
      `Дата сторно: ${formatDate(on, 'digits')} раньше даты акта (${formatDate(record.writeOff.date, 'digits')}). Проверьте дату.`,
      'on',
    )
  }
  context.describe(title)
  const movements = prepared<[number], { id: number }>(
    raw,
    `SELECT movement.id FROM movement JOIN writeOffLine AS line ON line.id = writeOffLineId
     WHERE line.writeOffId = ? AND kind = 'write-off' ORDER BY movement.id`,
  ).all(id)
  for (const movement of movements) reverse(raw, movement.id, on, `Сторно акта ${title}`)
  updateRow(raw, 'writeOff', { column: 'id', value: id }, { state: 'reversed' })
  return bumpRevision(raw, 'writeOff', 'write-off', record, false)
}

function refuseStale(record: WriteOffRecord, revision: number | null): void {
  if (revision === null || revision === record.revision) return
  throw new AppError('conflict', 'Акт тем временем изменили. Откройте его снова и проверьте.')
}
