import { IconUsers } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'

export const librariansModule: AppModule = {
  id: 'librarians',
  title: 'Библиотекари',
  group: 'people',
  icon: IconUsers,
  path: '/librarians',
  component: lazyRouteComponent(() => import('./LibrariansScreen'), 'LibrariansScreen'),
  opens: { librarian: (id) => `/librarians?open=${id}` },
  commands: [
    {
      title: 'Добавить библиотекаря',
      keywords: 'новый человек педагог создать',
      path: '/librarians?open=new',
    },
  ],
}
