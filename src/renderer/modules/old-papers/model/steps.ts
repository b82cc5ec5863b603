/** Always the same four steps (UX «Import»). */
export const paperSteps = ['Файлы', 'Что прочитано', 'Проверка', 'Готово'] as const
