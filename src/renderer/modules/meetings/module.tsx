import { IconGavel, IconNotes } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'
import { meetingCalendar } from './calendar'
import { meetingDesk } from './desk'

export const meetingsModule: AppModule = {
  id: 'meetings',
  title: 'Заседания',
  group: 'work',
  icon: IconNotes,
  path: '/meetings',
  component: lazyRouteComponent(() => import('./lists/MeetingsPage'), 'MeetingsPage'),
  guide: 'meetings.md',
  pages: [
    {
      path: '/meetings/new',
      guide: 'meetings.md#новое-заседание',
      component: lazyRouteComponent(() => import('./new/NewMeetingPage'), 'NewMeetingPage'),
    },
    {
      path: '/meetings/templates',
      guide: 'meetings.md#новое-заседание',
      component: lazyRouteComponent(() => import('./texts/TemplatesPage'), 'TemplatesPage'),
    },
    {
      path: '/meetings/phrases',
      guide: 'meetings.md#пишем-пока-говорят',
      component: lazyRouteComponent(() => import('./texts/PhrasesPage'), 'PhrasesPage'),
    },
    {
      path: '/meetings/$id',
      guide: 'meetings.md#пишем-пока-говорят',
      component: lazyRouteComponent(() => import('./MeetingPage'), 'MeetingPage'),
    },
  ],
  links: [
    {
      path: '/decisions',
      guide: 'decisions.md',
      title: 'Решения',
      icon: IconGavel,
      component: lazyRouteComponent(() => import('./lists/DecisionsPage'), 'DecisionsPage'),
    },
  ],
  desk: meetingDesk,
  opens: {
    meeting: (id) => `/meetings/${id}`,
    decision: (id) => `/decisions?open=${id}`,
    'agenda-template': () => '/meetings/templates',
    phrase: () => '/meetings/phrases',
  },
  calendar: meetingCalendar,
  commands: [
    { title: 'Создать протокол', keywords: 'новое заседание совещание рмо', path: '/meetings/new' },
    { title: 'Шаблоны повестки', keywords: 'заседание протокол', path: '/meetings/templates' },
    { title: 'Частые фразы протокола', keywords: 'сокращения автотекст', path: '/meetings/phrases' },
  ],
}
