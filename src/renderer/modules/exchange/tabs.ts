import type { ListTab } from '../../components/ListTabs'

/** The exchange fund: what it has, what is done with it, and what has come of it. */
export const exchangeTabs: readonly ListTab[] = [
  { path: '/exchange', title: 'Обзор' },
  { path: '/exchange/surpluses', title: 'Излишки' },
  { path: '/exchange/needs', title: 'Потребности' },
  { path: '/exchange/match', title: 'Сопоставление' },
  { path: '/exchange/plan', title: 'План' },
  { path: '/exchange/reservations', title: 'Брони' },
  { path: '/exchange/transfers', title: 'Передачи' },
  { path: '/exchange/register', title: 'Реестр' },
  { path: '/exchange/flows', title: 'Карта потоков' },
]

export const exchangeTabsLabel = 'Обменный фонд'
