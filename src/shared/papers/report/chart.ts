import type { ChartPart, Figure } from '../../contract/report-content'
import { chartLines } from '../charts'
import type { Chart } from '../model'
import { printable } from '../text'

/** Of a longer list the chart would be higher than the page; the table near it has all. */
const MOST_LABELS = 40

export interface ReportChart {
  chart: Chart
  /** Said in the caption when not all is drawn: « (первые 40 из 120)». */
  note: string
}

/** @param pathOf a figure's key as the window knows it */
export function reportChart(part: ChartPart, piece: string, pathOf: (key: string) => string): ReportChart {
  const byKey = new Map(part.figures.map((figure) => [figure.key, figure]))
  const shown = part.labels.slice(0, MOST_LABELS)
  const figures = part.series.flatMap((series) => series.figures.flatMap((key) => byKey.get(key) ?? []))
  const decimals = figures.some(({ unit }) => unit === 'money' || unit === 'hundredths')
    ? 2
    : figures.some(({ unit }) => unit === 'tenths')
      ? 1
      : 0
  const chart: Chart = {
    kind: 'chart',
    shape: part.shape,
    labels: shown.map((label) => printable(label)),
    series: part.series.map((series) => {
      const keys = series.figures.slice(0, MOST_LABELS)
      return {
        title: printable(series.title),
        values: keys.map((key) => shownValue(byKey.get(key), series.of)),
        figures: keys.map(pathOf),
      }
    }),
    decimals,
    keepNext: true,
    description: '',
    piece,
  }
  const all = part.labels.length
  return {
    chart: { ...chart, description: `${printable(part.title)}. ${chartLines(chart).join('; ')}.` },
    note: all > MOST_LABELS ? ` (первые ${MOST_LABELS} из ${all})` : '',
  }
}

function shownValue(figure: Figure | undefined, of: 'value' | 'previous'): number | null {
  const value = figure?.[of] ?? null
  if (value === null || figure === undefined) return null
  if (figure.unit === 'tenths') return value / 10
  return figure.unit === 'count' ? value : value / 100
}
