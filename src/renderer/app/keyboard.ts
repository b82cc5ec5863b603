import { act } from './actions'

/**
 * Keys of the whole window, by code and not by letter: on the Russian layout Ctrl+Z arrives as «я». In a text field
 * Ctrl+Z and Ctrl+Y belong to the field.
 */
const keys: Readonly<Record<string, { action: string; inFields: boolean }>> = {
  'ctrl+KeyK': { action: 'search', inFields: true },
  'ctrl+KeyS': { action: 'save', inFields: true },
  'ctrl+KeyF': { action: 'find', inFields: true },
  'ctrl+KeyB': { action: 'toggle:navigation', inFields: true },
  'ctrl+KeyZ': { action: 'undo', inFields: false },
  'ctrl+KeyY': { action: 'redo', inFields: false },
  'ctrl+shift+KeyZ': { action: 'redo', inFields: false },
  'ctrl+Slash': { action: 'keys', inFields: true },
  F1: { action: 'guide', inFields: true },
}

export function followKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return
    const key = keys[`${event.ctrlKey ? 'ctrl+' : ''}${event.shiftKey ? 'shift+' : ''}${event.code}`]
    if (!key || event.defaultPrevented || (!key.inFields && isTextField(event.target))) return
    // Prevented here, or the native menu would do it a second time.
    if (act(key.action)) event.preventDefault()
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}

const typeless = new Set(['checkbox', 'radio', 'button', 'submit'])

export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !typeless.has(target.type) && !target.readOnly
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}
