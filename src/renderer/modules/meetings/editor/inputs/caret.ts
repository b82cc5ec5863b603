/** Where the caret is on the screen. A textarea does not say; a mirror with the same text in the same shape does. */

/** The box of the character at a position of the mirror's text (of its end, for the position after the last). */
export function caretRect(mirror: HTMLElement, position: number): DOMRect {
  const range = document.createRange()
  const walker = document.createTreeWalker(mirror, NodeFilter.SHOW_TEXT)
  let passed = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (position < passed + length) {
      range.setStart(node, position - passed)
      range.setEnd(node, position - passed)
      return range.getBoundingClientRect()
    }
    passed += length
  }
  return mirror.getBoundingClientRect()
}

/** Whether the caret is on the first and on the last line as they are seen, nothing being selected. */
export function caretRows(field: HTMLTextAreaElement, mirror: HTMLElement): { firstRow: boolean; lastRow: boolean } {
  if (field.selectionStart !== field.selectionEnd) return { firstRow: false, lastRow: false }
  const caret = caretRect(mirror, field.selectionStart)
  const first = caretRect(mirror, 0)
  const last = caretRect(mirror, field.value.length)
  const within = caret.height / 2
  return { firstRow: Math.abs(caret.top - first.top) < within, lastRow: Math.abs(caret.top - last.top) < within }
}

/** Types into a field as the person would, so that its own Ctrl+Z takes it back. */
export function typeInto(
  field: HTMLTextAreaElement | HTMLInputElement,
  start: number,
  end: number,
  text: string,
): void {
  field.focus()
  field.setSelectionRange(start, end)
  // Deprecated, yet the only way to keep the field's undo stack; the event it fires carries the text to React.
  if (!document.execCommand('insertText', false, text)) {
    field.setRangeText(text, start, end, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
