import type { ListTab } from './ListTabs'

/** What schools hold and how far it goes: lists of two modules, side by side. */
export const holdingTabs: readonly ListTab[] = [
  { path: '/holdings/provision', title: 'Обеспеченность' },
  { path: '/holdings/subjectStudents', title: 'Изучают предмет' },
]

export const holdingTabsLabel = 'Остатки и обеспеченность'
