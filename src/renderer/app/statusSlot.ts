import { useEffect, useSyncExternalStore } from 'react'

/** One place in the status line for the screen that is shown: what is marked in its sheet. */
let words = ''
const listeners = new Set<() => void>()

function set(next: string): void {
  if (next === words) return
  words = next
  for (const listener of listeners) listener()
}

/** Says this in the status line while the component is shown; '' says nothing. */
export function useStatusWords(next: string): void {
  useEffect(() => set(next), [next])
  useEffect(() => () => set(''), [])
}

export function useStatusSlot(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => words,
  )
}
