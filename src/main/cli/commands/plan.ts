import type { Input, Output } from '@shared/contract'
import { ScarcityRule, scarcityRules } from '@shared/contract/plans'
import { parseDate } from '@shared/domain/dates'
import { counted, formatMoney, formatNumber } from '@shared/domain/text/plural'
import { type CliContext, type Printed, usage, withStore } from '../context'
import { idOf, wholeNumber } from '../kinds'

export interface PlanFlags {
  apply?: boolean
  name?: string
  steps?: string
  seconds?: string
  via?: string
  minPair?: string
  minLot?: string
  scarcity?: string
  keep?: string
  substitutes?: boolean
  usableOn?: string
  basedOn?: string
}

/** Makes and keeps a plan; `--apply` turns it into drafted transfers at once. */
export async function plan(context: CliContext, flags: PlanFlags): Promise<Printed> {
  const input = inputOf(flags)
  return withStore(context, async ({ call }) => {
    const made = await call('plans.make', input)
    const applied = flags.apply === true ? await call('plans.accept', { planId: made.planId, ids: null }) : null
    return { json: applied === null ? made : { ...made, applied }, text: textOf(made, applied) }
  })
}

/** @throws AppError `usage` */
function inputOf(flags: PlanFlags): Input<'plans.make'> {
  const number = (value: string | undefined, option: string, fallback: number, most: number): number =>
    value === undefined ? fallback : wholeNumber(value, option, most)
  const scarcity = ScarcityRule.safeParse(flags.scarcity ?? (flags.minLot === undefined ? 'priority' : 'minimum-lot'))
  if (!scarcity.success) {
    throw usage(`--scarcity: «${flags.scarcity}» — такого правила нет. Есть: ${Object.keys(scarcityRules).join(', ')}.`)
  }
  if (flags.minLot !== undefined && scarcity.data !== 'minimum-lot') {
    throw usage('--min-lot: минимальная партия бывает только при --scarcity minimum-lot.')
  }
  const usableOn = flags.usableOn === undefined ? null : parseDate(flags.usableOn)
  if (flags.usableOn !== undefined && usableOn === null) {
    throw usage(`--usable-on: «${flags.usableOn}» — такой даты нет.`)
  }
  // Steps are the usual limit: the same data give the same plan on any computer.
  const seconds = flags.seconds === undefined ? null : wholeNumber(flags.seconds, '--seconds', 36_000)
  return {
    name: flags.name ?? 'План из командной строки',
    options: {
      scarcity: scarcity.data,
      minimumLot: atLeastOne(number(flags.minLot, '--min-lot', 1, 10_000), '--min-lot'),
      minimumPair: atLeastOne(number(flags.minPair, '--min-pair', 1, 10_000), '--min-pair'),
      viaSchoolId: flags.via === undefined ? null : idOf(flags.via),
      keepAtLeast: number(flags.keep, '--keep', 0, 100_000),
      substitutes: flags.substitutes !== false,
      usableOn,
    },
    limit: { steps: flags.steps === undefined ? null : wholeNumber(flags.steps, '--steps'), seconds },
    basedOn: flags.basedOn === undefined ? null : idOf(flags.basedOn),
  }
}

function atLeastOne(value: number, option: string): number {
  if (value >= 1) return value
  throw usage(`${option}: нужно целое число от 1.`)
}

function textOf(made: Output<'plans.make'>, applied: Output<'plans.accept'> | null): string {
  const { copies, upperBound, needed, trips, distanceKm, optimality } = made
  const proof =
    optimality.copies === 'proven'
      ? 'больше удовлетворить нельзя'
      : `не больше ${formatNumber(upperBound)} при любом плане`
  const lines = [
    `План № ${made.planId}: ${formatNumber(copies)} экз. из ${formatNumber(needed)} нужных (${proof}).`,
    `Поездок: ${formatNumber(trips)}${optimality.trips.lowerBound === null ? '' : ` (меньше ${formatNumber(optimality.trips.lowerBound)} быть не может)`}${distanceKm === null ? '' : `, ${formatNumber(Math.round(distanceKm))} км в один конец`}.`,
    `Сэкономлено ${formatMoney(made.savedKopecks)}${made.unpricedCopies === 0 ? '' : `; без цены ${formatNumber(made.unpricedCopies)} экз.`}`,
    `Строк: ${formatNumber(made.transfers.length)}. Не удовлетворено потребностей: ${formatNumber(made.unmet.length)}.`,
  ]
  if (applied !== null) {
    lines.push(
      `Составлено: ${counted(applied.transferIds.length, ['передача', 'передачи', 'передач'])}, ${formatNumber(applied.copies)} экз.`,
      ...applied.left.map((one) => `Строка № ${one.id} не принята: ${one.reason}`),
    )
  }
  return `${lines.join('\n')}\n`
}
