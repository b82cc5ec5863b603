import { IconBooks } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'

export const holdingsModule: AppModule = {
  id: 'holdings',
  title: 'Остатки',
  group: 'fund',
  icon: IconBooks,
  path: '/holdings',
  component: lazyRouteComponent(() => import('./HoldingsScreen'), 'HoldingsScreen'),
  guide: 'holdings.md',
  guideRecord: 'holdings.md#исправить-остаток',
  pages: [
    {
      path: '/holdings/movements',
      guide: 'holdings.md#исправить-остаток',
      component: lazyRouteComponent(() => import('./MovementsScreen'), 'MovementsScreen'),
    },
  ],
  opens: { holding: (id) => `/holdings?open=${id}` },
  commands: [
    { title: 'Внести поступление', keywords: 'книги учебники накладная остатки приход', path: '/holdings?open=new' },
    { title: 'Движение фонда', keywords: 'остатки поступление списание инвентаризация', path: '/holdings/movements' },
    { title: 'Загрузить остатки школы', keywords: 'excel импорт фонд файл', path: '/imports/new?list=holdings' },
  ],
}
