import { IconSettings } from '@tabler/icons-react'
import type { AppModule } from '../../app/modules'
import { SettingsScreen } from './SettingsScreen'

/** Stands apart at the foot of the navigation. */
export const settingsModule: AppModule = {
  id: 'settings',
  title: 'Настройки',
  group: 'work',
  icon: IconSettings,
  path: '/settings',
  component: SettingsScreen,
}
