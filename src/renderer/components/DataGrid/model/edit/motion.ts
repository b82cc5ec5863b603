import { blockOf, type CellAt, type GridSize, isOneCell, type Selection, selectionAt } from '../selection'

/** Where Enter and Tab go, as on a protected sheet of Excel: Tab skips the cells that cannot be typed into. */
export interface Ground {
  size: GridSize
  /** By column. */
  isEditable: readonly boolean[]
  /** Column in which the present run of Tabs began; Enter comes back to it. */
  run: number | null
}

/** Enter: down, or up with Shift; within a marked block it walks through the block by columns. */
export function enterStep(selection: Selection, back: boolean, ground: Ground): Selection {
  const block = blockOf(selection)
  const step = back ? -1 : 1
  if (!isOneCell(block) && block.top >= 0) {
    const height = block.bottom - block.top + 1
    const width = block.right - block.left + 1
    const at = (selection.active.column - block.left) * height + (selection.active.row - block.top)
    const next = (at + step + height * width) % (height * width)
    const active = { row: block.top + (next % height), column: block.left + Math.floor(next / height) }
    return { ...selection, active }
  }
  const row = Math.max(0, Math.min(selection.active.row + step, ground.size.rows - 1))
  return selectionAt({ row, column: back ? selection.active.column : (ground.run ?? selection.active.column) })
}

/** Tab: the next cell one can type into, on into the next row; null past the ends, where Tab leaves the sheet. */
export function tabStep(selection: Selection, back: boolean, ground: Ground): Selection | null {
  const block = blockOf(selection)
  const step = back ? -1 : 1
  if (!isOneCell(block) && block.top >= 0) {
    const height = block.bottom - block.top + 1
    const width = block.right - block.left + 1
    const at = (selection.active.row - block.top) * width + (selection.active.column - block.left)
    const next = (at + step + height * width) % (height * width)
    const active = { row: block.top + Math.floor(next / width), column: block.left + (next % width) }
    return { ...selection, active }
  }
  const { columns, rows } = ground.size
  let { row, column }: CellAt = selection.active
  for (let tried = 0; tried < columns * 2; tried++) {
    column += step
    if (column < 0 || column >= columns) {
      row += step
      column = back ? columns - 1 : 0
    }
    if (row < 0 || row >= rows) return null
    if (ground.isEditable[column]) return selectionAt({ row, column })
  }
  return null
}
