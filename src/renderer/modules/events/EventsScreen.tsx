import { eventList } from '@shared/contract/events'
import { IconCalendarEvent, IconCheck } from '@tabler/icons-react'
import { useCommand } from '../../app/queries'
import { DataGrid } from '../../components/DataGrid/DataGrid'
import { ListEmpty } from '../../components/ListEmpty'
import { ListTabs } from '../../components/ListTabs'
import { AddRecord, RecordsScreen } from '../../components/RecordsScreen'
import { useRecordPanel } from '../../components/record/useRecordPanel'
import { EventEditor } from './EventEditor'
import { eventTabs, eventTabsLabel } from './tabs'

/** /events — what is held beside the meetings of the association. */
export function EventsScreen() {
  const panel = useRecordPanel('/events')
  const edit = useCommand('lists.edit', { success: 'Отмечено: проведено.' })
  const markHeld = async (ids: readonly number[]): Promise<void> => {
    await edit.run({ list: 'events', rows: ids.map((id) => ({ id, cells: { state: 'held' } })) })
  }
  const add = <AddRecord panel={panel}>Добавить мероприятие</AddRecord>
  return (
    <RecordsScreen name="events" panel={panel} Editor={EventEditor}>
      <ListTabs label={eventTabsLabel} tabs={eventTabs} here="/events">
        <DataGrid
          spec={eventList}
          {...panel.grid}
          rowTone={(row) => (row.state === 'cancelled' ? 'muted' : null)}
          rowActions={[
            {
              title: 'Отметить проведёнными',
              icon: IconCheck,
              run: (ids) => void markHeld(ids).catch(() => undefined),
            },
          ]}
          toolbar={add}
          emptyState={
            <ListEmpty
              icon={IconCalendarEvent}
              title="Мероприятий в этом учебном году нет"
              text="Запишите вебинары, семинары, конкурсы, акции и курсы: что, когда, кто участвовал и чем закончилось. Список из Excel можно вставить или загрузить целиком."
              action={add}
            />
          }
        />
      </ListTabs>
    </RecordsScreen>
  )
}
