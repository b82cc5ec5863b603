/** Kinds of record as one chooses among them. */
export const recordKinds: readonly { value: string; label: string }[] = [
  { value: 'school', label: 'Школы' },
  { value: 'librarian', label: 'Библиотекари' },
  { value: 'association', label: 'Объединения' },
  { value: 'meeting', label: 'Заседания' },
  { value: 'event', label: 'Мероприятия' },
  { value: 'mailing', label: 'Письма и благодарности' },
  { value: 'paper-template', label: 'Бланки и шаблоны' },
  { value: 'textbook', label: 'Учебники' },
  { value: 'subject', label: 'Предметы' },
  { value: 'agenda-template', label: 'Шаблоны повестки' },
  { value: 'phrase', label: 'Частые фразы' },
  { value: 'view', label: 'Виды списков' },
  { value: 'profile', label: 'Настройки' },
]
