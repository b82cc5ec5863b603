import type { Place } from '@shared/contract/old-papers'

/** What is selected with the mouse or keyboard in the original, as places of its lines. */

/** Places of the selection inside the page; empty when nothing of it is selected. */
export function selectedPlaces(page: HTMLElement): Place[] {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return []
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(page)) return []
  return [...page.querySelectorAll<HTMLElement>('[data-line]')].flatMap((line) => {
    if (!range.intersectsNode(line)) return []
    const place = placeIn(line, range)
    return place && place.to > place.from ? [place] : []
  })
}

function placeIn(line: HTMLElement, range: Range): Place | null {
  let from: number | null = null
  let to = 0
  for (const words of line.querySelectorAll<HTMLElement>('[data-from]')) {
    const text = words.firstChild
    if (!(text instanceof Text) || !range.intersectsNode(text)) continue
    const start = Number(words.dataset.from)
    const first = range.startContainer === text ? range.startOffset : 0
    const last = range.endContainer === text ? range.endOffset : text.length
    from ??= start + first
    to = start + last
  }
  return from === null ? null : { line: Number(line.dataset.line), from, to }
}

/** Selects whole lines, from one to another. */
export function selectLines(page: HTMLElement, from: number, to: number): void {
  const first = lineAt(page, Math.min(from, to))
  const last = lineAt(page, Math.max(from, to))
  if (!first || !last) return
  const range = document.createRange()
  range.setStartBefore(first)
  range.setEndAfter(last)
  const selection = window.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

export function lineAt(page: HTMLElement, line: number): HTMLElement | null {
  return page.querySelector<HTMLElement>(`[data-line="${line}"]`)
}

/** Field names of what was clicked, the narrowest first. */
export function pathsAt(target: EventTarget | null): string[] {
  const words = target instanceof Element ? target.closest<HTMLElement>('[data-paths]') : null
  return words?.dataset.paths?.split(' ') ?? []
}
