import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { call } from '../../../app/api'
import { showError } from '../../../app/toasts'

export interface WantedPair {
  surplusId: number | null
  needId: number | null
}

/** The surplus or need one came from («Подобрать получателя»): its book is looked for, and itself chosen there. */
export function useWantedBook(onBook: (book: { id: number; title: string }) => void): WantedPair {
  const address: { surplus?: unknown; need?: unknown } = useSearch({ strict: false })
  const surplusId = typeof address.surplus === 'number' ? address.surplus : null
  const needId = typeof address.need === 'number' ? address.need : null
  const latest = useRef(onBook)
  latest.current = onBook
  useEffect(() => {
    if (surplusId === null && needId === null) return
    const find = async () => {
      const filters = [{ op: 'in' as const, column: 'id', values: [surplusId ?? needId ?? 0] }]
      const { rows } =
        surplusId === null
          ? await call('needs.list', { filters, totals: false })
          : await call('surpluses.list', { filters, totals: false })
      if (rows[0]) latest.current({ id: rows[0].textbookId, title: rows[0].textbook })
    }
    find().catch(showError)
  }, [surplusId, needId])
  return { surplusId, needId }
}
