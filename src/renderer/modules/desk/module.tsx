import { IconLayoutDashboard } from '@tabler/icons-react'
import type { AppModule } from '../../app/modules'
import { DeskScreen } from './DeskScreen'

export const deskModule: AppModule = {
  id: 'desk',
  title: 'Рабочий стол',
  group: 'work',
  icon: IconLayoutDashboard,
  path: '/',
  component: DeskScreen,
  guide: 'desk.md',
}
