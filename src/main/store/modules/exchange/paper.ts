import type { Parsed } from '@shared/contract'
import type { TransferRecord } from '@shared/contract/transfers'
import { buildExchangeSheet } from '@shared/papers/exchange/exchange-sheet'
import type { JobContext } from '../../context'
import { savePaper } from '../../templates/save-paper'

/** Who brings what to whom, in Word. */
export async function writeExchangeSheet(
  context: JobContext,
  { transferIds, title, ...file }: Parsed<'papers.exchangeSheet'>,
): Promise<{ file: string }> {
  const transfers: TransferRecord[] = []
  for (const id of transferIds) {
    transfers.push(await context.query('transfers.get', { id }))
    context.progress(transfers.length, transferIds.length, 'Передачи')
  }
  const paper = buildExchangeSheet(transfers, title, await context.query('profile.get', {}))
  return savePaper(context, paper, file)
}
