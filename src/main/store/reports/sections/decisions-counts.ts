import type { Filter } from '@shared/contract/lists'
import { decisionList } from '@shared/contract/meetings'
import type { Figure } from '@shared/contract/report-content'
import { type DecisionOutcome, decisionOutcomes } from '@shared/domain/execution'
import { ofAssociation, withinYear } from '../association-scope'
import type { FigureSet } from '../figure-set'
import type { Asked, Counted, CountedGroup, ReportReader } from '../reader'

/** Decisions of the report's year counted by how they stand on its day, and of the year before on its own last day. */

export interface LastYear {
  taken: Counted
  groups: readonly CountedGroup[]
}

/** As they stood on the last day of that year; null when none were kept. */
export async function lastYear(reader: ReportReader): Promise<LastYear | null> {
  const taken = await reader.count(decisionList, takenIn(reader, true))
  if (taken.count === 0) return null
  return { taken, groups: await reader.groups(decisionList, 'outcome', takenIn(reader, true)) }
}

/** Taken by the day of the numbers, as they stand on it. */
export function takenIn(reader: ReportReader, last = false): Asked & { filters: Filter[] } {
  return {
    schoolYear: last ? reader.before : reader.schoolYear,
    on: last ? reader.onBefore : reader.on,
    filters: [withinYear(reader, 'meetingDate', last), ...ofAssociation(reader)],
  }
}

const order = Object.keys(decisionOutcomes) as DecisionOutcome[]
/** What counts as done. */
const doneOutcomes: readonly DecisionOutcome[] = ['in-time', 'late', 'done']

export function doneOf(reader: ReportReader, last = false): Promise<Counted> {
  return withOutcomes(reader, doneOutcomes, last)
}

export function withOutcomes(
  reader: ReportReader,
  outcomes: readonly DecisionOutcome[],
  last = false,
): Promise<Counted> {
  const asked = takenIn(reader, last)
  return reader.count(decisionList, {
    ...asked,
    filters: [...asked.filters, { op: 'in', column: 'outcome', values: [...outcomes] }],
  })
}

/** An outcome of which there is none. */
export function none(reader: ReportReader, outcome: DecisionOutcome, last: boolean): Counted {
  const { schoolYear = null, on = null, filters } = takenIn(reader, last)
  return {
    count: 0,
    sums: {},
    trace: {
      list: decisionList.name,
      schoolYear,
      on,
      filters: [...filters, { op: 'in', column: 'outcome', values: [outcome] }],
      sum: null,
    },
  }
}

export const ofOutcome = (groups: readonly CountedGroup[], outcome: DecisionOutcome): CountedGroup | undefined =>
  groups.find((group) => group.value === outcome)

/** One figure of each outcome that is there now or was last year. */
export function outcomeFigures(
  reader: ReportReader,
  figures: FigureSet,
  now: readonly CountedGroup[],
  last: LastYear | null,
): Map<DecisionOutcome, Figure> {
  const shown = order.filter(
    (one) => ofOutcome(now, one) !== undefined || (last !== null && ofOutcome(last.groups, one) !== undefined),
  )
  return new Map(
    shown.map((one) => [
      one,
      figures.count(
        `outcome:${one}`,
        `Решений: ${decisionOutcomes[one]}`,
        ofOutcome(now, one) ?? none(reader, one, false),
        last && (ofOutcome(last.groups, one) ?? none(reader, one, true)),
      ),
    ]),
  )
}
