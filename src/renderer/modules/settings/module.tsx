import { IconSettings } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'

/** Stands apart at the foot of the navigation. */
export const settingsModule: AppModule = {
  id: 'settings',
  title: 'Настройки',
  group: 'work',
  atFoot: true,
  icon: IconSettings,
  path: '/settings',
  component: lazyRouteComponent(() => import('./SettingsScreen'), 'SettingsScreen'),
  guide: 'start.md#что-настроить-в-начале',
}
