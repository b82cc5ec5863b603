import type { PlanOptions, PlanOutcome } from '../../contract/plans'
import { formatDate } from '../../domain/dates'
import { counted, formatMoney, formatNumber, type PluralForms } from '../../domain/text/plural'

/** What a plan was asked for and what has come of it, in sentences: on the screen, in its paper, in comparisons. */

const COPIES: PluralForms = ['экземпляр', 'экземпляра', 'экземпляров']
const GENITIVE: PluralForms = ['экземпляра', 'экземпляров', 'экземпляров']

/** One line each; what is as usual is not said. */
export function optionWords(options: PlanOptions, schoolName: (id: number) => string): string[] {
  return [
    scarcityWords(options),
    ...(options.minimumPair > 1 ? [`не открывать пару меньше ${counted(options.minimumPair, GENITIVE)}`] : []),
    ...(options.viaSchoolId === null ? [] : [`через пункт обмена: ${schoolName(options.viaSchoolId)}`]),
    ...(options.keepAtLeast > 0
      ? [`оставить у каждой школы не меньше ${counted(options.keepAtLeast, GENITIVE)} каждого учебника`]
      : []),
    ...(options.substitutes ? [] : ['только те же издания, без замен']),
    ...(options.schoolIds === null
      ? []
      : [`только ${counted(options.schoolIds.length, ['школа', 'школы', 'школ'])} из выбранных`]),
    ...(options.usableOn === null
      ? []
      : [`только книги, которыми можно пользоваться ${formatDate(options.usableOn, 'digits')}`]),
  ]
}

function scarcityWords(options: PlanOptions): string {
  switch (options.scarcity) {
    case 'priority':
      return 'дефицитные книги — по очерёдности'
    case 'proportional':
      return 'дефицитные книги — поровну от потребности'
    case 'minimum-lot':
      return `дефицитные книги — партиями не мельче ${counted(options.minimumLot, GENITIVE)}`
  }
}

/** «Больше удовлетворить нельзя: доказано.» */
export function proofWords({ copies, upperBound, optimality }: PlanOutcome): string {
  if (optimality.copies === 'proven') return 'доказано: больше удовлетворить нельзя'
  const gap = upperBound - copies
  return gap === 0 ? 'больше удовлетворить нельзя' : `больше чем на ${counted(gap, COPIES)} план улучшить нельзя`
}

/** The same beside a figure. */
export function shortProof(outcome: PlanOutcome): string {
  const gap = outcome.upperBound - outcome.copies
  if (outcome.optimality.copies === 'proven') return 'доказано: больше нельзя'
  return gap === 0 ? 'больше нельзя' : `можно прибавить не больше ${formatNumber(gap)}`
}

export function tripsWords({ trips }: PlanOutcome['optimality']): string {
  if (trips.lowerBound === null) return 'поездка — одна школа везёт другой'
  return trips.lowerBound >= trips.best ? 'доказано: меньше нельзя' : 'лучшее из найденного'
}

export function distanceWords(distanceKm: number | null): string {
  return distanceKm === null ? 'не посчитано' : `${formatNumber(Math.round(distanceKm))}\u00A0км`
}

export function savedWords({ savedKopecks, unpricedCopies }: PlanOutcome): { value: string; detail: string } {
  return {
    value: formatMoney(Math.round(savedKopecks / 100) * 100).replace(/,00/u, ''),
    detail:
      unpricedCopies > 0
        ? `у ${counted(unpricedCopies, GENITIVE)} цена не известна`
        : 'против покупки по ценам каталога',
  }
}

/** Copies wanted and not got. */
export function unmetCopies({ needed, copies }: PlanOutcome): number {
  return Math.max(0, needed - copies)
}

/** «Удовлетворено 1 234 из 1 300 возможных; поездок 57; сэкономлено …». */
export function outcomeSentence(outcome: PlanOutcome): string {
  const unmet = unmetCopies(outcome)
  return [
    `Удовлетворено ${counted(outcome.copies, COPIES)} из ${formatNumber(outcome.upperBound)} возможных (${proofWords(outcome)})`,
    `поездок между школами — ${formatNumber(outcome.trips)}`,
    ...(outcome.distanceKm === null ? [] : [`расстояние — ${distanceWords(outcome.distanceKm)}`]),
    `сэкономлено — ${savedWords(outcome).value}`,
    unmet === 0
      ? 'удовлетворены все потребности'
      : `не удовлетворено ${counted(unmet, COPIES)} из ${formatNumber(outcome.needed)} нужных`,
  ].join('; ')
}
