import { IconSchool } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'

export const schoolsModule: AppModule = {
  id: 'schools',
  title: 'Школы',
  group: 'people',
  icon: IconSchool,
  path: '/schools',
  component: lazyRouteComponent(() => import('./SchoolsScreen'), 'SchoolsScreen'),
  opens: { school: (id) => `/schools?open=${id}` },
  commands: [{ title: 'Добавить школу', keywords: 'новая создать оо учреждение', path: '/schools?open=new' }],
}
