import { IconCalendarEvent } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'
import { eventCalendar } from './calendar'
import { eventDesk } from './desk'

export const eventsModule: AppModule = {
  id: 'events',
  title: 'Мероприятия',
  group: 'work',
  icon: IconCalendarEvent,
  path: '/events',
  component: lazyRouteComponent(() => import('./EventsScreen'), 'EventsScreen'),
  guide: 'events.md',
  guideRecord: 'events.md#карточка',
  pages: [
    {
      path: '/events/participants',
      guide: 'events.md#участие',
      component: lazyRouteComponent(() => import('./ParticipantsScreen'), 'ParticipantsScreen'),
    },
  ],
  desk: eventDesk,
  lists: { eventParticipants: '/events/participants' },
  calendar: eventCalendar,
  opens: { event: (id) => `/events?open=${id}` },
  commands: [
    {
      title: 'Добавить мероприятие',
      keywords: 'вебинар семинар конкурс акция месячник курсы конференция',
      path: '/events?open=new',
    },
    { title: 'Участие в мероприятиях', keywords: 'участники победители призёры', path: '/events/participants' },
  ],
}
