import type { Figure, ReportPart, TablePart } from '@shared/contract/report-content'
import type { ReportData } from '@shared/contract/reports'
import { type PrintedPiece, printedPieces } from '@shared/papers/report/pieces'
import { printable } from '@shared/papers/text'
import type { CellValue } from 'exceljs'
import { columnLetter, textValue } from '../xlsx/excel-text'
import { figureFormula, unitsOf } from './annex-formulas'
import type { AnnexList } from './annex-lists'
import { cellStyle, formatOf } from './annex-styles'

/** Tables of the report as rows of cells: counted by formulas wherever a formula gives the very figure of the report. */

export interface AnnexCell {
  value: CellValue
  style: ReturnType<typeof cellStyle>
}

export interface AnnexTable {
  /** «Таблица 3». */
  name: string
  title: string
  heads: string[]
  /** Shares of the width. */
  shares: number[]
  /** Of a group one cell over all columns. */
  rows: AnnexCell[][]
}

/** The heading's row and those above it. */
export const HEAD_ROW = 3

export function annexTables(data: ReportData, lists: readonly AnnexList[]): AnnexTable[] {
  return printedPieces(data).flatMap(({ pieces }) =>
    pieces.flatMap((printed) => (printed.part?.form === 'table' ? [tableOf(printed, printed.part, lists)] : [])),
  )
}

function tableOf({ piece, number }: PrintedPiece, part: TablePart, lists: readonly AnnexList[]): AnnexTable {
  const { columns } = part
  const figures = new Map(part.figures.map((figure) => [figure.key, figure]))
  const places = placesOf(part)
  const rows = part.rows.map((row, index) => {
    const bold = row.look === 'total'
    if (row.look === 'group')
      return [{ value: textValue(printable(row.cells[0]?.text ?? '')), style: cellStyle('left', true) }]
    return columns.map((column, at): AnnexCell => {
      const said = row.cells[at]
      const figure = figures.get(said?.figure ?? '')
      if (figure === undefined) {
        return { value: textValue(said?.text ?? ''), style: cellStyle(column.align, bold) }
      }
      const style = cellStyle('right', bold, formatOf(figure))
      const formula =
        figureFormula(figure, lists) ??
        (bold ? sumFormula(part, figures, index, at, figure) : null) ??
        shareFormula(figure, figures, places)
      return {
        value:
          formula === null ? numberOf(figure, figure.value) : { formula, result: numberOf(figure, figure.value) ?? 0 },
        style,
      }
    })
  })
  const title = printable(piece.title) || printable(part.title)
  return {
    name: `Таблица ${number}`,
    title,
    heads: columns.map((column) => printable(column.title)),
    shares: columns.map(({ share }) => share),
    rows,
  }
}

export function numberOf({ unit }: Figure, value: number | null): number | null {
  return value === null ? null : value / unitsOf(unit)
}

/** Where the figures of a part stand on its sheet: «$C$7». */
function placesOf(part: TablePart): Map<string, string> {
  const places = new Map<string, string>()
  for (const [index, row] of part.rows.entries()) {
    for (const [at, { figure }] of row.cells.entries()) {
      if (figure !== undefined) places.set(figure, `$${columnLetter(at)}$${HEAD_ROW + 1 + index}`)
    }
  }
  return places
}

/** A total of the rows above it. */
function sumFormula(
  part: TablePart,
  figures: ReadonlyMap<string, Figure>,
  index: number,
  at: number,
  total: Figure,
): string | null {
  const above = part.rows.slice(0, index)
  if (index === 0 || above.some(({ look }) => look === 'total')) return null
  const values = above.flatMap(({ look, cells }) => (look === 'plain' ? [figures.get(cells[at]?.figure ?? '')] : []))
  const sum = values.reduce((whole, figure) => whole + (figure?.value ?? 0), 0)
  if (sum !== total.value || values.some((figure) => figure !== undefined && figure.unit !== total.unit)) return null
  const letter = columnLetter(at)
  return `SUM(${letter}${HEAD_ROW + 1}:${letter}${HEAD_ROW + index})`
}

/** A part of a whole in percent, a mean: of figures that stand on the same sheet. */
export function shareFormula(
  figure: Figure,
  figures: ReadonlyMap<string, Figure>,
  places: ReadonlyMap<string, string>,
): string | null {
  const [part, whole] = figure.of.map((key) => figures.get(key))
  const [partAt, wholeAt] = figure.of.map((key) => places.get(key))
  if (figure.of.length !== 2 || !part?.value || !whole?.value || !partAt || !wholeAt || figure.unit !== 'tenths')
    return null
  const times = figure.suffix === '%' ? 100 : 1
  const quotient = (part.value / unitsOf(part.unit) / (whole.value / unitsOf(whole.unit))) * times
  return Math.round(quotient * 10) === figure.value ? `ROUND(${partAt}/${wholeAt}${times === 1 ? '' : '*100'},1)` : null
}

export interface FigureLine {
  section: string
  figure: Figure
  value: CellValue
}

/** Figures of sentences and charts, line by line: they stand in no table. */
export function figureLines({ report, contents }: ReportData, lists: readonly AnnexList[]): FigureLine[] {
  const found = report.sections
    .filter(({ hidden }) => !hidden)
    .flatMap(({ uid, title }) =>
      (contents[uid]?.parts ?? []).flatMap((part) =>
        part.form === 'table' ? [] : [...shownFigures(part)].map((figure) => ({ section: title, part, figure })),
      ),
    )
  return found.map(({ section, part, figure }) => {
    const figures = new Map(part.figures.map((one) => [one.key, one]))
    const places = new Map(
      found.flatMap((one, at) => (one.part === part ? [[one.figure.key, `$C$${HEAD_ROW + 1 + at}`] as const] : [])),
    )
    const formula = figureFormula(figure, lists) ?? shareFormula(figure, figures, places)
    const number = numberOf(figure, figure.value)
    return { section, figure, value: formula === null ? number : { formula, result: number ?? 0 } }
  })
}

const shownFigures = (part: ReportPart): Figure[] => part.figures.filter(({ value }) => value !== null)
