import { eventParticipantList } from '@shared/contract/events'
import { IconUsersGroup } from '@tabler/icons-react'
import { RowsScreen } from '../../components/RowsScreen'
import { EventEditor } from './EventEditor'
import { eventTabs, eventTabsLabel } from './tabs'

/** /events/participants — who took part in what, of all events: by school, by person, winners alone. */
export function ParticipantsScreen() {
  return (
    <RowsScreen
      spec={eventParticipantList}
      path="/events/participants"
      tabs={eventTabs}
      label={eventTabsLabel}
      icon={IconUsersGroup}
      emptyText="Участников вписывают в карточке мероприятия. Здесь их можно сгруппировать по школе или человеку и сохранить в Excel."
      panelName="events"
      Editor={EventEditor}
    />
  )
}
