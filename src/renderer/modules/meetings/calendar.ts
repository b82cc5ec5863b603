import { IconGavel, IconNotes } from '@tabler/icons-react'
import type { CalendarKind } from '../../app/modules'

export const meetingCalendar: readonly CalendarKind[] = [
  { kind: 'meeting', title: 'Заседания', icon: IconNotes },
  { kind: 'decision', title: 'Сроки решений', icon: IconGavel },
]
