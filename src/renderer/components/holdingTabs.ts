import type { ListTab } from './ListTabs'

/** What schools hold, how it came and went, and how far it goes: lists of two modules, side by side. */
export const holdingTabs: readonly ListTab[] = [
  { path: '/holdings', title: 'Остатки' },
  { path: '/holdings/movements', title: 'Движение фонда' },
  { path: '/holdings/provision', title: 'Обеспеченность' },
  { path: '/holdings/subjectStudents', title: 'Изучают предмет' },
]

export const holdingTabsLabel = 'Остатки и обеспеченность'
