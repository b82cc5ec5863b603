import type { Output, Parsed } from '@shared/contract'
import { newUid } from '@shared/contract/fields'
import type { Transfer } from '@shared/contract/transfers'
import { fits } from '@shared/domain/substitutes'
import { counted, formatNumber } from '@shared/domain/text/plural'
import type { CommandContext } from '../../context'
import { prepared } from '../../database/prepared'
import { editionOf, fundState } from '../../ledger/fund'
import { acceptedLine, readPlan } from './read'

interface Line {
  id: number
  surplusId: number
  needId: number
  lotId: number
  fromSchoolId: number
  toSchoolId: number
  copies: number
  accepted: number
  rejected: number
}

const lines = `SELECT planLine.id, surplusId, needId, lotId, lot.schoolId AS fromSchoolId, toSchoolId, planLine.copies,
  ${acceptedLine} AS accepted, rejected FROM planLine JOIN lot ON lot.id = lotId`

/**
 * Drafted transfers, one for each pair of schools, of the lines that still can be done. The others are answered with why.
 * @throws AppError `not-found`
 */
export async function acceptPlan(
  context: CommandContext,
  { planId, ids }: Parsed<'plans.accept'>,
): Promise<Output<'plans.accept'>> {
  const { raw } = context
  const plan = readPlan(raw, planId)
  const all = prepared<[number], Line>(raw, `${lines} WHERE planId = ? ORDER BY planLine.id`).all(planId)
  const wanted = ids === null ? null : new Set(ids)
  const chosen = all.filter((line) => (wanted ? wanted.has(line.id) : line.rejected === 0) && line.accepted === 0)
  const stock = new Stock(context)
  const pairs = new Map<string, Transfer>()
  const left: { id: number; reason: string }[] = []
  let copies = 0
  for (const line of chosen) {
    const reason = stock.refusal(line)
    if (reason !== null) {
      left.push({ id: line.id, reason })
      continue
    }
    transferOf(pairs, line, plan.options.viaSchoolId).lines.push(transferLine(context, line))
    copies += line.copies
  }
  const transferIds: number[] = []
  for (const transfer of pairs.values()) {
    transferIds.push((await context.run('transfers.save', { id: null, revision: null, transfer })).id)
  }
  context.describe(
    `${plan.name}, ${counted(transferIds.length, ['передача', 'передачи', 'передач'])}, ${formatNumber(copies)} экз.`,
  )
  context.touch(['plan'])
  return { transferIds, copies, left }
}

/** What is free and unmet, less what this command has already taken. */
class Stock {
  private readonly free = new Map<number, number>()
  private readonly unmet = new Map<number, number>()

  constructor(private readonly context: CommandContext) {}

  /** Takes the copies of a line; or says why it cannot be done any more. */
  refusal(line: Line): string | null {
    const { raw, today } = this.context
    const free = this.free.get(line.surplusId) ?? fundState(raw, 'surplus', line.surplusId, today())?.left
    const unmet = this.unmet.get(line.needId) ?? fundState(raw, 'need', line.needId, today())?.left
    if (free === undefined) return 'Этого излишка больше нет.'
    if (unmet === undefined) return 'Этой потребности больше нет.'
    if (free < line.copies) {
      return free === 0
        ? 'Свободных экземпляров излишка не осталось.'
        : `Свободно только ${formatNumber(free)} экз. из ${formatNumber(line.copies)}.`
    }
    if (unmet < line.copies) {
      return unmet === 0
        ? 'Потребность уже закрыта.'
        : `Не хватает уже только ${formatNumber(unmet)} экз. из ${formatNumber(line.copies)}.`
    }
    if (!isFitting(this.context, line)) return 'Учебник больше не подходит к потребности.'
    this.free.set(line.surplusId, free - line.copies)
    this.unmet.set(line.needId, unmet - line.copies)
    return null
  }
}

/** The surplus is still of these books, and the need of this school still takes them. */
function isFitting({ raw }: CommandContext, line: Line): boolean {
  const now = prepared<
    [{ surplus: number; need: number }],
    { lotId: number; given: number; asked: number; schoolId: number; substitutes: number }
  >(
    raw,
    `SELECT surplus.lotId, lot.textbookId AS given, need.textbookId AS asked, need.schoolId, need.substitutes
     FROM surplus JOIN lot ON lot.id = surplus.lotId, need WHERE surplus.id = @surplus AND need.id = @need`,
  ).get({ surplus: line.surplusId, need: line.needId })
  if (!now || now.lotId !== line.lotId || now.schoolId !== line.toSchoolId) return false
  const given = editionOf(raw, now.given)
  const asked = editionOf(raw, now.asked)
  return given !== undefined && asked !== undefined && fits(given, asked, now.substitutes === 1)
}

const nobody = { name: '', position: '', attorney: '' }

function transferOf(
  pairs: Map<string, Transfer>,
  { fromSchoolId, toSchoolId }: Line,
  viaSchoolId: number | null,
): Transfer {
  const key = `${fromSchoolId}>${toSchoolId}`
  const known = pairs.get(key)
  if (known) return known
  const isOnTheWay = viaSchoolId !== null && viaSchoolId !== fromSchoolId && viaSchoolId !== toSchoolId
  const transfer: Transfer = {
    fromSchoolId,
    toSchoolId,
    term: 'permanent',
    dueBack: null,
    actNumber: '',
    actDate: null,
    giver: nobody,
    receiver: nobody,
    viaSchoolId: isOnTheWay ? viaSchoolId : null,
    meetingId: null,
    note: '',
    lines: [],
  }
  pairs.set(key, transfer)
  return transfer
}

function transferLine({ raw }: CommandContext, line: Line): Transfer['lines'][number] {
  const surplus = prepared<[number], { condition: Transfer['lines'][number]['condition'] }>(
    raw,
    'SELECT condition FROM surplus WHERE id = ?',
  ).get(line.surplusId)
  return {
    uid: newUid(),
    lotId: line.lotId,
    copies: line.copies,
    condition: surplus?.condition ?? 'good',
    accounted: true,
    surplusId: line.surplusId,
    needId: line.needId,
    reservationId: null,
    planLineId: line.id,
    forTextbookId: null,
  }
}
