import { IconLayoutDashboard } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'
import { DeskScreen } from './DeskScreen'

export const deskModule: AppModule = {
  id: 'desk',
  title: 'Рабочий стол',
  group: 'work',
  icon: IconLayoutDashboard,
  path: '/',
  component: DeskScreen,
  guide: 'desk.md',
  pages: [
    {
      path: '/search',
      guide: 'search.md',
      component: lazyRouteComponent(() => import('../search/SearchPage'), 'SearchPage'),
    },
  ],
}
