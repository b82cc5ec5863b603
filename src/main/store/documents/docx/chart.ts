import { CHART_COLOURS, CHART_OUTLINE, CHART_PT, chartHeightMm, hasLegend } from '@shared/papers/charts'
import type { Chart } from '@shared/papers/model'
import { Paragraph } from 'docx'
import { ChartRun, type ChartRunOptions } from 'docx/charts'
import { FONT } from './styles'

const PX_PER_MM = 96 / 25.4

/** A native chart of Word: its figures can be edited there, it has its own workbook inside. */
export function wordChart(chart: Chart, widthMm: number, keepNext: boolean): Paragraph {
  const run = new ChartRun(optionsOf(chart, widthMm))
  return new Paragraph({ style: 'TableText', keepNext, spacing: { before: 0, after: 160 }, children: [run] })
}

function optionsOf(chart: Chart, widthMm: number): ChartRunOptions {
  const font = { name: FONT, size: CHART_PT, color: '000000' }
  const numberFormat =
    chart.decimals === undefined || chart.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(chart.decimals)}`
  const common = {
    categories: chart.labels,
    legend: hasLegend(chart) ? ({ position: 'bottom', font } as const) : (false as const),
    font: { name: FONT, color: '000000' },
    chartArea: { fill: 'none', border: 'none' } as const,
    valueAxis: { visible: false, gridlines: false, minimum: 0 },
    transformation: {
      width: Math.round(widthMm * PX_PER_MM),
      height: Math.round(chartHeightMm(chart) * PX_PER_MM),
    },
    altText: { name: chart.series[0]?.title ?? 'Диаграмма', description: chart.description },
  }
  if (chart.shape === 'lines') {
    return {
      ...common,
      type: 'line',
      categoryAxis: { font },
      series: chart.series.map((series, index) => ({
        name: series.title,
        values: series.values,
        color: CHART_OUTLINE,
        line: { color: CHART_OUTLINE, width: 1.5, dash: index === 0 ? 'solid' : 'dash' },
        markers: { shape: index === 0 ? 'circle' : 'square', size: 6 },
        dataLabels: { value: true, position: index === 0 ? 'above' : 'below', numberFormat, font },
      })),
    }
  }
  const series = chart.series.map((one, index) => ({
    name: one.title,
    values: one.values,
    color: CHART_COLOURS[index] ?? CHART_COLOURS[1],
  }))
  const bars = {
    ...common,
    series,
    gapWidth: 60,
    overlap: 0,
    dataLabels: { value: true, position: 'outsideEnd', numberFormat, font } as const,
  }
  // Word draws the first category at the bottom.
  if (chart.shape === 'bars') return { ...bars, type: 'bar', categoryAxis: { reverseOrder: true, font } }
  return { ...bars, type: 'column', categoryAxis: { font } }
}
