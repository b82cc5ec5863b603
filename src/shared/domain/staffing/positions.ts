import { normKey } from '../text/norm'

/** Positions are typed freely; the certificate counts them in groups. */
export const positionGroups = {
  'centre-head': 'заведующий (руководитель) ИБЦ',
  'library-head': 'заведующий библиотекой',
  'teacher-librarian': 'педагог-библиотекарь',
  librarian: 'библиотекарь',
  methodist: 'методист',
  teacher: 'учитель, другой педагог',
  other: 'другая должность',
} as const
export type PositionGroup = keyof typeof positionGroups

const head = /(?:^|[^\p{L}])(?:зав|руковод|директор|начальник)/u

/** Tried in this order: «заведующая ИБЦ, педагог-библиотекарь» is the head of the centre. */
const rules: readonly [PositionGroup, (words: string) => boolean][] = [
  ['centre-head', (words) => head.test(words) && /ибц|информационно-? ?библиотечн/u.test(words)],
  ['library-head', (words) => head.test(words) && words.includes('библиотек')],
  ['teacher-librarian', (words) => /(?:педагог|учитель)[ -]+библиотекар/u.test(words)],
  ['librarian', (words) => words.includes('библиотекар')],
  ['methodist', (words) => words.includes('методист')],
  ['teacher', (words) => /учител|преподавател|воспитател|педагог|тьютор|вожат/u.test(words)],
]

/** The group of a position as typed; null for an empty one. */
export function positionGroup(position: string): PositionGroup | null {
  const words = normKey(position)
  if (words === '') return null
  return rules.find(([, fits]) => fits(words))?.[0] ?? 'other'
}
