import { IconSchool } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'

const rows = (name: 'ContingentScreen' | 'StatusesScreen' | 'ConnectionsScreen' | 'FundsScreen' | 'DocumentsScreen') =>
  lazyRouteComponent(() => import('./RowScreens'), name)

export const schoolsModule: AppModule = {
  id: 'schools',
  title: 'Школы',
  group: 'people',
  icon: IconSchool,
  path: '/schools',
  component: lazyRouteComponent(() => import('./SchoolsScreen'), 'SchoolsScreen'),
  guide: 'people.md',
  guideRecord: 'people.md#карточка',
  pages: [
    { path: '/schools/contingent', guide: 'lists.md', component: rows('ContingentScreen') },
    { path: '/schools/schoolStatuses', guide: 'lists.md', component: rows('StatusesScreen') },
    { path: '/schools/schoolConnections', guide: 'lists.md', component: rows('ConnectionsScreen') },
    { path: '/schools/schoolFunds', guide: 'lists.md', component: rows('FundsScreen') },
    { path: '/schools/schoolDocuments', guide: 'lists.md', component: rows('DocumentsScreen') },
  ],
  opens: { school: (id) => `/schools?open=${id}` },
  commands: [{ title: 'Добавить школу', keywords: 'новая создать оо учреждение', path: '/schools?open=new' }],
}
