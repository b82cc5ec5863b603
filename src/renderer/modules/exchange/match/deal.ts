import { AppError } from '@shared/errors'
import { call } from '../../../app/api'
import { blankLine, blankTransfer } from '../model/blank'
import type { AskedBooks, OfferedBooks } from '../model/fits'
import { representativeOf } from '../model/people'

/** @throws AppError with the sentence to show */
export async function reserve(surplus: OfferedBooks, need: AskedBooks, copies: number, until: string): Promise<void> {
  await call('reservations.make', { surplusId: surplus.id, needId: need.id, copies, expiresOn: until })
}

/**
 * Puts the copies into the draft there is of these two schools, or into a new one: what goes the same way goes with one
 * act. @throws AppError with the sentence to show
 */
export async function toTransfer(
  surplus: OfferedBooks,
  need: AskedBooks,
  copies: number,
): Promise<{ id: number; isNew: boolean }> {
  const found = await call('surpluses.get', { id: surplus.id })
  const { schoolId, textbookId, publicationYear, price, source, condition } = found.surplus
  const lots = await call('holdings.lots', { schoolId, textbookId })
  const lot = lots.find(
    (one) => one.publicationYear === publicationYear && one.price === price && one.source === source,
  )
  if (!lot) {
    throw new AppError(
      'not-enough',
      `В остатках школы «${surplus.school}» этих книг нет. Сначала внесите их в остатки, тогда их можно будет передать.`,
    )
  }
  const line = {
    ...blankLine(lot.id, copies),
    condition,
    surplusId: surplus.id,
    needId: need.id,
    forTextbookId: need.textbookId === surplus.textbookId ? null : need.textbookId,
  }
  const { rows } = await call('transfers.list', {
    filters: [
      { op: 'in', column: 'fromSchoolId', values: [surplus.schoolId] },
      { op: 'in', column: 'toSchoolId', values: [need.schoolId] },
      { op: 'in', column: 'state', values: ['drafted'] },
    ],
    sort: [{ column: 'draftedOn', desc: true }],
    limit: 1,
    totals: false,
  })
  const [draft] = rows
  if (draft) {
    const { revision, transfer } = await call('transfers.get', { id: draft.id })
    await call('transfers.save', {
      id: draft.id,
      revision,
      transfer: { ...transfer, lines: [...transfer.lines, line] },
    })
    return { id: draft.id, isNew: false }
  }
  const [giver, receiver] = await Promise.all([representativeOf(surplus.schoolId), representativeOf(need.schoolId)])
  const transfer = {
    ...blankTransfer(),
    fromSchoolId: surplus.schoolId,
    toSchoolId: need.schoolId,
    giver,
    receiver,
    lines: [line],
  }
  const { id } = await call('transfers.save', { id: null, revision: null, transfer })
  return { id, isNew: true }
}
