import { useCallback } from 'react'
import { useCall } from '../../../app/queries'

/** The name of a school by its number. */
export function useSchoolNames(): (id: number) => string {
  const { data } = useCall('schools.options', { limit: 2000 })
  return useCallback((id: number) => data?.find((school) => school.id === id)?.name ?? `школа № ${id}`, [data])
}
