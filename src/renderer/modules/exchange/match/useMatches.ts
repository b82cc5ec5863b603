import type { MatchGroup } from '@shared/contract/exchange'
import { useQueries } from '@tanstack/react-query'
import { useLayoutEffect, useRef } from 'react'
import { call } from '../../../app/api'

/** Groups a call brings. */
export const MATCH_PAGE = 50

export interface MatchQuery {
  search: string
  schoolId: number | null
  textbookId: number | null
  both: boolean
}

export interface Matches {
  /** Null while the first has not come. */
  total: number | null
  groupAt: (index: number) => MatchGroup | undefined
  indexOf: (textbookId: number) => number | null
  error: Error | null
}

interface Page {
  groups: MatchGroup[]
  total: number
}

/** The books where surpluses and needs meet, by windows: only those on screen are asked for. */
export function useMatches(query: MatchQuery, from: number, to: number): Matches {
  const pages = [...new Set([0, ...pagesBetween(from, to)])]
  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['exchange.matches', { ...query, page }],
      queryFn: (): Promise<Page> =>
        call('exchange.matches', { ...query, limit: MATCH_PAGE, offset: page * MATCH_PAGE }),
    })),
  })
  const current = new Map<number, Page>()
  for (const [index, page] of pages.entries()) {
    const data = results[index]?.data
    if (data) current.set(page, data)
  }
  // The former rows stay while those of another search are on their way.
  const kept = useRef(current)
  useLayoutEffect(() => {
    if (current.has(0)) kept.current = current
  })
  const shown = current.has(0) ? current : kept.current
  return {
    total: shown.get(0)?.total ?? null,
    groupAt: (index) => shown.get(Math.floor(index / MATCH_PAGE))?.groups[index % MATCH_PAGE],
    indexOf: (textbookId) => {
      for (const [page, { groups }] of shown) {
        const at = groups.findIndex((group) => group.textbookId === textbookId)
        if (at >= 0) return page * MATCH_PAGE + at
      }
      return null
    },
    error: results.find((result) => result.error)?.error ?? null,
  }
}

function pagesBetween(from: number, to: number): number[] {
  const pages: number[] = []
  for (let page = Math.floor(from / MATCH_PAGE); page <= Math.floor(Math.max(from, to) / MATCH_PAGE); page++)
    pages.push(page)
  return pages
}
