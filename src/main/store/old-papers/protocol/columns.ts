import { cellText, type Table } from './blocks'
import { line } from './piece'

/** Columns of a table by the meaning of their headings. */

export type ColumnRole =
  | 'n'
  | 'person'
  | 'position'
  | 'school'
  | 'sign'
  | 'question'
  | 'speaker'
  | 'heard'
  | 'decision'
  | 'who'
  | 'due'
  | 'vote'
  | 'note'
  | 'time'
  | 'other'

const HEADINGS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['n', /^(?:№|n(?!\p{L})|п\/п|номер|#)/iu],
  ['sign', /подпис|роспис/iu],
  ['who', /ответств|исполнит|кому\s+поруч/iu],
  ['due', /срок|дата\s+(?:исполн|выполн)|когда/iu],
  ['heard', /^слушали/iu],
  ['speaker', /докладч|выступ|спикер|кто\s+доклад|сообщени/iu],
  ['vote', /голос/iu],
  ['decision', /решени|решили|решено|поручени|постанов|что\s+сделать|рекомендац|меропри/iu],
  ['heard', /слушали|обсуждени|ход\s|краткое\s+содерж|суть/iu],
  ['question', /вопрос|повестк|тема|^содержание/iu],
  ['time', /^время/iu],
  ['note', /отметк|примечан/iu],
  ['person', /ф\.?\s?и\.?\s?о|фамили|участник|присутств|^имя|член/iu],
  ['position', /должност|роль/iu],
  ['school', /школ|организац|учрежден|^о[оу](?!\p{L})|место\s+работы/iu],
]

export interface Column {
  column: number
  role: ColumnRole
}

export interface Columns {
  columns: Column[]
  /** Rows of headings, a row of column numbers under them included; 0: the table has no head. */
  headRows: number
}

export function columnsOf(table: Table): Columns {
  for (const row of [0, 1]) {
    const cells = table.cells.filter((cell) => cell.row === row)
    const columns = cells.flatMap((cell): Column[] => {
      const heading = line(cellText(cell))
      if (heading.length > 60 || heading === '') return []
      const role = HEADINGS.find(([, pattern]) => pattern.test(heading))?.[0]
      return role ? [{ column: cell.column, role }] : []
    })
    const filled = cells.filter((cell) => cell.paras.length > 0).length
    if (columns.length >= 2 && columns.length * 2 > filled)
      return { columns, headRows: row + (numbered(table, row + 1) ? 2 : 1) }
  }
  return { columns: [], headRows: 0 }
}

/** «1 2 3 4» under the headings. */
function numbered(table: Table, row: number): boolean {
  const texts = table.cells.filter((cell) => cell.row === row).map((cell) => line(cellText(cell)))
  return texts.length >= 3 && texts.every((text, index) => text === String(index + 1))
}

export type TableKind = 'roster' | 'decisions' | 'questions' | 'agenda' | 'other'

export function kindOfTable(table: Table): TableKind {
  const { columns } = columnsOf(table)
  const has = (role: ColumnRole): boolean => columns.some((column) => column.role === role)
  if (has('question') && (has('decision') || has('heard'))) return 'questions'
  if (has('decision') && (has('who') || has('due') || has('n'))) return 'decisions'
  if (has('question') && (has('speaker') || has('n'))) return 'agenda'
  if (has('person') && (has('position') || has('school') || has('sign') || has('n'))) return 'roster'
  return 'other'
}

/** Cells by row and column, merged ones in every row they span. */
export function gridOf(table: Table): Map<number, Map<number, Table['cells'][number]>> {
  const grid = new Map<number, Map<number, Table['cells'][number]>>()
  for (const cell of table.cells) {
    for (let row = cell.row; row < Math.min(table.rows, cell.row + cell.rowSpan); row += 1) {
      const columns = grid.get(row) ?? new Map()
      columns.set(cell.column, cell)
      grid.set(row, columns)
    }
  }
  return grid
}
