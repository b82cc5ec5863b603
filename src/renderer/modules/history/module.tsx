import { IconHistory } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'

/** Stands apart at the foot of the navigation: one comes here seldom, and from lists and records. */
export const historyModule: AppModule = {
  id: 'history',
  title: 'История',
  group: 'work',
  atFoot: true,
  icon: IconHistory,
  path: '/history',
  component: lazyRouteComponent(() => import('./HistoryScreen'), 'HistoryScreen'),
  guide: 'safety.md',
  commands: [
    { title: 'Посмотреть историю изменений', keywords: 'кто когда что менял журнал', path: '/history' },
    { title: 'Вернуть удалённое', keywords: 'корзина удалённые записи восстановить', path: '/history?tab=deleted' },
    { title: 'Отменить несколько действий', keywords: 'отмена список шаги назад', path: '/history?tab=steps' },
  ],
}
