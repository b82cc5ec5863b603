import { Alert, Skeleton } from '@mantine/core'
import { type EventParticipantRow, participantRoles } from '@shared/contract/events'
import type { Filter } from '@shared/contract/lists'
import { formatNumber } from '@shared/domain/text/plural'
import { placeOf } from '../app/modules'
import { useCall } from '../app/queries'
import { errorSentence } from '../app/toasts'
import { listLink } from './DataGrid/link'
import classes from './EventsSection.module.css'
import { formatDay } from './format'
import { FormSection } from './record/FormSection'

/** As many as are seen at a glance; the rest is a list. */
const shown = 8

export interface EventsSectionProps {
  /** Whose: the participants' list is narrowed by it. */
  of: { librarianId: number } | { schoolId: number }
  /** As it stands in that list, for the link to it; the place of a person is her name. */
  listed: Filter
}

/** Events a person or a school took part in, the newest first; a name opens the event. Nothing where there are none. */
export function EventsSection({ of, listed }: EventsSectionProps) {
  const [[column, id] = ['', 0]] = Object.entries(of)
  const found = useCall('eventParticipants.list', {
    filters: [{ op: 'in', column, values: [id] }],
    sort: [{ column: 'from', desc: true }],
    limit: shown,
  })
  if (found.error) {
    return (
      <Alert color="red" title="Мероприятия не открылись">
        {errorSentence(found.error)}
      </Alert>
    )
  }
  if (!found.data) return <Skeleton height={60} />
  const { rows, total } = found.data
  if (rows.length === 0) return null
  return (
    <FormSection title="Мероприятия">
      <ul className={classes.events}>
        {rows.map((row) => (
          <li key={row.id}>
            <a href={`#${placeOf('event', row.eventId) ?? '/events'}`}>{row.event}</a>
            <div className={classes.more}>{factsOf(row, 'schoolId' in of)}</div>
          </li>
        ))}
      </ul>
      {total !== null && total > rows.length && (
        <a className={classes.all} href={`#${listLink('/events/participants', { filters: [listed], allYears: true })}`}>
          Показать все: {formatNumber(total)}
        </a>
      )}
    </FormSection>
  )
}

function factsOf(row: EventParticipantRow, isOfSchool: boolean): string {
  const who = isOfSchool ? row.name : ''
  const many = row.count === null ? '' : `${formatNumber(row.count)} чел.`
  const role = row.role === 'participant' && who === '' && many === '' ? '' : participantRoles[row.role]
  return [formatDay(row.from), who, role, many, row.result].filter(Boolean).join(' · ')
}
