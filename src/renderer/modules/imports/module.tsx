import { IconFileImport } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'

export const importsModule: AppModule = {
  id: 'imports',
  title: 'Загрузки из Excel',
  group: 'people',
  icon: IconFileImport,
  path: '/imports',
  component: lazyRouteComponent(() => import('./ImportsPage'), 'ImportsPage'),
  guide: 'excel.md#загрузить',
  pages: [{ path: '/imports/new', component: lazyRouteComponent(() => import('./ImportPage'), 'ImportPage') }],
  commands: [
    {
      title: 'Загрузить из Excel',
      keywords: 'импорт файл таблица csv xlsx xls',
      path: '/imports/new',
    },
  ],
}
