import { useWindowEvent } from '@mantine/hooks'
import type { KeyboardEvent as ReactKeyboardEvent, RefObject } from 'react'
import { isDocumentCommand, runCommand } from '../model/commands'
import { type FieldKey, parseField } from '../model/fields'
import { interpretKey, type KeyContext } from '../model/keyboard'
import type { Editor } from './EditorContext'
import { caretRows } from './inputs/caret'
import { fieldOfTarget, inputOf } from './useFocus'

/** Hands keys of the whole editor to the interpreter. Lists under the caret have taken theirs before. */
export function useEditorKeys(
  editor: Editor,
  root: RefObject<HTMLElement | null>,
): (event: ReactKeyboardEvent) => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const field = fieldOfTarget(event.target)
    const press = {
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      alt: event.altKey,
    }
    const command = interpretKey(press, contextOf(event.target, field))
    if (!command) return
    if (command === 'next-pane' || command === 'previous-pane') {
      event.preventDefault()
      focusPane(root.current, event.target, command === 'next-pane' ? 1 : -1, editor.field)
      return
    }
    if (editor.readOnly && !['previous-view', 'next-view', 'previous-field', 'next-field'].includes(command)) return
    if (command === 'vote') {
      event.preventDefault()
      if (editor.view.at === 'item') editor.setVotingOn(editor.view.uid)
      return
    }
    if (!isDocumentCommand(command)) return
    event.preventDefault()
    editor.apply((at) => runCommand(at.meeting, at.view, command, field))
  }
  // With the focus nowhere (a button that is gone) keys still belong to the editor.
  useWindowEvent('keydown', (event) => {
    if (event.target === document.body) onKey(event)
  })
  return (event) => onKey(event.nativeEvent)
}

function contextOf(target: EventTarget | null, field: FieldKey | null): KeyContext {
  const rows =
    target instanceof HTMLTextAreaElement
      ? rowsOf(target)
      : { firstRow: target instanceof HTMLInputElement, lastRow: target instanceof HTMLInputElement }
  const empty = (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) && target.value === ''
  return { field: kindOf(field), empty, ...rows }
}

function rowsOf(target: HTMLTextAreaElement): { firstRow: boolean; lastRow: boolean } {
  const mirror = target.parentElement?.querySelector<HTMLElement>('[data-mirror]')
  return mirror ? caretRows(target, mirror) : { firstRow: false, lastRow: false }
}

function kindOf(field: FieldKey | null): KeyContext['field'] {
  const name = field === null ? null : parseField(field)
  if (!name) return null
  if (name.of === 'item') return name.part === 'title' ? 'title' : 'other'
  if (name.of === 'speech') return name.part === 'speaker' ? 'speaker' : 'speech'
  return name.of === 'decision' && name.part === 'text' ? 'decision' : 'other'
}

/** F6: outline → the item → the page, and around; back in the middle the caret is where it was. */
function focusPane(root: HTMLElement | null, from: EventTarget | null, by: number, last: FieldKey | null): void {
  const panes = [...(root?.querySelectorAll<HTMLElement>('[data-pane]') ?? [])]
  const index = panes.findIndex((pane) => from instanceof Node && pane.contains(from))
  const pane = panes[(index + by + panes.length) % panes.length]
  if (!pane) return
  const known = last === null ? null : inputOf(pane, last)
  const first = pane.querySelector<HTMLElement>(
    '[aria-current="true"], textarea, input:not([type="hidden"]), button, [tabindex="0"]',
  )
  ;(known ?? first ?? pane).focus()
}
