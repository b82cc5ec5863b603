/** Education as the staffing certificate counts it (FORMS §8): one class for each person. */

/**
 * In the order in which they count: the higher level first, and within a level library education before pedagogical, pedagogical
 * before any other. Someone with a university diploma of a teacher and a college diploma of a librarian is «высшее педагогическое»; with
 * two university diplomas, a librarian's among them, «высшее библиотечное».
 */
export const educationClasses = {
  'higher-library': 'высшее библиотечное',
  'higher-pedagogical': 'высшее педагогическое',
  'higher-other': 'высшее другое',
  'vocational-library': 'СПО библиотечное',
  'vocational-pedagogical': 'СПО педагогическое',
  'vocational-other': 'СПО другое',
  secondary: 'среднее общее',
} as const
export type EducationClass = keyof typeof educationClasses

export interface EducationFact {
  level: 'higher' | 'vocational' | 'secondary'
  field: 'library' | 'pedagogical' | 'other'
  /** Of graduation; null counts as finished. */
  year: number | null
}

const order = Object.keys(educationClasses) as EducationClass[]

export function classOfEducation({ level, field }: Pick<EducationFact, 'level' | 'field'>): EducationClass {
  return level === 'secondary' ? 'secondary' : `${level}-${field}`
}

/** The class of a person by the end of a calendar year; null when nothing finished by then is known. */
export function educationClass(educations: readonly EducationFact[], year: number): EducationClass | null {
  const finished = educations.filter((one) => one.year === null || one.year <= year).map(classOfEducation)
  return order.find((one) => finished.includes(one)) ?? null
}
