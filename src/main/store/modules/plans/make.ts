import type { Parsed } from '@shared/contract'
import type { PlanAnswer, PlanOutcome } from '@shared/contract/plans'
import { formatNumber } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { JobContext } from '../../context'
import { type Control, type MadePlan, makePlan, type Progress } from '../../planner/plan'
import { explainLines, explainUnmet } from './explain'
import { newestChange } from './read'
import { readSource, type Source } from './source'

/** Steps of the search where nothing is said of when to end it: a few seconds on the largest district there is. */
const usualSteps = 30_000
/** Milliseconds between two words of how far it is. */
const between = 100

/** Works the plan out, writes it, answers it. */
export async function makeAndKeep(context: JobContext, input: Parsed<'plans.make'>): Promise<PlanAnswer> {
  const { name, options, limit, basedOn } = input
  context.progress(0, null, 'Обмен: собираю излишки и потребности')
  const sinceGroup = newestChange(context.raw)
  const source = readSource(context, options, basedOn)
  context.progress(0, null, 'Обмен: считаю, сколько можно удовлетворить')
  const plan = makePlan(source.problem, controlOf(context, limit))
  const lines = explainLines(source, plan, options)
  const unmet = explainUnmet(source, plan, options)
  const outcome = outcomeOf(source, plan)
  const { id } = (await context.command('plans.keep', { name, options, outcome, sinceGroup, lines, unmet })) as {
    id: number
  }
  const offers = new Map(source.offers.map((one) => [one.id, one]))
  const needs = new Map(source.needs.map((one) => [one.id, one]))
  return {
    planId: id,
    ...outcome,
    transfers: lines.flatMap(({ surplusId, needId, copies, reason }) => {
      const [offer, need] = [offers.get(surplusId), needs.get(needId)]
      if (!offer || !need) return []
      return [
        {
          fromSchoolId: offer.schoolId,
          toSchoolId: need.schoolId,
          textbookId: offer.textbookId,
          publicationYear: offer.publicationYear === 0 ? null : offer.publicationYear,
          forTextbookId: need.textbookId,
          copies,
          reason,
        },
      ]
    }),
    unmet: unmet.flatMap(({ needId, copies, reason }) => {
      const need = needs.get(needId)
      return need ? [{ schoolId: need.schoolId, textbookId: need.textbookId, copies, reason }] : []
    }),
  }
}

/** A person who stops the search gets the best found: from here on a cancelled job is not a refused one. */
function controlOf(context: JobContext, limit: Parsed<'plans.make'>['limit']): Control {
  const steps = limit.steps ?? (limit.seconds === null ? usualSteps : null)
  const start = performance.now()
  let said = start - between
  return {
    spent: (done) =>
      Math.max(
        steps === null || done === 0 ? 0 : steps === 0 ? 1 : done / steps,
        limit.seconds === null ? 0 : limit.seconds === 0 ? 1 : (performance.now() - start) / (limit.seconds * 1000),
      ),
    stopped: (progress) => {
      try {
        if (performance.now() - said < between) context.checkCancelled()
        else {
          said = performance.now()
          tell(context, progress, steps, limit.seconds, (said - start) / 1000)
        }
        return false
      } catch (error) {
        if (error instanceof AppError && error.code === 'cancelled') return true
        throw error
      }
    },
  }
}

function tell(
  context: JobContext,
  { steps: done, copies, bound, trips }: Progress,
  steps: number | null,
  seconds: number | null,
  passed: number,
): void {
  const text = `Обмен: ${formatNumber(copies)} экз. из ${formatNumber(bound)}, поездок ${formatNumber(trips)}`
  if (seconds !== null && (steps === null || passed / seconds > done / steps)) {
    // A total says that there is a plan to be taken already.
    context.progress(Math.min(Math.floor(passed), Math.ceil(seconds)), Math.max(1, Math.ceil(seconds)), text)
  } else context.progress(done, steps, text)
}

function outcomeOf(source: Source, plan: MadePlan): PlanOutcome {
  let [savedKopecks, unpricedCopies] = [0, 0]
  for (const { supply, copies } of plan.deliveries) {
    const offer = source.offers[supply]
    // The price of the catalogue; of a book that has none there, what this very lot was bought for.
    const price = offer === undefined ? null : (source.books.get(offer.textbookId)?.price ?? (offer.price || null))
    if (price === null) unpricedCopies += copies
    else savedKopecks += price * copies
  }
  return {
    copies: plan.copies,
    upperBound: plan.bound,
    needed: source.needs.reduce((sum, need) => sum + need.unmet, 0),
    trips: plan.trips,
    distanceKm: plan.distanceKm === null ? null : Math.round(plan.distanceKm * 100) / 100,
    savedKopecks,
    unpricedCopies,
    optimality: {
      copies: plan.copies === plan.bound ? 'proven' : 'bounded',
      trips: { best: plan.trips, lowerBound: plan.tripsBound },
    },
    stopped: plan.stopped,
    steps: plan.steps,
  }
}
