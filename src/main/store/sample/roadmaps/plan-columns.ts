import type { RoadmapScript } from './script'

/** Columns of a plan of the РМО. */
export const planColumns: RoadmapScript['columns'] = [
  ['number', '№'],
  ['title', 'Содержание работы'],
  ['due', 'Срок'],
  ['executors', 'Ответственный'],
  ['results', 'Результат'],
]
