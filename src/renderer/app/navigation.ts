import { useRouter, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/**
 * Places are plain hash paths («/schools?open=5»): modules build the route table at run time, so the router's typed
 * `to` would need casts everywhere, and a string survives in links, history and search hits alike.
 */
export function useGo(): (path: string) => void {
  const router = useRouter()
  return useCallback((path: string) => router.history.push(path), [router])
}

/** What the side panel of a list shows: a record, a new one, or nothing. */
export type OpenRecord = number | 'new' | null

/** The record open in the panel of this list, kept in the address so that «назад» closes it. */
export function useOpenRecord(path: string): [OpenRecord, (open: OpenRecord) => void] {
  const search: { open?: unknown } = useSearch({ strict: false })
  const router = useRouter()
  const open = typeof search.open === 'number' ? search.open : search.open === 'new' ? 'new' : null
  const setOpen = useCallback(
    (next: OpenRecord) => {
      const target = next === null ? path : `${path}?open=${next}`
      // From record to record the address is replaced: «назад» goes back to the list, not through every row visited.
      if (open === null) router.history.push(target)
      else router.history.replace(target)
    },
    [router, path, open],
  )
  return [open, setOpen]
}
