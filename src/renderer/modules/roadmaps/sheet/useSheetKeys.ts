import type { RoadmapColumn } from '@shared/contract/roadmaps'
import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { sheetKey } from '../../../components/DataGrid/model/edit/keys'
import { enterStep, tabStep } from '../../../components/DataGrid/model/edit/motion'
import {
  type CellAt,
  isOneCell,
  markWhole,
  moveSelection,
  selectionAt,
} from '../../../components/DataGrid/model/selection'
import { isTyped } from '../model/cells'
import type { Line } from '../model/lines'
import { nextTyped, titleColumn } from '../model/motion'
import { textColumn } from './columns'
import type { SheetMarks } from './useSheetMarks'
import type { SheetSteps } from './useSheetSteps'

export interface KeysOptions {
  lines: readonly Line[]
  columns: readonly RoadmapColumn[]
  marks: SheetMarks
  rows: number
  scroller: RefObject<HTMLElement | null>
  steps: SheetSteps
  /** Null keeps the text that is there. */
  edit: (at: CellAt, text: string | null) => boolean
  open: () => void
  menu: () => void
}

/** Keys of the shared sheet, and those of rows that have levels: Alt with the arrows, as in Word's outline. */
export function useSheetKeys(options: KeysOptions) {
  const { lines, columns, marks, steps } = options
  const { selection, go, run } = marks
  const { active } = selection
  /** Esc, then Tab leaves the sheet: Tab alone goes from cell to cell. */
  const isLeaving = useRef(false)

  /** @param grown a row was begun on the line after the last, and is not drawn yet */
  const step = (by: 'enter' | 'tab', back: boolean, grown = false): boolean => {
    const last = options.rows - (grown ? 0 : 1)
    const ground = { size: { ...marks.size, rows: last + 1 }, isEditable: columns.map(() => true), run: run.current }
    if (by === 'enter') {
      const next = enterStep(selection, back, ground)
      const isNew = next.active.row >= lines.length + (grown ? 1 : 0)
      go(isNew ? selectionAt({ row: next.active.row, column: titleColumn(columns) }) : next)
      return true
    }
    if (!isOneCell(marks.block)) {
      const within = tabStep(selection, back, ground)
      if (within) go(within)
      return true
    }
    const next = nextTyped(lines, columns, active, back ? -1 : 1)
    if (!next || next.row > last) return false
    go(selectionAt(next), run.current ?? (lines[active.row]?.kind === 'section' ? titleColumn(columns) : active.column))
    return true
  }
  const move = (event: KeyboardEvent): boolean => {
    const next = moveSelection(selection, event, marks.size)
    if (next) go({ ...next, active: within(next.active), anchor: within(next.anchor), end: within(next.end) })
    return next !== null
  }
  /** The sheet has no cursor in its head; a new item begins with its words. */
  const within = ({ row, column }: CellAt): CellAt => ({
    row: Math.max(0, row),
    column: row >= lines.length ? titleColumn(columns) : column,
  })

  const outlineKey = (event: KeyboardEvent): boolean => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return false
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') steps.move(event.key === 'ArrowUp' ? -1 : 1)
    else if (event.shiftKey && event.key === 'ArrowRight') steps.level('deeper')
    else if (event.shiftKey && event.key === 'ArrowLeft') steps.level('higher')
    else return false
    return true
  }
  const follow = (event: KeyboardEvent): boolean => {
    const line = lines[active.row]
    const column = columns[active.column]
    const isEditable = line && column ? isTyped(line, column) : true
    const action = sheetKey(event, { isSheet: !isLeaving.current, isEditable, column: textColumn })
    isLeaving.current = event.key === 'Escape' || (isLeaving.current && event.key === 'Shift')
    if (!action) return false
    switch (action.do) {
      case 'type':
        return options.edit(active, action.text)
      case 'edit':
        return options.edit(active, null)
      case 'enter':
      case 'tab':
        return step(action.do, action.back)
      case 'mark':
        marks.put(markWhole(selection, action.what, marks.size))
        return true
      case 'clear':
        steps.clear()
        return true
      case 'fill-down':
        steps.fillDown()
        return true
      case 'new-row':
        steps.add('same')
        return true
      case 'remove-rows':
        steps.remove()
        return true
      case 'open':
        options.open()
        return true
      case 'menu':
        options.menu()
        return true
      default:
        return false
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== options.scroller.current) return
    if (outlineKey(event) || follow(event) || (!event.altKey && !event.metaKey && move(event))) event.preventDefault()
  }
  return { onKeyDown, step, move }
}
