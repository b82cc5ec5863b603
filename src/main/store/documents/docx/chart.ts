import { type BarChart, CHART_COLOUR, CHART_PT, chartHeightMm } from '@shared/papers/model'
import { Paragraph } from 'docx'
import { ChartRun } from 'docx/charts'
import { FONT } from './styles'

const PX_PER_MM = 96 / 25.4

/** A native chart of Word: its figures can be edited there, it has its own workbook inside. */
export function wordChart(chart: BarChart, widthMm: number): Paragraph {
  const font = { name: FONT, size: CHART_PT, color: '000000' }
  const run = new ChartRun({
    type: 'bar',
    categories: chart.bars.map((bar) => bar.label),
    series: [{ name: chart.series, values: chart.bars.map((bar) => bar.value), color: CHART_COLOUR }],
    legend: false,
    font: { name: FONT, color: '000000' },
    chartArea: { fill: 'none', border: 'none' },
    gapWidth: 60,
    // Word draws the first category at the bottom.
    categoryAxis: { reverseOrder: true, font },
    valueAxis: { visible: false, gridlines: false, minimum: 0 },
    dataLabels: { value: true, position: 'outsideEnd', font },
    transformation: {
      width: Math.round(widthMm * PX_PER_MM),
      height: Math.round(chartHeightMm(chart) * PX_PER_MM),
    },
    altText: { name: chart.series, description: chart.description },
  })
  return new Paragraph({ style: 'TableText', spacing: { before: 0, after: 160 }, children: [run] })
}
