import { twoLines } from '../domain/text/two-lines'
import { CHART_PADDING_MM, chartValue } from './charts'
import { LETTER_EM, line, marked, type Plot, rect, SIZE_MM, text } from './html-chart-svg'

const LABEL_SHARE = 0.42
const GAP_MM = 2
/** Room for the figure at the end of the longest bar. */
const VALUE_MM = 16

/** Bars from the left, their names before them. */
export function lyingBars(plot: Plot): string {
  const { chart, widthMm, heightMm, pitchMm, escaped } = plot
  const labelMm = widthMm * LABEL_SHARE
  const longest = Math.max(1, ...chart.series.flatMap((series) => series.values.map((value) => value ?? 0)))
  const room = widthMm - labelMm - GAP_MM - VALUE_MM
  const thick = (pitchMm * (chart.series.length > 1 ? 0.8 : 0.6)) / chart.series.length
  const rows = chart.labels.map((label, at) => {
    const middle = CHART_PADDING_MM + pitchMm * (at + 0.5)
    const lines = twoLines(label, Math.floor(labelMm / (SIZE_MM * LETTER_EM)))
    const names = lines.map((one, index) =>
      text(labelMm, middle + (index - (lines.length - 1) / 2) * SIZE_MM * 1.05, 'end', escaped(one)),
    )
    const bars = chart.series.map((series, index) => {
      const value = series.values[at] ?? null
      if (value === null) return ''
      const y = middle + (index - chart.series.length / 2) * thick
      const length = (room * Math.max(0, value)) / longest
      const bar = rect(index, labelMm + GAP_MM, y, length, thick)
      const end = labelMm + GAP_MM + length + 1.5
      return marked(plot, index, at, bar + text(end, y + thick / 2, 'start', chartValue(chart, value)))
    })
    return names.join('') + bars.join('')
  })
  return line(labelMm + GAP_MM, 0, labelMm + GAP_MM, heightMm) + rows.join('')
}
