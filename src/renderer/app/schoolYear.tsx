import { todayIso } from '@shared/domain/dates'
import { formatSchoolYear, planningSchoolYear, schoolYearStart, schoolYearStarting } from '@shared/domain/school-year'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { useCall } from './queries'

/** The school year of the switch on top: the context of every list and of what is new. */
interface SchoolYearContext {
  /** «2026-2027». */
  schoolYear: string
  setSchoolYear: (schoolYear: string) => void
  /** What the switch offers, newest first. */
  years: readonly string[]
}

const Context = createContext<SchoolYearContext | null>(null)

export function SchoolYearProvider({ children }: { children: ReactNode }) {
  const profile = useCall('profile.get', {})
  const [chosen, setChosen] = useState<string | null>(null)
  const current = profile.data?.schoolYear ?? planningSchoolYear(todayIso(new Date()))
  const schoolYear = chosen ?? current
  const value = useMemo<SchoolYearContext>(() => {
    const start = schoolYearStart(current)
    const years = new Set<string>()
    for (let year = start + 2; year >= start - 8; year--) years.add(schoolYearStarting(year))
    years.add(schoolYear)
    return { schoolYear, setSchoolYear: setChosen, years: [...years].sort().reverse() }
  }, [current, schoolYear])
  return <Context value={value}>{children}</Context>
}

export function useSchoolYear(): SchoolYearContext {
  const value = useContext(Context)
  if (!value) throw new Error('useSchoolYear outside SchoolYearProvider')
  return value
}

export { formatSchoolYear }
