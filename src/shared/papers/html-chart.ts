import { barPitchMm, chartHeightMm, hasLegend, LEGEND_MM } from './charts'
import { lyingBars } from './html-chart-bars'
import { standing } from './html-chart-standing'
import { LETTER_EM, mm, rect, SIZE_MM, text } from './html-chart-svg'
import type { Chart } from './model'

/** A chart as SVG in millimetres: only presentation attributes, so that the window's content policy has nothing to refuse. */
export function chartHtml(chart: Chart, widthMm: number, escaped: (text: string) => string): string {
  const height = chartHeightMm(chart)
  const plotMm = height - (hasLegend(chart) ? LEGEND_MM : 0)
  const draw = { chart, widthMm, heightMm: plotMm, pitchMm: barPitchMm(chart), escaped }
  const plot = chart.shape === 'bars' ? lyingBars(draw) : standing(draw)
  const legend = hasLegend(chart) ? legendOf(chart, widthMm, plotMm + LEGEND_MM / 2, escaped) : ''
  const piece = chart.piece === undefined ? '' : ` data-piece="${escaped(chart.piece)}"`
  return (
    `<svg class="paper-chart"${piece} role="img" aria-label="${escaped(chart.description)}" width="${mm(widthMm)}mm" height="${mm(height)}mm" ` +
    `viewBox="0 0 ${mm(widthMm)} ${mm(height)}">${plot}${legend}</svg>`
  )
}

function legendOf(chart: Chart, widthMm: number, y: number, escaped: (text: string) => string): string {
  const widths = chart.series.map((series) => 8 + series.title.length * SIZE_MM * LETTER_EM)
  let x = (widthMm - widths.reduce((sum, width) => sum + width, 0)) / 2
  return chart.series
    .map((series, index) => {
      const key = rect(index, x, y - 1.5, 3, 3)
      const name = text(x + 4.5, y, 'start', escaped(series.title))
      x += widths[index] ?? 0
      return key + name
    })
    .join('')
}
