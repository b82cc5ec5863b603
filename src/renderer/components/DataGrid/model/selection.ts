/** A cell of the sheet. Row −1 is the head. */
export interface CellAt {
  row: number
  column: number
}

/** As in Excel: the marked block lies between `anchor` and `end`, the active cell is the one in it that is typed into. */
export interface Selection {
  active: CellAt
  /** Where the block was started; equals `active` until Enter or Tab walks through the block. */
  anchor: CellAt
  /** The corner Shift+arrows move. */
  end: CellAt
}

export interface GridSize {
  rows: number
  columns: number
  /** Rows on one screen. */
  page: number
  /** Rows of the list, where new ones may be typed after them: Ctrl+End goes to the last of these, as in Excel. */
  used?: number
}

export interface KeyStroke {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
}

export const startSelection: Selection = selectionAt({ row: 0, column: 0 })

/** One cell, nothing else marked. */
export function selectionAt(cell: CellAt): Selection {
  return { active: cell, anchor: cell, end: cell }
}

/** The block from the active cell to this one. */
export function extendTo(selection: Selection, end: CellAt): Selection {
  const active = inRows(selection.active)
  return { active, anchor: active, end: inRows(end) }
}

/** Where a key moves the active cell or, with Shift, the block's end; null when it is no motion. Ctrl jumps to borders. */
export function moveSelection(selection: Selection, stroke: KeyStroke, size: GridSize): Selection | null {
  const from = stroke.shiftKey ? selection.end : selection.active
  const target = targetOf(from, stroke, size)
  if (target === null) return null
  const cell = clampCell(target, size)
  if (!stroke.shiftKey) return selectionAt(cell)
  // A block lies in the rows: the head is never part of it.
  return { active: inRows(selection.active), anchor: inRows(selection.anchor), end: inRows(cell) }
}

function targetOf({ row, column }: CellAt, { key, ctrlKey }: KeyStroke, size: GridSize): CellAt | null {
  const used = (size.used ?? size.rows) - 1
  const lastRow = row < used ? used : size.rows - 1
  switch (key) {
    case 'ArrowUp':
      return { row: ctrlKey ? 0 : row - 1, column }
    case 'ArrowDown':
      return { row: ctrlKey ? lastRow : row + 1, column }
    case 'ArrowLeft':
      return { row, column: ctrlKey ? 0 : column - 1 }
    case 'ArrowRight':
      return { row, column: ctrlKey ? size.columns - 1 : column + 1 }
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrlKey ? lastRow : row, column: size.columns - 1 }
    case 'PageUp':
      return { row: Math.max(0, row - size.page), column }
    case 'PageDown':
      return { row: row + size.page, column }
    default:
      return null
  }
}

export function clampCell({ row, column }: CellAt, size: GridSize): CellAt {
  return {
    row: Math.max(-1, Math.min(row, size.rows - 1)),
    column: Math.max(0, Math.min(column, size.columns - 1)),
  }
}

/** Rows and columns may have become fewer since. */
export function clampSelection(selection: Selection, size: GridSize): Selection {
  return {
    active: clampCell(selection.active, size),
    anchor: clampCell(selection.anchor, size),
    end: clampCell(selection.end, size),
  }
}

function inRows({ row, column }: CellAt): CellAt {
  return { row: Math.max(0, row), column }
}

/** Whole rows of the block (Shift+Space), whole columns (Ctrl+Space), everything (Ctrl+A). */
export function markWhole(selection: Selection, what: 'row' | 'column' | 'all', size: GridSize): Selection {
  const block = blockOf(selection)
  const top = what === 'row' ? Math.max(0, block.top) : 0
  const bottom = what === 'row' ? Math.max(0, block.bottom) : Math.max(0, (size.used ?? size.rows) - 1)
  const left = what === 'column' ? block.left : 0
  const right = what === 'column' ? block.right : Math.max(0, size.columns - 1)
  return {
    active: inRows(selection.active),
    anchor: { row: top, column: left },
    end: { row: bottom, column: right },
  }
}

export interface Block {
  top: number
  bottom: number
  left: number
  right: number
}

export function blockOf({ anchor, end }: Selection): Block {
  return {
    top: Math.min(anchor.row, end.row),
    bottom: Math.max(anchor.row, end.row),
    left: Math.min(anchor.column, end.column),
    right: Math.max(anchor.column, end.column),
  }
}

export function isInBlock(block: Block, row: number, column: number): boolean {
  return row >= block.top && row <= block.bottom && column >= block.left && column <= block.right
}

export function isOneCell(block: Block): boolean {
  return block.top === block.bottom && block.left === block.right
}
