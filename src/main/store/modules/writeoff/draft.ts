import type { Parsed } from '@shared/contract'
import { newUid } from '@shared/contract/fields'
import type { WriteOffLine } from '@shared/contract/writeoff'
import { counted } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { prepared } from '../../database/prepared'
import { freeNow } from '../../ledger/promised'
import { blankWriteOff } from './blank'
import { saveWriteOff } from './save'

/** Lines an act holds. */
const most = 5000

/**
 * Drafts acts of these lots, one for each school in the order of the lots; 0 copies stands for all that are free.
 * @throws AppError `not-enough`, `not-found`, `invalid-input`
 */
export function draftWriteOffs(context: CommandContext, input: Parsed<'writeOffs.draft'>): number[] {
  const { raw } = context
  const lines = new Map<number, WriteOffLine[]>()
  const taken = new Map<number, number>()
  for (const [index, { lotId, copies }] of input.lots.entries()) {
    const path = `lots.${index}.copies`
    const lot = prepared<[number], { schoolId: number; title: string; school: string }>(
      raw,
      `SELECT schoolId, title, shortName AS school FROM lot JOIN textbook ON textbook.id = textbookId
       JOIN school ON school.id = schoolId WHERE lot.id = ?`,
    ).get(lotId)
    if (!lot) throw new AppError('not-found', 'Этих книг в остатках уже нет. Обновите подбор.', path)
    const free = freeNow(raw, lotId) - (taken.get(lotId) ?? 0)
    const wanted = copies === 0 ? free : copies
    if (wanted > free || wanted === 0) {
      const there =
        free === 0
          ? 'свободных экземпляров нет'
          : `свободно ${counted(free, ['экземпляр', 'экземпляра', 'экземпляров'])}, а в акт идёт ${wanted}`
      throw new AppError(
        'not-enough',
        `«${lot.title}», ${lot.school}: ${there}. Часть книг уже в черновике акта или обещана другой школе; обновите подбор.`,
        path,
      )
    }
    taken.set(lotId, (taken.get(lotId) ?? 0) + wanted)
    const own = lines.get(lot.schoolId) ?? []
    own.push({ uid: newUid(), lotId, copies: wanted, inventoryNumbers: '' })
    lines.set(lot.schoolId, own)
  }
  const ids: number[] = []
  for (const [schoolId, own] of lines) {
    for (let start = 0; start < own.length; start += most) {
      const blank = blankWriteOff(raw, schoolId, input.date, input.campaignId)
      const saved = saveWriteOff(context, null, null, {
        ...blank,
        reason: input.reason,
        reasonText: input.reasonText,
        lines: own.slice(start, start + most),
      })
      ids.push(saved.id)
    }
  }
  context.describe(counted(ids.length, ['акт', 'акта', 'актов']))
  return ids
}
