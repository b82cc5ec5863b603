import type { Profile } from '@shared/contract/app'
import { schoolYearOf } from '@shared/domain/school-year'

/** What stands until the methodologist has filled in her own; papers by ГОСТ Р 7.0.97-2016. */
export function defaultProfile(today: string): Profile {
  return {
    municipality: 'Мой район',
    region: '',
    authority: '',
    methodologist: '',
    schoolYear: schoolYearOf(today),
    papers: { leftMarginMm: 20, lineSpacing: 1, dateStyle: 'words', decisionLabel: 'РЕШИЛИ', rosterAnnexOver: 10 },
  }
}
