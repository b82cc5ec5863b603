import { IconAffiliate } from '@tabler/icons-react'
import type { AppModule } from '../../app/modules'
import { AssociationsScreen } from './AssociationsScreen'

export const associationsModule: AppModule = {
  id: 'associations',
  title: 'Объединения',
  group: 'people',
  icon: IconAffiliate,
  path: '/associations',
  component: AssociationsScreen,
  opens: { association: (id) => `/associations?open=${id}` },
  commands: [{ title: 'Добавить объединение', keywords: 'рмо гмо омо новое', path: '/associations?open=new' }],
}
