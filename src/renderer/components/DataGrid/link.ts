import type { Filter } from '@shared/contract/lists'

/** How a list is to be opened: what a link to it says. What is not named stays as the person has it. */
export interface ListAddress {
  filters?: readonly Filter[]
  sort?: readonly { column: string; desc: boolean }[]
  group?: string | null
  search?: string
  /** Of all years, whatever the switch on top says. */
  allYears?: boolean
  /** «2025-2026»: the switch on top follows. */
  schoolYear?: string
  /** As it was on this day (ISO), of a list that has one. */
  on?: string
}

/**
 * A place in the program with a list already filtered, sorted or grouped: «/librarians?filters=[…]». For `useGo`, and
 * after «#» for an `href`.
 */
export function listLink(path: string, address: ListAddress): string {
  const parts = Object.entries(address).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(JSON.stringify(value))}`],
  )
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`
}
