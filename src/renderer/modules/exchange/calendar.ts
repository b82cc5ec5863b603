import { IconArrowBackUp } from '@tabler/icons-react'
import type { CalendarKind } from '../../app/modules'

export const exchangeCalendar: readonly CalendarKind[] = [
  { kind: 'transfer-return', title: 'Возврат учебников', icon: IconArrowBackUp },
]
