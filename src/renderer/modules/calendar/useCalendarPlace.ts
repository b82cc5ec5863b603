import { isRealDate, todayIso } from '@shared/domain/dates'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

export type CalendarView = 'month' | 'year'

export interface CalendarPlace {
  /** The day the cursor is on. */
  day: string
  view: CalendarView
}

/** Kept in the address: coming back from a record, one is on the same day. Moving about makes no steps of «назад». */
export function useCalendarPlace(): [CalendarPlace, (next: Partial<CalendarPlace>) => void] {
  const search: { day?: unknown; view?: unknown } = useSearch({ strict: false })
  const router = useRouter()
  const day = typeof search.day === 'string' && isRealDate(search.day) ? search.day : todayIso(new Date())
  const view: CalendarView = search.view === 'year' ? 'year' : 'month'
  const set = useCallback(
    (next: Partial<CalendarPlace>) => {
      router.history.replace(`/calendar?day=${next.day ?? day}&view=${next.view ?? view}`)
    },
    [router, day, view],
  )
  return [{ day, view }, set]
}
