import type { ColumnSpec } from '@shared/contract/lists'
import { type KeyboardEvent, useRef } from 'react'
import { type SheetAction, sheetKey } from '../model/edit/keys'
import { enterStep, tabStep } from '../model/edit/motion'
import { type GridSize, markWhole, moveSelection } from '../model/selection'
import type { SelectionApi } from '../model/useSelection'

/** What the sheet does on a key beside moving about. */
export interface SheetActions {
  type: (text: string) => void
  edit: (isListOpen: boolean) => void
  toggle: () => void
  open: () => void
  clear: () => void
  fill: (direction: 'down' | 'right') => void
  newRow: () => void
  removeRows: () => void
  menu: () => void
  refresh: () => void
  /** Esc with nothing being typed. */
  cancel: () => void
}

export interface SheetKeysOptions extends SelectionApi {
  columns: readonly ColumnSpec[]
  /** As it is now: a row just typed is already counted. */
  size: () => GridSize
  isEditable: (line: number, column: number) => boolean
  actions: SheetActions
  /** Keys of the head and of groups; true when taken. */
  otherKey: (event: KeyboardEvent) => boolean
  scroller: { current: HTMLElement | null }
}

export function useSheetKeys(options: SheetKeysOptions) {
  const { columns, size, actions, selection, go, put, run } = options
  /** Esc, then Tab leaves the sheet: Tab alone goes from cell to cell. */
  const isLeaving = useRef(false)
  const isSheet = columns.some((column) => column.edit)
  const ground = () => ({
    size: size(),
    isEditable: columns.map((column) => column.edit !== undefined),
    run: run.current,
  })

  /** Enter and Tab, over the sheet and out of an editor; false: Tab has come to the end of the sheet. */
  const step = (by: 'enter' | 'tab', back: boolean): boolean => {
    if (by === 'enter') {
      go(enterStep(selection, back, ground()))
      return true
    }
    const next = tabStep(selection, back, ground())
    if (next) go(next, run.current ?? selection.active.column)
    return next !== null
  }
  const move = (event: KeyboardEvent): boolean => {
    const next = moveSelection(selection, event, size())
    if (next) go(next)
    return next !== null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // A filter in the head, or a cell's editor, has keys of its own.
    if (event.target !== options.scroller.current) return
    const column = columns[selection.active.column]
    if (!column) return
    if (options.otherKey(event)) return
    if (selection.active.row >= 0) {
      const isEditable = options.isEditable(selection.active.row, selection.active.column)
      const action = sheetKey(event, { isSheet: isSheet && !isLeaving.current, isEditable, column })
      isLeaving.current = event.key === 'Escape' || (isLeaving.current && event.key === 'Shift')
      if (action) {
        if (follow(action)) event.preventDefault()
        return
      }
    }
    if (event.altKey || event.metaKey) return
    if (move(event)) event.preventDefault()
  }
  const follow = (action: SheetAction): boolean => {
    switch (action.do) {
      case 'type':
        actions.type(action.text)
        return true
      case 'edit':
      case 'choose':
        actions.edit(action.do === 'choose')
        return true
      case 'enter':
      case 'tab':
        return step(action.do, action.back)
      case 'mark':
        // The sheet stays where it is, as in Excel: the ends of whole rows and columns are not what one looks at.
        put(markWhole(selection, action.what, size()))
        return true
      case 'fill-down':
      case 'fill-right':
        actions.fill(action.do === 'fill-down' ? 'down' : 'right')
        return true
      case 'new-row':
        actions.newRow()
        return true
      case 'remove-rows':
        actions.removeRows()
        return true
      case 'cancel':
        actions.cancel()
        return false
      case 'toggle':
      case 'open':
      case 'clear':
      case 'menu':
      case 'refresh':
        actions[action.do]()
        return true
    }
  }
  return { onKeyDown, step, move }
}
