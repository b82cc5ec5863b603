import { IconSchool } from '@tabler/icons-react'
import type { AppModule } from '../../app/modules'
import { SchoolsScreen } from './SchoolsScreen'

export const schoolsModule: AppModule = {
  id: 'schools',
  title: 'Школы',
  group: 'people',
  icon: IconSchool,
  path: '/schools',
  component: SchoolsScreen,
  opens: { school: (id) => `/schools?open=${id}` },
  commands: [{ title: 'Добавить школу', keywords: 'новая создать оо учреждение', path: '/schools?open=new' }],
}
