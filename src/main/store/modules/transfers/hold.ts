import type { TransferLine } from '@shared/contract/transfers'
import type { QueryContext } from '../../context'
import { type FundState, fundState } from '../../ledger/fund'
import { refuseOverPromised, refuseUnheld } from '../../ledger/fund-check'

type Line = Pick<TransferLine, 'lotId' | 'copies' | 'surplusId' | 'needId'>

/**
 * Looks at the fund before a command writes lines of a transfer, and afterwards refuses what nobody has: copies promised
 * twice, a need given more than it asks, books past the fund that are not held.
 */
export function holdFund({ raw, today }: QueryContext, old: readonly Line[], wanted: readonly Line[]) {
  const lines = [...old, ...wanted]
  const before = { surplus: statesOf('surplusId'), need: statesOf('needId') }
  const heldBefore = sumBy(unoffered(old), 'lotId')

  function statesOf(key: 'surplusId' | 'needId'): Map<number, FundState | undefined> {
    const side = key === 'surplusId' ? 'surplus' : 'need'
    const ids = new Set(lines.flatMap((line) => line[key] ?? []))
    return new Map([...ids].map((id) => [id, fundState(raw, side, id, today())]))
  }
  return {
    /** @throws AppError `not-enough` */
    check(): void {
      for (const [id, asked] of sumBy(wanted, 'surplusId')) {
        refuseOverPromised(raw, today(), 'surplus', id, asked, before.surplus.get(id))
      }
      for (const [id, asked] of sumBy(wanted, 'needId')) {
        refuseOverPromised(raw, today(), 'need', id, asked, before.need.get(id))
      }
      for (const [lotId, asked] of sumBy(unoffered(wanted), 'lotId')) {
        if (asked > (heldBefore.get(lotId) ?? 0)) refuseUnheld(raw, lotId, asked)
      }
    },
  }
}

/** Books given past the fund. */
const unoffered = (lines: readonly Line[]): Line[] => lines.filter((line) => line.surplusId === null)

function sumBy(lines: readonly Line[], key: 'lotId' | 'surplusId' | 'needId'): Map<number, number> {
  const sums = new Map<number, number>()
  for (const line of lines) {
    const id = line[key]
    if (id !== null) sums.set(id, (sums.get(id) ?? 0) + line.copies)
  }
  return sums
}
