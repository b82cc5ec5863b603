import { IconAffiliate } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'

export const associationsModule: AppModule = {
  id: 'associations',
  title: 'Объединения',
  group: 'people',
  icon: IconAffiliate,
  path: '/associations',
  component: lazyRouteComponent(() => import('./AssociationsScreen'), 'AssociationsScreen'),
  guide: 'start.md#что-настроить-в-начале',
  opens: { association: (id) => `/associations?open=${id}` },
  commands: [{ title: 'Добавить объединение', keywords: 'рмо гмо омо новое', path: '/associations?open=new' }],
}
