import { CHART_COLOURS, CHART_OUTLINE, CHART_PT } from './charts'
import type { Chart } from './model'

/** The strokes that drawings of charts share: SVG in millimetres. */

/** What the drawing of a plot is given. */
export interface Plot {
  chart: Chart
  widthMm: number
  heightMm: number
  /** Of one label of lying bars. */
  pitchMm: number
  escaped: (text: string) => string
}

export const SIZE_MM = (CHART_PT * 25.4) / 72
/** A letter of Times New Roman, about. */
export const LETTER_EM = 0.52

export function text(x: number, y: number, anchor: 'start' | 'middle' | 'end', html: string): string {
  return `<text x="${mm(x)}" y="${mm(y + SIZE_MM * 0.33)}" text-anchor="${anchor}" font-size="${mm(SIZE_MM)}">${html}</text>`
}

/** A bar or column of the n-th series. */
export function rect(series: number, x: number, y: number, width: number, height: number): string {
  const outline = series === 0 ? '' : ` stroke="#${CHART_OUTLINE}" stroke-width="0.2"`
  return `<rect x="${mm(x)}" y="${mm(y)}" width="${mm(width)}" height="${mm(height)}" fill="#${CHART_COLOURS[series] ?? CHART_COLOURS[1]}"${outline}/>`
}

export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${mm(x1)}" y1="${mm(y1)}" x2="${mm(x2)}" y2="${mm(y2)}" stroke="#000" stroke-width="0.2"/>`
}

/** A mark with its value, told apart by the number of the report it shows. */
export function marked({ chart, escaped }: Plot, series: number, at: number, drawn: string): string {
  const figure = chart.series[series]?.figures?.[at]
  return figure === undefined ? drawn : `<g data-figure="${escaped(figure)}">${drawn}</g>`
}

export const mm = (value: number): string => String(Math.round(value * 100) / 100)
