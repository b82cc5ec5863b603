import { useComputedColorScheme } from '@mantine/core'
import { twoLines } from '@shared/domain/text/two-lines'
import { BarChart as Bars } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import classes from './Staffing.module.css'

use([Bars, GridComponent, SVGRenderer])

export interface BarChartProps {
  /** Said to those who do not see it. */
  description: string
  bars: readonly { title: string; count: number }[]
  onOpen: (index: number) => void
}

/** As high as a row of the table beside it. */
const ROW_PX = 28
const HEAD_PX = 30
const LABEL_PX = 220
const LABEL_LETTERS = 30

/** Horizontal bars with their names and figures on them; the same figures stand in the table beside. */
export function BarChart({ description, bars, onOpen }: BarChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const open = useRef(onOpen)
  open.current = onOpen
  const scheme = useComputedColorScheme('light')

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read anew in another scheme
  useEffect(() => {
    const element = box.current
    if (!element) return
    const colour = (name: string): string => getComputedStyle(element).getPropertyValue(name).trim()
    const chart: EChartsType = init(element, null, { renderer: 'svg' })
    chart.setOption({
      animation: false,
      grid: { left: LABEL_PX, right: 48, top: HEAD_PX, bottom: 0, outerBoundsMode: 'none' },
      xAxis: { type: 'value', show: false, min: 0 },
      yAxis: {
        type: 'category',
        inverse: true,
        // Broken here: the library takes every Cyrillic letter for as wide as a Chinese one.
        data: bars.map((bar) => twoLines(bar.title, LABEL_LETTERS).join('\n')),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colour('--mantine-color-dimmed') } },
        axisLabel: {
          interval: 0,
          color: colour('--mantine-color-text'),
          fontFamily: getComputedStyle(element).fontFamily,
          fontSize: 12,
          lineHeight: 13,
        },
      },
      series: [
        {
          type: 'bar',
          data: bars.map((bar) => bar.count),
          barWidth: '58%',
          emphasis: { disabled: true },
          itemStyle: { color: colour('--staffing-bar') },
          label: {
            show: true,
            position: 'right',
            color: colour('--mantine-color-text'),
            fontFamily: getComputedStyle(element).fontFamily,
            fontSize: 13,
          },
        },
      ],
    })
    chart.on('click', ({ dataIndex }) => open.current(dataIndex))
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [bars, scheme])

  return (
    <div
      ref={box}
      role="img"
      aria-label={description}
      className={classes.chart}
      style={{ height: HEAD_PX + bars.length * ROW_PX }}
    />
  )
}
