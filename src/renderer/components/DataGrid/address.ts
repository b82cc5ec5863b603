import { IsoDate, SchoolYear } from '@shared/contract/fields'
import { Filter, ListQuery } from '@shared/contract/lists'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import type { ListAddress } from './link'

const Address = z.object({
  filters: z.array(Filter).optional().catch(undefined),
  sort: ListQuery.shape.sort.unwrap().optional().catch(undefined),
  group: z.string().nullable().optional().catch(undefined),
  search: z.string().max(500).optional().catch(undefined),
  allYears: z.boolean().optional().catch(undefined),
  schoolYear: SchoolYear.optional().catch(undefined),
  on: IsoDate.optional().catch(undefined),
})

/** What the present place asks of its list; null when nothing. A part that cannot be read is passed over. */
export function readAddress(search: unknown): ListAddress | null {
  const named = Object.entries(Address.parse(search ?? {})).filter(([, value]) => value !== undefined)
  return named.length === 0 ? null : Object.fromEntries(named)
}

export function useListAddress(): ListAddress | null {
  const search: unknown = useSearch({ strict: false })
  const text = JSON.stringify(readAddress(search))
  // The router makes new objects on every move; the list is set up anew only for another address.
  return useMemo(() => JSON.parse(text) as ListAddress | null, [text])
}
