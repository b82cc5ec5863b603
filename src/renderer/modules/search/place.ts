import { SearchGroup } from '@shared/contract/search'

/** Address of the page of all that was found. */
export function searchPlace(text: string, group: SearchGroup | null): string {
  return `/search?text=${encodeURIComponent(JSON.stringify(text))}${group === null ? '' : `&group=${group}`}`
}

/** What the address says; what is not there or is wrong is nothing. */
export function searchOf(search: { text?: unknown; group?: unknown }): { text: string; group: SearchGroup | null } {
  const text = typeof search.text === 'string' || typeof search.text === 'number' ? String(search.text) : ''
  return { text: text.slice(0, 200), group: SearchGroup.safeParse(search.group).data ?? null }
}
