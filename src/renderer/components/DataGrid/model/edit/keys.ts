import type { ColumnSpec } from '@shared/contract/lists'

/** What keys mean over the sheet and in a cell's editor: Excel's habits as one table, without a screen. */
export interface Stroke {
  key: string
  /** The place of the key, which does not change with the Russian layout. */
  code: string
  shiftKey: boolean
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
}

/**
 * `enter` — begun by typing: arrows commit and go on. `edit` — begun by F2 or a double click: arrows move the caret.
 */
export type EditMode = 'enter' | 'edit'

export type SheetAction =
  | { do: 'type'; text: string }
  | { do: 'edit' }
  /** Opens the list of choices or the calendar. */
  | { do: 'choose' }
  | { do: 'toggle' }
  | { do: 'open' }
  | { do: 'enter' | 'tab'; back: boolean }
  | { do: 'clear' | 'fill-down' | 'fill-right' | 'new-row' | 'remove-rows' | 'menu' | 'refresh' | 'cancel' }
  | { do: 'mark'; what: 'row' | 'column' | 'all' }

export interface CellTraits {
  /** Something in the list can be typed into. */
  isSheet: boolean
  /** This cell can. */
  isEditable: boolean
  column: ColumnSpec
}

/** A key over the sheet while nothing is typed; null: motion or none of ours. */
export function sheetKey(stroke: Stroke, cell: CellTraits): SheetAction | null {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey } = stroke
  if (metaKey) return null
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return { do: 'menu' }
  if (altKey) return key === 'ArrowDown' && cell.isEditable && hasList(cell.column) ? { do: 'choose' } : null
  if (ctrlKey) return controlKey(stroke, cell)
  switch (key) {
    case 'Enter':
      return cell.isEditable ? { do: 'enter', back: shiftKey } : { do: 'open' }
    case 'Tab':
      return cell.isSheet ? { do: 'tab', back: shiftKey } : null
    case 'Escape':
      return { do: 'cancel' }
    case 'F5':
      return { do: 'refresh' }
    case 'F2':
      return cell.isEditable ? { do: 'edit' } : null
    case 'Delete':
      return cell.isSheet ? { do: 'clear' } : null
    case 'Backspace':
      return cell.isEditable ? { do: 'type', text: '' } : null
    case ' ':
      if (shiftKey) return { do: 'mark', what: 'row' }
      if (!cell.isEditable) return null
      if (cell.column.type === 'boolean') return { do: 'toggle' }
      return hasList(cell.column) ? { do: 'choose' } : { do: 'type', text: ' ' }
  }
  return key.length === 1 && cell.isEditable && code !== 'Space' ? { do: 'type', text: key } : null
}

function controlKey({ key, code, shiftKey }: Stroke, cell: CellTraits): SheetAction | null {
  if (key === 'Enter') return { do: 'open' }
  if (code === 'Space') return { do: 'mark', what: 'column' }
  if (code === 'KeyA') return { do: 'mark', what: 'all' }
  if (!cell.isSheet) return null
  if (code === 'KeyD') return { do: 'fill-down' }
  if (code === 'KeyR') return { do: 'fill-right' }
  if (code === 'NumpadAdd' || (code === 'Equal' && shiftKey)) return { do: 'new-row' }
  if (code === 'NumpadSubtract' || (code === 'Minus' && !shiftKey)) return { do: 'remove-rows' }
  return null
}

/** Whether typing into the column can be done by choosing: a list of words, a calendar, names of records. */
export function hasList(column: ColumnSpec): boolean {
  return (
    column.type === 'choice' ||
    column.type === 'boolean' ||
    column.type === 'date' ||
    column.edit?.reference !== undefined ||
    (column.edit?.suggestions?.length ?? 0) > 0
  )
}

export type EditorAction =
  /** `move`: by the same key as over the sheet. */
  | { do: 'commit'; next: 'enter' | 'tab' | 'move'; back: boolean }
  | { do: 'fill' | 'cancel' | 'swap-mode' | 'break-line' | 'show-list' | 'hide-list' }
  | { do: 'option'; by: 1 | -1 }

export interface EditorTraits {
  mode: EditMode
  isListOpen: boolean
  hasOptions: boolean
  isMultiline: boolean
}

const motions = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'])

/** A key in the editor of a cell; null: the text field's own. */
export function editorKey(stroke: Stroke, editor: EditorTraits): EditorAction | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = stroke
  if (metaKey) return null
  if (altKey) {
    if (key === 'ArrowDown') return { do: 'show-list' }
    if (key === 'ArrowUp') return { do: 'hide-list' }
    return key === 'Enter' && editor.isMultiline ? { do: 'break-line' } : null
  }
  switch (key) {
    case 'Enter':
      return ctrlKey ? { do: 'fill' } : { do: 'commit', next: 'enter', back: shiftKey }
    case 'Tab':
      return ctrlKey ? null : { do: 'commit', next: 'tab', back: shiftKey }
    case 'Escape':
      return { do: 'cancel' }
    case 'F2':
      return { do: 'swap-mode' }
  }
  if (editor.isListOpen && editor.hasOptions && !ctrlKey && !shiftKey) {
    if (key === 'ArrowDown') return { do: 'option', by: 1 }
    if (key === 'ArrowUp') return { do: 'option', by: -1 }
  }
  if (editor.mode === 'enter' && motions.has(key) && !shiftKey) return { do: 'commit', next: 'move', back: false }
  return null
}
