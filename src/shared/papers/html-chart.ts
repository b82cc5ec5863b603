import { twoLines } from '../domain/text/two-lines'
import { BAR_MM, type BarChart, CHART_COLOUR, CHART_PADDING_MM, CHART_PT, chartHeightMm } from './model'

/** A chart as SVG in millimetres: only presentation attributes, so that the window's content policy has nothing to refuse. */

const LABEL_SHARE = 0.42
const GAP_MM = 2
/** Room for the figure at the end of the longest bar. */
const VALUE_MM = 14
const MM_PER_PT = 25.4 / 72
/** A letter of Times New Roman, about. */
const LETTER_EM = 0.52

export function chartHtml(chart: BarChart, widthMm: number, escaped: (text: string) => string): string {
  const height = chartHeightMm(chart)
  const labelMm = widthMm * LABEL_SHARE
  const longest = Math.max(1, ...chart.bars.map((bar) => bar.value))
  const room = widthMm - labelMm - GAP_MM - VALUE_MM
  const bars = chart.bars.map(({ label, value }, index) => {
    const middle = CHART_PADDING_MM + BAR_MM * (index + 0.5)
    const length = (room * value) / longest
    const lines = twoLines(label, Math.floor(labelMm / (SIZE_MM * LETTER_EM)))
    const texts = lines.map((line, at) =>
      text(labelMm, middle + (at - (lines.length - 1) / 2) * SIZE_MM * 1.05, 'end', escaped(line)),
    )
    const bar = `<rect x="${mm(labelMm + GAP_MM)}" y="${mm(middle - BAR_MM * 0.3)}" width="${mm(length)}" height="${mm(BAR_MM * 0.6)}" fill="#${CHART_COLOUR}"/>`
    return `${texts.join('')}${bar}${text(labelMm + GAP_MM + length + 1.5, middle, 'start', String(value))}`
  })
  const axis = `<line x1="${mm(labelMm + GAP_MM)}" y1="0" x2="${mm(labelMm + GAP_MM)}" y2="${mm(height)}" stroke="#000" stroke-width="0.2"/>`
  return (
    `<svg class="paper-chart" role="img" aria-label="${escaped(chart.description)}" width="${mm(widthMm)}mm" height="${mm(height)}mm" ` +
    `viewBox="0 0 ${mm(widthMm)} ${mm(height)}">${axis}${bars.join('')}</svg>`
  )
}

const SIZE_MM = CHART_PT * MM_PER_PT

function text(x: number, y: number, anchor: 'start' | 'end', html: string): string {
  return `<text x="${mm(x)}" y="${mm(y + SIZE_MM * 0.33)}" text-anchor="${anchor}" font-size="${mm(SIZE_MM)}">${html}</text>`
}

const mm = (value: number): string => String(Math.round(value * 100) / 100)
