import { IconTrashX } from '@tabler/icons-react'
import type { CalendarKind } from '../../app/modules'

export const writeOffCalendar: readonly CalendarKind[] = [{ kind: 'write-off', title: 'Списание', icon: IconTrashX }]
