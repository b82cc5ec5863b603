import type {
  ChartPart,
  Figure,
  ReportColumn,
  ReportTableRow,
  Said,
  TablePart,
  TextPart,
} from '@shared/contract/report-content'
import { formatNumber } from '@shared/domain/text/plural'
import type { FigureSet } from './figure-set'

/** Parts of a section, made of what it says; a text or a table without words is no part. */

export interface Paragraph {
  runs: Said[]
  item: boolean
}

export const paragraph = (runs: Said[]): Paragraph => ({ runs, item: false })
/** One of a list. */
export const item = (runs: Said[]): Paragraph => ({ runs, item: true })

export function textPart(key: string, figures: FigureSet, paragraphs: readonly Paragraph[]): TextPart[] {
  const said = paragraphs.filter(({ runs }) => runs.length > 0)
  if (said.length === 0) return []
  return [{ key, title: '', form: 'text', figures: figures.all, paragraphs: said }]
}

/** A sentence without numbers; null says nothing. */
export const sentence = (text: string | null): Paragraph => paragraph(text === null ? [] : [{ text }])

/** Sentences without numbers alone: why there is nothing to count, and whose numbers they would be. */
export function sentencePart(key: string, ...texts: readonly (string | null)[]): TextPart[] {
  const paragraphs = texts.map(sentence).filter(({ runs }) => runs.length > 0)
  return [{ key, title: '', form: 'text', figures: [], paragraphs }]
}

export const left = (title: string, share: number): ReportColumn => ({ title, align: 'left', share })
export const right = (title: string, share: number): ReportColumn => ({ title, align: 'right', share })
export const center = (title: string, share: number): ReportColumn => ({ title, align: 'center', share })

/** A cell in words is a string; a figure is said by `say`. */
export type Cell = string | Said
const cell = (one: Cell): Said => (typeof one === 'string' ? { text: one } : one)

/** A share in a column headed «Доля, %»: «45,0», one decimal in every line. */
export function percent({ key, value }: Figure): Said {
  return { text: value === null ? '—' : `${formatNumber(Math.floor(value / 10))},${value % 10}`, figure: key }
}

export const row = (...cells: readonly Cell[]): ReportTableRow => ({ look: 'plain', cells: cells.map(cell) })
export const totalRow = (...cells: readonly Cell[]): ReportTableRow => ({ look: 'total', cells: cells.map(cell) })
/** A heading over the rows that follow. */
export const groupRow = (title: Cell): ReportTableRow => ({ look: 'group', cells: [cell(title)] })

export function tablePart(
  key: string,
  title: string,
  figures: FigureSet,
  columns: readonly ReportColumn[],
  rows: readonly ReportTableRow[],
  wide = false,
): TablePart[] {
  if (rows.length === 0) return []
  return [{ key, title, form: 'table', figures: figures.all, columns: [...columns], rows: [...rows], wide }]
}

export interface Series {
  title: string
  figures: readonly Figure[]
  of?: 'value' | 'previous'
}

/** A chart of one bar, or of nothing but zeros, says nothing and is not there. */
export function chartPart(
  key: string,
  title: string,
  figures: FigureSet,
  shape: ChartPart['shape'],
  labels: readonly string[],
  series: readonly Series[],
): ChartPart[] {
  const says = series.some((one) => one.figures.some((figure) => (figure[one.of ?? 'value'] ?? 0) !== 0))
  if (labels.length < 2 || !says) return []
  return [
    {
      key,
      title,
      form: 'chart',
      figures: figures.all,
      shape,
      labels: [...labels],
      series: series.map((one) => ({
        title: one.title,
        figures: one.figures.map((figure) => figure.key),
        of: one.of ?? 'value',
      })),
    },
  ]
}
