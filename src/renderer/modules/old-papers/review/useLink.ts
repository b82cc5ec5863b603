import { type RefObject, useCallback, useEffect, useRef } from 'react'

/**
 * Fields and their places, both ways. Lighting up is done on the drawn page itself: a field under the mouse must not
 * draw a paper of two thousand lines anew.
 */
export interface Link {
  left: RefObject<HTMLDivElement | null>
  right: RefObject<HTMLDivElement | null>
  light: (path: string | null, scroll: boolean) => void
  /** Focuses the field of a path or, where it has none of its own, of what it is part of. Answers whether it was there. */
  focusField: (path: string) => boolean
  /** F6: from the fields to the original and back. */
  otherPane: () => void
}

const REST_MS = 450

/** @param drawn changes when the page has been drawn anew */
export function useLink(drawn: unknown): Link {
  const left = useRef<HTMLDivElement>(null)
  const right = useRef<HTMLDivElement>(null)
  const lit = useRef<string | null>(null)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)

  const light = useCallback((path: string | null, scroll: boolean) => {
    lit.current = path
    clearTimeout(rest.current)
    const first = lightUp(left.current, path)
    if (!first) return
    if (scroll) first.scrollIntoView({ block: isTall(first) ? 'start' : 'center' })
    // Only where the mouse has come to rest: a page that runs under a passing mouse cannot be read.
    else rest.current = setTimeout(() => first.scrollIntoView({ block: 'nearest' }), REST_MS)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page drawn anew has forgotten what was lit
  useEffect(() => {
    lightUp(left.current, lit.current)
  }, [drawn])

  const focusField = useCallback((path: string) => {
    const field = nearest(right.current, path)
    if (!field) return false
    field.scrollIntoView({ block: isTall(field) ? 'start' : 'center' })
    const input = field.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, button')
    input?.focus({ preventScroll: true })
    return true
  }, [])
  const otherPane = useCallback(() => {
    const to = right.current?.contains(document.activeElement) ? left.current : right.current
    to?.focus({ preventScroll: true })
  }, [])
  return { left, right, light, focusField, otherPane }
}

const isTall = (element: HTMLElement): boolean => element.offsetHeight > 300

function lightUp(page: HTMLElement | null, path: string | null): HTMLElement | null {
  if (!page) return null
  for (const old of page.querySelectorAll('[data-lit]')) old.removeAttribute('data-lit')
  if (path === null) return null
  const places = placesOf(page, path)
  for (const place of places) place.setAttribute('data-lit', '')
  return places[0] ?? null
}

/** Of the path itself, else of anything inside it. */
function placesOf(page: HTMLElement, path: string): HTMLElement[] {
  const own = page.querySelectorAll<HTMLElement>(`[data-paths~="${CSS.escape(path)}"]`)
  return own.length > 0 ? [...own] : [...page.querySelectorAll<HTMLElement>(`[data-paths*="${CSS.escape(path)}/"]`)]
}

function nearest(form: HTMLElement | null, path: string): HTMLElement | null {
  for (let at = path; at !== ''; at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '') {
    const field = form?.querySelector<HTMLElement>(`[data-path~="${CSS.escape(at)}"]`)
    if (field) return field
  }
  return null
}
