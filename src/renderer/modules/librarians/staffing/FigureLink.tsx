import type { Staffing, StaffingFigure, StaffingTable } from '@shared/contract/staffing'
import { formatSchoolYear } from '@shared/domain/school-year'
import { formatNumber } from '@shared/domain/text/plural'
import { useSchoolYear } from '../../../app/schoolYear'
import { listLink } from '../../../components/DataGrid/link'
import classes from './Staffing.module.css'

/** The list that shows exactly the rows counted. */
export function figurePlace(figure: StaffingFigure, list: StaffingTable['list']): string {
  return listLink(list === 'librarians' ? '/librarians' : '/schools', {
    filters: figure.filters,
    group: null,
    search: '',
  })
}

export interface FigureLinkProps {
  figure: StaffingFigure
  list: StaffingTable['list']
  /** The year before: its figure, and the switch on top follows, so that the list shows that year. */
  of?: NonNullable<Staffing['previous']>
}

export function FigureLink({ figure, list, of }: FigureLinkProps) {
  const { setSchoolYear } = useSchoolYear()
  const count = of ? figure.previous : figure.count
  if (count === null) return <span title="Прежние значения не хранятся">—</span>
  return (
    <a
      className={classes.figure}
      href={`#${figurePlace(figure, list)}`}
      aria-label={`${figure.title}${of ? `, ${formatSchoolYear(of.schoolYear)}` : ''}: ${count}, показать списком`}
      onClick={of ? () => setSchoolYear(of.schoolYear) : undefined}
    >
      {formatNumber(count)}
    </a>
  )
}
