import { IconFileDescription } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'

export const oldPapersModule: AppModule = {
  id: 'old-papers',
  title: 'Загрузки из Word',
  group: 'people',
  icon: IconFileDescription,
  path: '/old-papers',
  component: lazyRouteComponent(() => import('./list/PapersScreen'), 'PapersScreen'),
  guide: 'old-papers.md',
  pages: [
    {
      path: '/old-papers/new',
      guide: 'old-papers.md#1-выбрать-файлы',
      component: lazyRouteComponent(() => import('./reading/ReadPage'), 'ReadPage'),
    },
    {
      path: '/old-papers/$id',
      guide: 'old-papers.md#3-проверка',
      component: lazyRouteComponent(() => import('./review/ReviewPage'), 'ReviewPage'),
    },
  ],
  opens: { 'old-paper': (id) => `/old-papers/${id}` },
  commands: [
    {
      title: 'Загрузить из Word',
      keywords: 'импорт старые документы протокол дорожная карта план папка docx doc txt',
      path: '/old-papers/new',
    },
    {
      title: 'Проверить загруженные документы',
      keywords: 'word старые протоколы дорожные карты',
      path: '/old-papers',
    },
  ],
}
