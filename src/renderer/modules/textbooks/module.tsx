import { IconBook2 } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'

export const textbooksModule: AppModule = {
  id: 'textbooks',
  title: 'Учебники',
  group: 'fund',
  icon: IconBook2,
  path: '/textbooks',
  component: lazyRouteComponent(() => import('./TextbooksScreen'), 'TextbooksScreen'),
  guide: 'textbooks.md',
  pages: [
    {
      path: '/textbooks/subjects',
      guide: 'textbooks.md#предметы',
      component: lazyRouteComponent(() => import('./SubjectsScreen'), 'SubjectsScreen'),
    },
  ],
  opens: {
    textbook: (id) => `/textbooks?open=${id}`,
    subject: (id) => `/textbooks/subjects?open=${id}`,
  },
  commands: [
    { title: 'Добавить учебник', keywords: 'новый издание книга isbn', path: '/textbooks?open=new' },
    {
      title: 'Загрузить федеральный перечень (ФПУ)',
      keywords: 'фпу excel импорт приказ',
      path: '/imports/new?list=textbooks',
    },
  ],
}
