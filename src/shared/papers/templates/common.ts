import type { Profile } from '../../contract/app'
import { formatDate } from '../../domain/dates'
import { formatSchoolYear } from '../../domain/school-year'
import { commonFields, PLACE_FIELD, withAliases } from './fields'

/** Values of the fields every paper has. @param on the day of the paper, ISO */
export function commonValues(profile: Profile, on: string, title: string): Record<string, string> {
  return withAliases(
    {
      'название документа': title,
      муниципалитет: profile.municipality,
      регион: profile.region,
      'орган управления': profile.authority,
      методист: profile.methodologist,
      'учебный год': formatSchoolYear(profile.schoolYear),
      дата: formatDate(on, 'words'),
      'дата цифрами': formatDate(on, 'digits'),
      год: on.slice(0, 4),
    },
    commonFields.filter((field) => field.name !== PLACE_FIELD),
  )
}
