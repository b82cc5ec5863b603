import type { ListTab } from '../../components/ListTabs'

export const eventTabs: readonly ListTab[] = [
  { path: '/events', title: 'Мероприятия' },
  { path: '/events/participants', title: 'Участие' },
]

export const eventTabsLabel = 'Мероприятия'
