/** The active cell and the block marked from it. Row −1 is the head. */
export interface CellAt {
  row: number
  column: number
}

export interface Selection {
  active: CellAt
  /** Where Shift started the block; equals `active` without one. */
  anchor: CellAt
}

export interface GridSize {
  rows: number
  columns: number
  /** Rows on one screen. */
  page: number
}

export interface KeyStroke {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
}

export const startSelection: Selection = { active: { row: 0, column: 0 }, anchor: { row: 0, column: 0 } }

/** Where a key moves the active cell; null when it is no motion. Ctrl jumps to the borders as in Excel. */
export function moveSelection(selection: Selection, stroke: KeyStroke, size: GridSize): Selection | null {
  const target = targetOf(selection.active, stroke, size)
  if (target === null) return null
  const active = clamp(target, size)
  if (!stroke.shiftKey) return { active, anchor: active }
  // A block lies in the rows: the head is never part of it.
  const inRows = { row: Math.max(0, active.row), column: active.column }
  return { active: inRows, anchor: clampAnchor(selection.anchor) }
}

function targetOf({ row, column }: CellAt, { key, ctrlKey }: KeyStroke, size: GridSize): CellAt | null {
  switch (key) {
    case 'ArrowUp':
      return { row: ctrlKey ? 0 : row - 1, column }
    case 'ArrowDown':
      return { row: ctrlKey ? size.rows - 1 : row + 1, column }
    case 'ArrowLeft':
      return { row, column: ctrlKey ? 0 : column - 1 }
    case 'ArrowRight':
      return { row, column: ctrlKey ? size.columns - 1 : column + 1 }
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrlKey ? size.rows - 1 : row, column: size.columns - 1 }
    case 'PageUp':
      return { row: Math.max(0, row - size.page), column }
    case 'PageDown':
      return { row: row + size.page, column }
    default:
      return null
  }
}

function clamp({ row, column }: CellAt, size: GridSize): CellAt {
  return {
    row: Math.max(-1, Math.min(row, size.rows - 1)),
    column: Math.max(0, Math.min(column, size.columns - 1)),
  }
}

function clampAnchor({ row, column }: CellAt): CellAt {
  return { row: Math.max(0, row), column }
}

export interface Block {
  top: number
  bottom: number
  left: number
  right: number
}

export function blockOf({ active, anchor }: Selection): Block {
  return {
    top: Math.min(active.row, anchor.row),
    bottom: Math.max(active.row, anchor.row),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column),
  }
}

export function isInBlock(block: Block, row: number, column: number): boolean {
  return row >= block.top && row <= block.bottom && column >= block.left && column <= block.right
}

export function isOneCell(block: Block): boolean {
  return block.top === block.bottom && block.left === block.right
}
