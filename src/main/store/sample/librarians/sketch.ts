import type { Librarian } from '@shared/contract/librarians'

/** How a card of the sample is written down: what repeats is named, what is one's own is spelt out. */

export interface LibrarianSketch {
  /** «Фамилия Имя Отчество»; the surname is the key of other files. */
  name: string
  born: string
  /** Whole working life since; library work since. */
  works: string
  library: string
  jobs: readonly Job[]
  education: readonly Education[]
  courses: readonly Course[]
  category?: readonly [category: Librarian['category'], on: string, until: string | null]
  attested?: string
  role?: string
  /** Null: she has not signed it. */
  consent: string | null
  note?: string
  awards?: readonly (readonly [title: string, level: string, on: string])[]
  publications?: readonly (readonly [title: string, where: string, year: number])[]
  contests?: readonly (readonly [
    title: string,
    level: Librarian['contests'][number]['level'],
    result: string,
    on: string,
  ])[]
}

export interface Job {
  school: string
  position: string
  rate: number
  from: string
  to: string | null
  main: boolean
}
type Education = Omit<Librarian['educations'][number], 'uid'>
type Course = Omit<Librarian['courses'][number], 'uid'>

export function job(
  school: string,
  position: string,
  rate: number,
  from: string,
  over: { to?: string; main?: boolean } = {},
): Job {
  return { school, position, rate, from, to: over.to ?? null, main: over.main ?? true }
}

const institute = 'Северодольский государственный институт культуры'
const pedagogical = 'Северодольский государственный педагогический университет'
const culture = 'Заречинский колледж культуры и искусств'
const college = 'Северодольский педагогический колледж'

/** Library education: of a university, of a college. */
export const libraryHigher = (year: number): Education => ({
  level: 'higher',
  field: 'library',
  institution: institute,
  speciality: 'Библиотечно-информационная деятельность',
  year,
})
export const libraryVocational = (year: number): Education => ({
  level: 'vocational',
  field: 'library',
  institution: culture,
  speciality: 'Библиотековедение',
  year,
})
export const teacherHigher = (speciality: string, year: number): Education => ({
  level: 'higher',
  field: 'pedagogical',
  institution: pedagogical,
  speciality,
  year,
})
export const teacherVocational = (speciality: string, year: number): Education => ({
  level: 'vocational',
  field: 'pedagogical',
  institution: college,
  speciality,
  year,
})
export const otherHigher = (institution: string, speciality: string, year: number): Education => ({
  level: 'higher',
  field: 'other',
  institution,
  speciality,
  year,
})
export const otherVocational = (institution: string, speciality: string, year: number): Education => ({
  level: 'vocational',
  field: 'other',
  institution,
  speciality,
  year,
})
/** Переподготовка beside another education. */
export const retrained = (year: number): Education => ({
  level: 'higher',
  field: 'library',
  institution: 'Северодольский институт развития образования (профессиональная переподготовка)',
  speciality: 'Педагог-библиотекарь',
  year,
})

const development = 'Северодольский институт развития образования'

const programmes = {
  fgos: ['Деятельность педагога-библиотекаря в условиях реализации обновлённых ФГОС', 72, development, 'mixed'],
  ibc: ['Школьный информационно-библиотечный центр: проектирование и развитие', 36, development, 'in-person'],
  reading: [
    'Формирование читательской грамотности обучающихся средствами школьной библиотеки',
    36,
    development,
    'remote',
  ],
  funds: [
    'Учёт и сохранность фонда учебников в образовательной организации',
    24,
    'Центр библиотечных технологий «Каталог»',
    'remote',
  ],
  digital: ['Цифровые ресурсы в работе школьной библиотеки', 16, 'Центр библиотечных технологий «Каталог»', 'remote'],
  safety: ['Информационная безопасность детей в библиотеке', 16, development, 'remote'],
} as const satisfies Record<string, readonly [string, number, string, Course['form']]>

/** A course by its programme; the certificate's number is made of the last day. */
export function course(programme: keyof typeof programmes, from: string, to: string): Course {
  const [title, hours, organisation, form] = programmes[programme]
  return {
    title,
    hours,
    organisation,
    form,
    from,
    to,
    certificate: `удостоверение № ${to.slice(2, 4)}-${to.slice(5, 7)}${to.slice(8)}`,
  }
}
