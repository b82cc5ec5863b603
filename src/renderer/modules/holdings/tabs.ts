import type { ListTab } from '../../components/ListTabs'

/** The holdings of the schools and what they are held against. */
export const holdingTabs: readonly ListTab[] = [
  { path: '/holdings', title: 'Остатки' },
  { path: '/holdings/movements', title: 'Движение фонда' },
]

export const holdingTabsLabel = 'Фонд'
