import type { Original, OriginalLine, RoadmapDraft } from '@shared/contract/old-papers'
import { line } from './made'

/** Plans made in a test as the reader of Word answers them. */

export interface Cell {
  text: string
  /** Columns and rows it takes. */
  span?: number
  down?: number
  label?: string
  bold?: boolean
}

/** A cell of the row above goes on here. */
export const ABOVE = null
export type Row = readonly (string | Cell | typeof ABOVE)[]

/** Lines and tables, in their order; a line is a text or a line with what Word knows of it. */
export type PlanBlock = string | Partial<OriginalLine> | { rows: readonly Row[] }

export function paper(...blocks: PlanBlock[]): Original {
  const made: Original = { format: 'docx', encoding: null, lines: [], tables: [] }
  for (const block of blocks) {
    if (typeof block === 'string') made.lines.push(line(block))
    else if ('rows' in block) addTable(made, block.rows)
    else made.lines.push(line(block.text ?? '', block))
  }
  return made
}

export const table = (...rows: readonly Row[]): { rows: readonly Row[] } => ({ rows })

/** Paragraphs of a cell are parted by \n here, as in a text. */
function addTable(made: Original, rows: readonly Row[]): void {
  const cells: Original['tables'][number]['cells'] = []
  let columns = 0
  rows.forEach((row, at) => {
    let column = 0
    for (const given of row) {
      if (given === ABOVE) {
        column += 1
        continue
      }
      const cell: Cell = typeof given === 'string' ? { text: given } : given
      const from = made.lines.length
      for (const text of cell.text.split('\n')) {
        const bold: [number, number][] = cell.bold ? [[0, text.length]] : []
        const place = { table: made.tables.length, row: at, column }
        made.lines.push(line(text, { cell: place, label: cell.label ?? '', bold }))
      }
      cells.push({
        row: at,
        column,
        rowSpan: cell.down ?? 1,
        columnSpan: cell.span ?? 1,
        from,
        to: made.lines.length,
      })
      column += cell.span ?? 1
    }
    columns = Math.max(columns, column)
  })
  made.tables.push({ rows: rows.length, columns, headRows: 0, cells })
}

/** A draft as lines that are easy to compare: «# I Раздел», «1 Мероприятие | май | Иванова И.И.», «- часть | март». */
export function outline(roadmap: RoadmapDraft): string[] {
  const lines: string[] = []
  let running = 0
  for (const section of roadmap.sections) {
    if (roadmap.numbering === 'section') running = 0
    if (section.title !== '' || section.number !== '')
      lines.push(`# ${section.number} ${section.title}`.replace(/ {2}/u, ' '))
    for (const item of section.items) {
      running += 1
      const number = item.number !== '' ? item.number : roadmap.numbering === 'none' ? '' : String(running)
      const dues = item.dues.map((due) => due.text).join(', ')
      const executors = item.executors.map(({ role, text }) => (role === 'co' ? `+${text}` : text)).join('; ')
      const more = [item.document, item.results, ...item.cells.map(({ text }) => text)].filter((text) => text !== '')
      lines.push([`${number} ${item.title.replace(/\n/gu, ' / ')}`.trim(), dues, executors, ...more].join(' | '))
      for (const part of item.parts) lines.push(`- ${part.title} | ${part.dues.map((due) => due.text).join(', ')}`)
    }
  }
  return lines
}
