import { useEffect, useRef } from 'react'

/** Keys of the whole screen, wherever the keyboard is; `back` with Shift. */
export function useKeys(keys: Readonly<Record<string, (back: boolean) => void>>): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = latest.current[event.key]
      if (!act || event.defaultPrevented || event.ctrlKey || event.altKey) return
      event.preventDefault()
      act(event.shiftKey)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
