import { normKey } from './text/norm'

/** What is known of a school subject by its name alone: where a new one starts from. People correct it. */
export interface SubjectNature {
  obligatory: boolean
  gradeFrom: number
  gradeTo: number
}

/** By the federal curricula of general education in force in 2026; «Изучают все» is of the usual school without a profile. */
const known: readonly (readonly [names: string, gradeFrom: number, gradeTo: number])[] = [
  ['Русский язык', 1, 11],
  ['Азбука|Букварь|Обучение грамоте', 1, 1],
  ['Литературное чтение', 1, 4],
  ['Литература', 5, 11],
  ['Иностранный язык', 2, 11],
  ['Английский язык|Иностранный язык (английский)|Иностранный язык (английский язык)', 2, 11],
  ['Математика', 1, 6],
  ['Алгебра', 7, 9],
  ['Геометрия', 7, 11],
  ['Вероятность и статистика', 7, 11],
  ['Алгебра и начала математического анализа', 10, 11],
  ['Информатика', 7, 11],
  ['Окружающий мир', 1, 4],
  ['История|Всеобщая история|История России', 5, 11],
  ['История нашего края', 5, 7],
  ['Обществознание', 8, 11],
  ['География', 5, 11],
  ['Биология', 5, 11],
  ['Физика', 7, 11],
  ['Химия', 8, 11],
  ['Музыка', 1, 8],
  ['Изобразительное искусство|ИЗО', 1, 7],
  ['Технология|Труд|Труд (технология)', 1, 9],
  ['Физическая культура', 1, 11],
  ['Основы безопасности и защиты Родины|Основы безопасности жизнедеятельности|ОБЖ|ОБЗР', 8, 11],
  ['Основы духовно-нравственной культуры народов России|ОДНКНР', 5, 6],
]

const byName: ReadonlyMap<string, SubjectNature> = new Map(
  known.flatMap(([names, gradeFrom, gradeTo]) =>
    names.split('|').map((name) => [normKey(name), { obligatory: true, gradeFrom, gradeTo }] as const),
  ),
)

/** A subject that is not of this table (a second language, a local one) is of choice, in all grades. */
export function subjectNature(name: string): SubjectNature {
  return byName.get(normKey(name)) ?? { obligatory: false, gradeFrom: 1, gradeTo: 11 }
}
