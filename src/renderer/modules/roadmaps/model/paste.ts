import type { Roadmap, RoadmapColumn, RoadmapSection } from '@shared/contract/roadmaps'
import { normKey } from '@shared/domain/text/norm'
import { type DueReader, isTyped, type KnownNames, setCell, sheetColumns } from './cells'
import { type Line, linesOf, readSection } from './lines'
import { addItem, addSection, newItem, newSection } from './structure'

/** A block from Excel, Word or from here, laid on the sheet. */
export interface Pasted {
  roadmap: Roadmap
  /** First and last row it filled. */
  from: string | null
  to: string | null
  rows: number
  refusal?: string
}

/** From this width on a row with its first cell alone is a section: in the paper it spans the table. */
const SECTION_WIDTH = 3

/**
 * As Excel: from the active cell on, over the rows that are there, and rows are added where they end. A block that brings
 * sections of its own is put in as rows of its own, after the active one. A head and a row of column numbers are no rows.
 */
export function pasteBlock(
  roadmap: Roadmap,
  block: readonly (readonly string[])[],
  at: { line: Line | null; column: number },
  read: DueReader,
  known: KnownNames,
): Pasted {
  const columns = sheetColumns(roadmap)
  const rows = block.filter((row, index) => !(index < 2 && isHead(row, columns)) && row.some((cell) => cell.trim()))
  const none = { roadmap, from: null, to: null, rows: 0 }
  const [first] = rows
  if (!first) return { ...none, refusal: 'В буфере обмена нет ячеек. Скопируйте их ещё раз.' }
  const room = columns.length - at.column
  if (first.length > room) {
    const start = columns[at.column]?.title ?? ''
    return {
      ...none,
      refusal: `Скопировано столбцов: ${first.length}, а от «${start}» до края таблицы — ${room}. Начните левее.`,
    }
  }
  const put = (now: Roadmap, uid: string, row: readonly string[]): Roadmap =>
    row.reduce((next, text, index) => {
      const line = linesOf(next).find((one) => one.uid === uid)
      const column = columns[at.column + index]
      return line && column && isTyped(line, column) ? setCell(next, line, column, text, read, known) : next
    }, now)

  if (rows.some(isSection)) return pasteRows(roadmap, rows, at.line, put)
  let next = roadmap
  const uids: string[] = []
  // Rows there are, from the active one; sections between them are passed over.
  const lines = linesOf(roadmap)
  const start = at.line === null ? lines.length : lines.findIndex(({ uid }) => uid === at.line?.uid)
  const single = rows.length === 1 && first.length === 1 && at.line?.kind === 'section'
  const under = lines.slice(start).filter((line) => single || line.kind !== 'section')
  let last: Line | null = at.line
  for (const [index, row] of rows.entries()) {
    const line = under[index]
    if (line) {
      next = put(next, line.uid, row)
      uids.push(line.uid)
      last = line
    } else {
      const here = last === null ? null : (linesOf(next).find(({ uid }) => uid === last?.uid) ?? null)
      const step = addItem(next, here, newItem())
      if (step.uid === null) continue
      next = put(step.roadmap, step.uid, row)
      uids.push(step.uid)
      last = linesOf(next).find(({ uid }) => uid === step.uid) ?? last
    }
  }
  return { roadmap: next, from: uids[0] ?? null, to: uids.at(-1) ?? null, rows: uids.length }
}

function pasteRows(
  roadmap: Roadmap,
  rows: readonly (readonly string[])[],
  after: Line | null,
  put: (now: Roadmap, uid: string, row: readonly string[]) => Roadmap,
): Pasted {
  let next = roadmap
  let last = after
  const uids: string[] = []
  for (const row of rows) {
    const title = row.find((cell) => cell.trim() !== '') ?? ''
    const section: RoadmapSection | null = isSection(row) ? newSection(readSection(title)) : null
    const step = section ? addSection(next, last, section) : addItem(next, last, newItem())
    if (step.uid === null) continue
    const { uid } = step
    next = section ? step.roadmap : put(step.roadmap, uid, row)
    uids.push(uid)
    last = linesOf(next).find((line) => line.uid === uid) ?? null
  }
  return { roadmap: next, from: uids[0] ?? null, to: uids.at(-1) ?? null, rows: uids.length }
}

function isSection(row: readonly string[]): boolean {
  const [first = '', ...rest] = row
  return row.length >= SECTION_WIDTH && /\p{L}{3}/u.test(first) && rest.every((cell) => cell.trim() === '')
}

/** The head of the copied table, or the row of numbers under it. */
function isHead(row: readonly string[], columns: readonly RoadmapColumn[]): boolean {
  if (row.length >= SECTION_WIDTH && row.every((cell, index) => cell.trim() === String(index + 1))) return true
  const titles = new Set(columns.map(({ title }) => normKey(title)))
  return row.length > 1 && row.filter((cell) => titles.has(normKey(cell))).length > row.length / 2
}
