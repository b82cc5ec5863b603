/**
 * Minute-taking by keyboard alone: what a key means in a field of the protocol. `keyMap` is what people are shown;
 * the two stand together so that they do not part.
 */

/** The part of a KeyboardEvent that matters. */
export interface KeyPress {
  key: string
  ctrl: boolean
  shift: boolean
  alt: boolean
}

export interface KeyContext {
  /** Which kind of field the caret is in; null outside of text. */
  field: 'title' | 'speaker' | 'speech' | 'decision' | 'other' | null
  /** Nothing typed in it. */
  empty: boolean
  /** Nothing selected and the caret on the first, or the last, line as it is seen. */
  firstRow: boolean
  lastRow: boolean
}

export type EditorCommand =
  | 'next-line'
  | 'new-remark'
  | 'new-decision'
  | 'new-item'
  | 'move-up'
  | 'move-down'
  | 'previous-view'
  | 'next-view'
  | 'previous-field'
  | 'next-field'
  | 'remove-empty'
  | 'vote'
  | 'pick-person'
  | 'pick-phrase'
  | 'next-pane'
  | 'previous-pane'

export const keyMap: readonly { keys: string; what: string }[] = [
  { keys: 'Enter', what: 'следующее выступление; в решении — следующее решение' },
  { keys: 'Shift+Enter', what: 'новый абзац в том же тексте' },
  { keys: 'Ctrl+Enter', what: 'новое решение' },
  { keys: 'Alt+Enter', what: 'новое выступление' },
  { keys: 'Ctrl+Shift+Enter', what: 'новый вопрос повестки' },
  { keys: 'Ctrl+↑, Ctrl+↓', what: 'предыдущий, следующий вопрос' },
  { keys: 'Alt+↑, Alt+↓', what: 'переставить строку выше, ниже; в названии — весь вопрос' },
  { keys: '@ или F8', what: 'вставить человека, школу или группу' },
  { keys: '/сокращение или F3', what: 'вставить частую фразу' },
  { keys: 'F9', what: 'голосование; ещё раз F9 — «единогласно»' },
  { keys: 'Backspace в пустой строке', what: 'убрать строку' },
  { keys: 'F6, Shift+F6', what: 'к следующей, предыдущей части окна' },
  { keys: 'Пробел в списке присутствующих', what: 'присутствует / отсутствует; «у» — по уважительной причине' },
]

/** What the key asks for, or null when it is the field's own business. */
export function interpretKey(press: KeyPress, at: KeyContext): EditorCommand | null {
  return anywhere(press) ?? (at.field === null || at.field === 'other' ? null : inText(press, at))
}

function anywhere({ key, ctrl, shift, alt }: KeyPress): EditorCommand | null {
  if (key === 'Enter') {
    if (ctrl && alt) return null
    if (ctrl) return shift ? 'new-item' : 'new-decision'
    return alt ? 'new-remark' : null
  }
  if (key === 'F6') return shift ? 'previous-pane' : 'next-pane'
  if (ctrl && !alt && !shift && key === 'ArrowUp') return 'previous-view'
  if (ctrl && !alt && !shift && key === 'ArrowDown') return 'next-view'
  if (key === 'F9' && !ctrl && !alt && !shift) return 'vote'
  return null
}

function inText({ key, ctrl, shift, alt }: KeyPress, at: KeyContext): EditorCommand | null {
  if (alt && !ctrl && !shift && key === 'ArrowUp') return 'move-up'
  if (alt && !ctrl && !shift && key === 'ArrowDown') return 'move-down'
  if (ctrl || alt || shift) return null
  switch (key) {
    case 'Enter':
      return 'next-line'
    case 'ArrowUp':
      return at.firstRow ? 'previous-field' : null
    case 'ArrowDown':
      return at.lastRow ? 'next-field' : null
    case 'Backspace':
      return at.empty && at.field !== 'speaker' ? 'remove-empty' : null
    case 'F8':
      return at.field === 'speech' || at.field === 'decision' ? 'pick-person' : null
    case 'F3':
      return at.field === 'speaker' ? null : 'pick-phrase'
    default:
      return null
  }
}
