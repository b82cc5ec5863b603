import { IconCalendarEvent } from '@tabler/icons-react'
import type { CalendarKind } from '../../app/modules'

export const eventCalendar: readonly CalendarKind[] = [{ kind: 'event', title: 'Мероприятия', icon: IconCalendarEvent }]
