import { Button } from '@mantine/core'
import { eventList } from '@shared/contract/events'
import { IconCalendarEvent, IconCheck, IconPlus } from '@tabler/icons-react'
import { useCommand } from '../../app/queries'
import { DataGrid } from '../../components/DataGrid/DataGrid'
import { ListAndPanel } from '../../components/ListAndPanel'
import { ListEmpty } from '../../components/ListEmpty'
import { ListTabs } from '../../components/ListTabs'
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
  const add = (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => panel.setOpen('new')}>
      Добавить мероприятие
    </Button>
  )
  return (
    <ListAndPanel
      name="events"
      list={
        <ListTabs label={eventTabsLabel} tabs={eventTabs} here="/events">
          <DataGrid
            spec={eventList}
            onOpen={(row) => panel.setOpen(row.id)}
            openId={typeof panel.open === 'number' ? panel.open : null}
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
      }
      panel={
        panel.open === null ? null : (
          <EventEditor
            key={panel.editorKey}
            id={panel.open === 'new' ? null : panel.open}
            onCreated={panel.created}
            onClose={panel.close}
          />
        )
      }
    />
  )
}
