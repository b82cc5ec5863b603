import { reservationList } from '@shared/contract/exchange'
import { counted } from '@shared/domain/text/plural'
import { call } from '../../../app/api'
import { undoLast } from '../../../app/queries'
import { showDone, showError } from '../../../app/toasts'
import { transferForms } from '../model/words'

/** One transfer for each pair of schools; a single one opens. */
export async function makeTransfers(ids: readonly number[], go: (path: string) => void): Promise<void> {
  try {
    const { transferIds } = await call('reservations.transfer', { ids: [...ids] })
    showDone(`Составлено: ${counted(transferIds.length, transferForms)}`, {
      label: 'Отменить',
      run: () => void undoLast(),
    })
    const [only, second] = transferIds
    go(only !== undefined && second === undefined ? `/exchange/transfers?open=${only}` : '/exchange/transfers')
  } catch (error) {
    showError(error)
  }
}

export async function cancelReservations(ids: readonly number[]): Promise<void> {
  try {
    const { cancelled } = await call('reservations.cancel', { ids: [...ids] })
    if (cancelled === 0) return showDone('Среди выделенных действующих броней нет.')
    showDone(`Снято: ${counted(cancelled, reservationList.nouns)}`, { label: 'Отменить', run: () => void undoLast() })
  } catch (error) {
    showError(error)
  }
}
