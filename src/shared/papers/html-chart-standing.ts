import { twoLines } from '../domain/text/two-lines'
import { CHART_COLOURS, CHART_OUTLINE, CHART_PADDING_MM, chartValue } from './charts'
import { LETTER_EM, line, marked, mm, type Plot, rect, SIZE_MM, text } from './html-chart-svg'

/** Under the axis: labels in two lines at most. */
const LABELS_MM = 11
/** Over the highest mark: its value. */
const VALUE_MM = 6

/** Columns, or lines from point to point, their labels below. */
export function standing(plot: Plot): string {
  const { chart, widthMm, heightMm, escaped } = plot
  const step = widthMm / Math.max(1, chart.labels.length)
  const base = heightMm - LABELS_MM
  const highest = Math.max(1, ...chart.series.flatMap((series) => series.values.map((value) => value ?? 0)))
  const room = base - CHART_PADDING_MM - VALUE_MM
  const heightOf = (value: number): number => (room * Math.max(0, value)) / highest
  const labels = chart.labels.flatMap((label, at) =>
    twoLines(label, Math.floor(step / (SIZE_MM * LETTER_EM))).map((one, index) =>
      text(step * (at + 0.5), base + 3 + index * SIZE_MM * 1.05, 'middle', escaped(one)),
    ),
  )
  const marks = chart.shape === 'columns' ? columns(plot, step, base, heightOf) : lines(plot, step, base, heightOf)
  return line(0, base, widthMm, base) + marks + labels.join('')
}

type HeightOf = (value: number) => number

function columns(plot: Plot, step: number, base: number, heightOf: HeightOf): string {
  const { chart } = plot
  const thick = Math.min(14, (step * (chart.series.length > 1 ? 0.8 : 0.55)) / chart.series.length)
  return eachValue(plot, (series, at, value) => {
    const x = step * (at + 0.5) + (series - chart.series.length / 2) * thick
    const top = base - heightOf(value)
    return rect(series, x, top, thick, base - top) + text(x + thick / 2, top - 2.4, 'middle', chartValue(chart, value))
  })
}

/** The second line is broken and its points are hollow. Values of the lower line stand under it. */
function lines(plot: Plot, step: number, base: number, heightOf: HeightOf): string {
  const { chart } = plot
  const paths = chart.series.map((series, index) => {
    const dash = index === 0 ? '' : ' stroke-dasharray="2 1.2"'
    return stretches(series.values)
      .map((stretch) => stretch.map(({ at, value }) => `${mm(step * (at + 0.5))},${mm(base - heightOf(value))}`))
      .map(
        (points) =>
          `<polyline points="${points.join(' ')}" fill="none" stroke="#${CHART_OUTLINE}" stroke-width="0.5"${dash}/>`,
      )
      .join('')
  })
  const points = eachValue(plot, (series, at, value) => {
    const x = step * (at + 0.5)
    const y = base - heightOf(value)
    const other = chart.series[1 - series]?.values[at] ?? null
    const below = other !== null && (value < other || (value === other && series === 1)) && base - y > 6
    const dot = `<circle cx="${mm(x)}" cy="${mm(y)}" r="1" fill="#${series === 0 ? CHART_COLOURS[0] : 'FFFFFF'}" stroke="#${CHART_OUTLINE}" stroke-width="0.3"/>`
    return dot + text(x, below ? y + 3.4 : y - 3, 'middle', chartValue(chart, value))
  })
  return paths.join('') + points
}

function eachValue(plot: Plot, draw: (series: number, at: number, value: number) => string): string {
  return plot.chart.series
    .map(({ values }, series) =>
      values.map((value, at) => (value === null ? '' : marked(plot, series, at, draw(series, at, value)))).join(''),
    )
    .join('')
}

/** Values without a gap between them. */
function stretches(values: readonly (number | null)[]): { at: number; value: number }[][] {
  const found: { at: number; value: number }[][] = [[]]
  for (const [at, value] of values.entries()) {
    if (value === null) found.push([])
    else found.at(-1)?.push({ at, value })
  }
  return found.filter((one) => one.length > 0)
}
