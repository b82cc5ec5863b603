import { schoolYearBounds } from '@shared/domain/school-year'
import type { QueryContext } from '../context'

/** The day an «as-of» list speaks of: the last of the school year, or today while that has not come or no year is chosen. */
export function listDay(context: QueryContext, schoolYear: string | null): string {
  const today = context.today()
  if (schoolYear === null) return today
  const { to } = schoolYearBounds(schoolYear)
  return to < today ? to : today
}
