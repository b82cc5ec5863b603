import { IconCalendar } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'

export const calendarModule: AppModule = {
  id: 'calendar',
  title: 'Календарь',
  group: 'work',
  icon: IconCalendar,
  path: '/calendar',
  component: lazyRouteComponent(() => import('./CalendarScreen'), 'CalendarScreen'),
  guide: 'calendar.md',
  commands: [
    { title: 'Открыть календарь', keywords: 'месяц сроки даты заседания мероприятия план год', path: '/calendar' },
  ],
}
