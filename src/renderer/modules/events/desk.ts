import { IconCalendarEvent, IconCalendarQuestion } from '@tabler/icons-react'
import type { DeskKind } from '../../app/desk'
import { listLink } from '../../components/DataGrid/link'

const forms = ['мероприятие', 'мероприятия', 'мероприятий'] as const
const planned = listLink('/events', {
  filters: [{ op: 'equals', column: 'state', value: 'planned' }],
  sort: [{ column: 'from', desc: false }],
  allYears: true,
})

export const eventDesk: readonly DeskKind[] = [
  {
    kind: 'event-unmarked',
    title: 'Прошли, но не отмечены',
    icon: IconCalendarQuestion,
    tone: 'warning',
    forms,
    path: planned,
    pathTitle: 'Открыть списком',
    step: { title: 'Проведено', done: 'Отмечено: проведено.' },
  },
  {
    kind: 'event-coming',
    title: 'Ближайшие мероприятия',
    icon: IconCalendarEvent,
    tone: 'plain',
    forms,
    path: planned,
    pathTitle: 'Открыть списком',
  },
]
