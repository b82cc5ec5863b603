import type { Input } from '@shared/contract'
import { AppError } from '@shared/errors'
import { useState } from 'react'
import { call } from '../../app/api'
import { flushAll } from '../../app/flush'
import { undoLast } from '../../app/queries'
import { showDone, showError } from '../../app/toasts'

type Restoring = 'history.restoreField' | 'history.restoreRecord' | 'history.revive'

export interface Restore<N extends Restoring> {
  /** Answers whether it was done; a refusal has been shown. */
  run: (input: Input<N>) => Promise<boolean>
  pending: boolean
  /** A namesake is in the bank already: what the store says of it, and bringing back all the same. */
  question: { text: string; force: () => void; drop: () => void } | null
}

/** Bringing back: typing under way is committed first, a namesake is asked about, the toast takes it back. */
export function useRestore<N extends Restoring>(name: N, success: string): Restore<N> {
  const [pending, setPending] = useState(false)
  const [asked, setAsked] = useState<{ text: string; input: Input<N> } | null>(null)

  const run = async (input: Input<N>): Promise<boolean> => {
    setAsked(null)
    setPending(true)
    try {
      await flushAll()
      await call(name, input)
      showDone(success, { label: 'Отменить', run: () => void undoLast() })
      return true
    } catch (error) {
      // Only people can be namesakes: any other name is one record's alone.
      const isNamesake = error instanceof AppError && error.code === 'duplicate' && input.record === 'librarian'
      if (isNamesake && input.allowDuplicate !== true) setAsked({ text: error.message, input })
      else showError(error)
      return false
    } finally {
      setPending(false)
    }
  }
  return {
    run,
    pending,
    question: asked && {
      text: asked.text,
      force: () => void run({ ...asked.input, allowDuplicate: true }),
      drop: () => setAsked(null),
    },
  }
}
