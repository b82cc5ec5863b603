import type { Filter, ListSpec } from '@shared/contract/lists'
import type { ReportPart } from '@shared/contract/report-content'
import { addMonths, dateParts, lastDayOfMonth } from '@shared/domain/dates'
import { schoolYearBounds } from '@shared/domain/school-year'
import { monthName } from '@shared/domain/text/russian-months'
import { yearAfterIn } from '@shared/papers/report/words'
import { FigureSet } from '../figure-set'
import { chartPart } from '../parts'
import type { ReportReader } from '../reader'

/** Rows of a list by the months of the school year up to the day of the numbers; `filters` beside those of the day. */
export async function monthsChart(
  reader: ReportReader,
  list: ListSpec,
  column: string,
  filters: readonly Filter[],
  title: string,
  series: string,
): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const others = filters.filter((filter) => filter.column !== column)
  const labels: string[] = []
  const made = []
  for (let from = schoolYearBounds(reader.schoolYear).from; from <= reader.on; from = addMonths(from, 1)) {
    const end = lastDayOfMonth(from)
    const month: Filter = { op: 'between', column, from, to: end < reader.on ? end : reader.on }
    const counted = await reader.count(list, { filters: [...others, month] })
    const name = monthName(dateParts(from).month)
    labels.push(name)
    made.push(figures.count(from.slice(0, 7), `${title}, ${name} ${from.slice(0, 4)} г.`, counted))
  }
  return chartPart('months', `${title} в ${yearAfterIn(reader.schoolYear)}`, figures, 'columns', labels, [
    { title: series, figures: made },
  ])
}
