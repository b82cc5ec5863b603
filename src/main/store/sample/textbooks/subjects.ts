import type { Subject } from '@shared/contract/textbooks'

/** What the invented district teaches from books: name, grades, whether all study it. */
const rows: readonly (readonly [
  name: string,
  gradeFrom: number,
  gradeTo: number,
  obligatory?: boolean,
  note?: string,
])[] = [
  ['Русский язык', 1, 11],
  ['Литературное чтение', 1, 4],
  ['Литература', 5, 11],
  ['Английский язык', 2, 11],
  ['Математика', 1, 6],
  ['Алгебра', 7, 9],
  ['Геометрия', 7, 9],
  ['Вероятность и статистика', 7, 9],
  ['Алгебра и начала математического анализа, геометрия', 10, 11],
  ['Информатика', 7, 11],
  ['Окружающий мир', 1, 4],
  ['История', 5, 11],
  ['Обществознание', 9, 11],
  ['География', 5, 11],
  ['Биология', 5, 11],
  ['Физика', 7, 11],
  ['Химия', 8, 11],
  ['Изобразительное искусство', 1, 7],
  ['Музыка', 1, 8],
  ['Труд (технология)', 5, 9],
  ['Основы безопасности и защиты Родины', 8, 11],
  ['Второй иностранный язык (немецкий)', 5, 9, false, 'Изучают не все: число записано в списке «Изучают предмет»'],
  ['Индивидуальный проект', 10, 11, false],
]

export const sampleSubjects: readonly Subject[] = rows.map(
  ([name, gradeFrom, gradeTo, obligatory = true, note = '']) => ({ name, obligatory, gradeFrom, gradeTo, note }),
)
