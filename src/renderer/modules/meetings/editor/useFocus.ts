import { type RefObject, useLayoutEffect } from 'react'
import type { Focus } from '../model/commands'
import type { FieldKey } from '../model/fields'

/** The input of this name: our own texts carry `data-field`, shared fields carry it as their `name`. */
export function inputOf(root: ParentNode, field: FieldKey): HTMLElement | null {
  const name = CSS.escape(field)
  return root.querySelector<HTMLElement>(`[data-field="${name}"], [name="${name}"]`)
}

/** The field an event came from. */
export function fieldOfTarget(target: EventTarget | null): FieldKey | null {
  if (!(target instanceof HTMLElement)) return null
  const own = target.closest<HTMLElement>('[data-field]')?.dataset.field
  if (own !== undefined) return own
  const name = target.getAttribute('name')
  return name?.includes(':') ? name : null
}

/** Puts the caret where the last command wants it. */
export function useFocus(root: RefObject<HTMLElement | null>, focus: Focus | null): void {
  useLayoutEffect(() => {
    if (!focus || !root.current) return
    const input = inputOf(root.current, focus.field)
    if (!input) {
      root.current.querySelector<HTMLElement>('[data-pane="item"]')?.focus()
      return
    }
    input.focus({ preventScroll: true })
    input.scrollIntoView({ block: 'nearest' })
    if (input instanceof HTMLTextAreaElement || (input instanceof HTMLInputElement && input.type === 'text')) {
      const end = input.value.length
      const start = focus.caret === 'end' ? end : 0
      input.setSelectionRange(start, focus.caret === 'start' ? 0 : end)
    }
  }, [root, focus])
}
