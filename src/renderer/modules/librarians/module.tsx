import { IconUsers } from '@tabler/icons-react'
import type { AppModule } from '../../app/modules'
import { LibrariansScreen } from './LibrariansScreen'

export const librariansModule: AppModule = {
  id: 'librarians',
  title: 'Библиотекари',
  group: 'people',
  icon: IconUsers,
  path: '/librarians',
  component: LibrariansScreen,
  opens: { librarian: (id) => `/librarians?open=${id}` },
  commands: [
    {
      title: 'Добавить библиотекаря',
      keywords: 'новый человек педагог создать',
      path: '/librarians?open=new',
    },
  ],
}
