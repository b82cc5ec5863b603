import type { Profile } from '@shared/contract/app'
import { schoolYearOf } from '@shared/domain/school-year'
import type { Database as Sqlite } from 'better-sqlite3'
import { readSetting } from './settings'

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

/** Settings of the municipality; what `profile.get` answers. @param today ISO */
export function readProfile(raw: Sqlite, today: string): Profile {
  return readSetting<Profile>(raw, 'profile', defaultProfile(today))
}
