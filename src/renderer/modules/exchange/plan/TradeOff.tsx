import type { Plan } from '@shared/contract/plans'
import { formatNumber } from '@shared/domain/text/plural'
import classes from './Plan.module.css'

const WIDTH = 520
const HEIGHT = 220
const LEFT = 70
const BOTTOM = 44
const TOP = 16
const RIGHT = 30

/** Plans as points: trips to the right, copies upwards; the table above has the same figures. */
export function TradeOff({ plans }: { plans: readonly Plan[] }) {
  const trips = scale(plans.map((plan) => plan.outcome.trips))
  const copies = scale(plans.map((plan) => plan.outcome.copies))
  const x = (value: number) => LEFT + trips.share(value) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) => HEIGHT - BOTTOM - copies.share(value) * (HEIGHT - BOTTOM - TOP)
  const description = plans
    .map(({ outcome }, index) => `план ${index + 1}: ${outcome.copies} экземпляров, ${outcome.trips} поездок`)
    .join('; ')
  return (
    <svg
      className={classes.chart}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={`Экземпляры и поездки: ${description}`}
    >
      <line x1={LEFT} y1={TOP} x2={LEFT} y2={HEIGHT - BOTTOM} />
      <line x1={LEFT} y1={HEIGHT - BOTTOM} x2={WIDTH - RIGHT / 2} y2={HEIGHT - BOTTOM} />
      {trips.ticks.map((value) => (
        <text key={`x${value}`} x={x(value)} y={HEIGHT - BOTTOM + 16} textAnchor="middle">
          {formatNumber(value)}
        </text>
      ))}
      {copies.ticks.map((value) => (
        <text key={`y${value}`} x={LEFT - 8} y={y(value) + 4} textAnchor="end">
          {formatNumber(value)}
        </text>
      ))}
      <text x={(LEFT + WIDTH) / 2} y={HEIGHT - 8} textAnchor="middle">
        Поездок
      </text>
      <text x={4} y={TOP - 4}>
        Экземпляров
      </text>
      {plans.map(({ id, outcome }, index) => (
        <g key={id}>
          <circle cx={x(outcome.trips)} cy={y(outcome.copies)} r={6} />
          <text x={x(outcome.trips) + 10} y={y(outcome.copies) + 4 + stacked(plans, index) * 14}>
            {index + 1}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** Plans before it that stand in the same place: their numbers are written one under another. */
function stacked(plans: readonly Plan[], index: number): number {
  const own = plans[index]?.outcome
  return plans.slice(0, index).filter(({ outcome }) => outcome.trips === own?.trips && outcome.copies === own?.copies)
    .length
}

/** Least and greatest with air around them, and up to three figures on the axis. */
function scale(values: readonly number[]): { share: (value: number) => number; ticks: number[] } {
  const [least, greatest] = [Math.min(...values), Math.max(...values)]
  const air = Math.max(1, (greatest - least) * 0.15)
  const [from, to] = [least - air, greatest + air]
  return { share: (value) => (value - from) / (to - from), ticks: [...new Set([least, greatest])] }
}
