import { counted } from '@shared/domain/text/plural'
import { useState } from 'react'
import { undoLast, useCommand } from '../../../app/queries'
import { showDone } from '../../../app/toasts'

export interface LeftLine {
  id: number
  reason: string
}

export interface Acceptance {
  /** Lines by number; null: all that are not rejected. */
  accept: (ids: readonly number[] | null) => Promise<void>
  pending: boolean
  /** Lines that could no longer be done, of the last acceptance. */
  left: readonly LeftLine[]
  forget: () => void
}

export function useAccept(planId: number): Acceptance {
  const command = useCommand('plans.accept')
  const [left, setLeft] = useState<readonly LeftLine[]>([])
  const accept = async (ids: readonly number[] | null) => {
    const answer = await command.run({ planId, ids: ids === null ? null : [...ids] }).catch(() => null)
    if (answer === null) return
    setLeft(answer.left)
    if (answer.transferIds.length === 0) return
    const copies = counted(answer.copies, ['экземпляр', 'экземпляра', 'экземпляров'])
    const transfers = counted(answer.transferIds.length, ['передача', 'передачи', 'передач'])
    showDone(`Принято ${copies}: составлено — ${transfers}.`, { label: 'Отменить', run: () => void undoLast() })
  }
  return { accept, pending: command.pending, left, forget: () => setLeft([]) }
}
