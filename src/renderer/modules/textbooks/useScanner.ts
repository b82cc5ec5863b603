import { isbn13 } from '@shared/domain/isbn'
import { useEffect, useRef } from 'react'

/** A scanner types 13 figures at once; a person takes longer, ms from the first key to Enter. */
const longest = 1200

/**
 * Hears a barcode scanner anywhere but in fields of text: figures typed at one go, then Enter. Over a sheet they have begun the
 * editing of a cell by then: that is given up.
 */
export function useScanner(onIsbn: (isbn: string) => void): void {
  const latest = useRef(onIsbn)
  useEffect(() => {
    latest.current = onIsbn
  })
  useEffect(() => {
    let keys = ''
    let began = 0
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTextField(event.target)) return
      if (/^[\dX]$/u.test(event.key)) {
        if (keys === '' || event.timeStamp - began > longest) {
          keys = ''
          began = event.timeStamp
        }
        keys += event.key
        return
      }
      const scanned = event.key === 'Enter' && event.timeStamp - began <= longest && keys.length >= 10 ? keys : ''
      if (event.key !== 'Shift') keys = ''
      if (scanned === '' || isbn13(scanned) === null) return
      event.preventDefault()
      event.stopImmediatePropagation()
      // The editor of the cell has the keyboard by now, whatever had it at the first figure.
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
      )
      latest.current(scanned)
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])
}

/** A field of its own; the editor of a cell is part of the sheet. */
function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName) && target.closest('[role="grid"]') === null
}
