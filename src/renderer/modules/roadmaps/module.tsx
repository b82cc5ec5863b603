import { IconRoute } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'
import { roadmapCalendar } from './calendar'
import { roadmapDesk } from './desk'

export const roadmapsModule: AppModule = {
  id: 'roadmaps',
  title: 'Дорожные карты',
  group: 'work',
  icon: IconRoute,
  path: '/roadmaps',
  component: lazyRouteComponent(() => import('./lists/RoadmapsPage'), 'RoadmapsPage'),
  guide: 'roadmaps.md',
  pages: [
    {
      path: '/roadmaps/items',
      guide: 'roadmaps.md#что-выполнено',
      component: lazyRouteComponent(() => import('./lists/RoadmapItemsPage'), 'RoadmapItemsPage'),
    },
    {
      path: '/roadmaps/$id',
      guide: 'roadmaps.md#таблица',
      component: lazyRouteComponent(() => import('./RoadmapPage'), 'RoadmapPage'),
    },
  ],
  desk: roadmapDesk,
  lists: { roadmapItems: '/roadmaps/items' },
  opens: {
    roadmap: (id) => `/roadmaps/${id}`,
    'roadmap-item': (_, within) => (within ? `/roadmaps/${within.id}?item=${within.uid}` : '/roadmaps/items'),
  },
  calendar: roadmapCalendar,
  commands: [
    { title: 'Дорожные карты и планы', keywords: 'план работы рмо мероприятия', path: '/roadmaps' },
    { title: 'Пункты дорожных карт', keywords: 'просрочено сроки выполнение', path: '/roadmaps/items' },
  ],
}
