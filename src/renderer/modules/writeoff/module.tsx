import { IconTrashX } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'
import { writeOffCalendar } from './calendar'
import { writeOffDesk } from './desk'

export const writeOffModule: AppModule = {
  id: 'writeOffs',
  title: 'Списание',
  group: 'fund',
  icon: IconTrashX,
  path: '/writeoff',
  component: lazyRouteComponent(() => import('./acts/ActsScreen'), 'ActsScreen'),
  guide: 'writeoff.md',
  guideRecord: 'writeoff.md#акт',
  pages: [
    {
      path: '/writeoff/lines',
      guide: 'writeoff.md#акт',
      component: lazyRouteComponent(() => import('./acts/LinesScreen'), 'LinesScreen'),
    },
    {
      path: '/writeoff/campaigns',
      guide: 'writeoff.md#кампания',
      component: lazyRouteComponent(() => import('./campaigns/CampaignsScreen'), 'CampaignsScreen'),
    },
    {
      path: '/writeoff/candidates',
      guide: 'writeoff.md#подбор',
      component: lazyRouteComponent(() => import('./candidates/CandidatesScreen'), 'CandidatesScreen'),
    },
  ],
  desk: writeOffDesk,
  lists: { writeOffLines: '/writeoff/lines', writeOffCampaigns: '/writeoff/campaigns' },
  calendar: writeOffCalendar,
  opens: {
    'write-off': (id) => `/writeoff?open=${id}`,
    'write-off-campaign': (id) => `/writeoff/campaigns?open=${id}`,
  },
  commands: [
    { title: 'Составить акт о списании', keywords: 'исключить учебники 0504144', path: '/writeoff?open=new' },
    { title: 'Подобрать учебники к списанию', keywords: 'кандидаты устаревшие срок год', path: '/writeoff/candidates' },
    { title: 'Начать кампанию списания', keywords: 'график школы календарь', path: '/writeoff/campaigns?open=new' },
  ],
}
