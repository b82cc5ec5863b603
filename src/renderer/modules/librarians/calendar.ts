import { IconCertificate, IconSchool } from '@tabler/icons-react'
import type { CalendarKind } from '../../app/modules'

export const librarianCalendar: readonly CalendarKind[] = [
  { kind: 'category', title: 'Категории', icon: IconCertificate },
  { kind: 'course', title: 'Курсы', icon: IconSchool },
]
