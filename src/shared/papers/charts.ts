import { formatNumber } from '../domain/text/plural'
import type { Chart } from './model'

/** Sizes and looks of charts that Word and the page on screen share. */

export const CHART_PT = 10
/** Of the first series and the second: told apart in grey print, the lighter one outlined. */
export const CHART_COLOURS = ['595959', 'BFBFBF'] as const
export const CHART_OUTLINE = '595959'
/** A bar with the gap below it; two bars of a label stand together. */
const BAR_MM = 8
const PAIR_MM = 12
export const CHART_PADDING_MM = 3
/** Names of the series, when there are two. */
export const LEGEND_MM = 8
/** Of columns and lines, with the labels under them. */
const STANDING_MM = 75
/** A chart with its caption must fit a page: more bars are thinner. */
const MOST_MM = 200

export function hasLegend(chart: Chart): boolean {
  return chart.series.length > 1
}

/** Of one label of lying bars. */
export function barPitchMm(chart: Chart): number {
  return Math.min(hasLegend(chart) ? PAIR_MM : BAR_MM, MOST_MM / Math.max(1, chart.labels.length))
}

export function chartHeightMm(chart: Chart): number {
  const plot = chart.shape === 'bars' ? chart.labels.length * barPitchMm(chart) + 2 * CHART_PADDING_MM : STANDING_MM
  return plot + (hasLegend(chart) ? LEGEND_MM : 0)
}

/** «12», «1 234,5»; '' for what cannot be said. */
export function chartValue(chart: Chart, value: number | null): string {
  if (value === null) return ''
  const [whole = '0', fraction] = Math.abs(value)
    .toFixed(chart.decimals ?? 0)
    .split('.')
  const sign = value < 0 ? '−' : ''
  return `${sign}${formatNumber(Number(whole))}${fraction === undefined ? '' : `,${fraction}`}`
}

/** «Первая школа: 12; Вторая школа: 3» of each series: the chart for those who do not see it or read it in a terminal. */
export function chartLines(chart: Chart): string[] {
  return chart.labels.map((label, at) => {
    const values = chart.series.map((series) => {
      const value = chartValue(chart, series.values[at] ?? null) || '—'
      return hasLegend(chart) ? `${series.title} — ${value}` : value
    })
    return `${label}: ${values.join(', ')}`
  })
}
