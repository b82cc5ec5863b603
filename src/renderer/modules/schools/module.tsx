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
  pages: [
    { path: '/schools/contingent', component: rows('ContingentScreen') },
    { path: '/schools/schoolStatuses', component: rows('StatusesScreen') },
    { path: '/schools/schoolConnections', component: rows('ConnectionsScreen') },
    { path: '/schools/schoolFunds', component: rows('FundsScreen') },
    { path: '/schools/schoolDocuments', component: rows('DocumentsScreen') },
  ],
  opens: { school: (id) => `/schools?open=${id}` },
  commands: [{ title: 'Добавить школу', keywords: 'новая создать оо учреждение', path: '/schools?open=new' }],
}
