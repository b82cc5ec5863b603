import { IconRoute } from '@tabler/icons-react'
import type { CalendarKind } from '../../app/modules'

export const roadmapCalendar: readonly CalendarKind[] = [
  { kind: 'roadmap-item', title: 'Дорожные карты', icon: IconRoute },
]
