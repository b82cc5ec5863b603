import type { Profile } from '@shared/contract/app'
import { todayIso } from '@shared/domain/dates'
import { planningSchoolYear } from '@shared/domain/school-year'

export function blankProfile(): Profile {
  return {
    municipality: '',
    region: '',
    authority: '',
    methodologist: '',
    schoolYear: planningSchoolYear(todayIso(new Date())),
    papers: { leftMarginMm: 20, lineSpacing: 1, dateStyle: 'words', decisionLabel: 'РЕШИЛИ', rosterAnnexOver: 15 },
  }
}
