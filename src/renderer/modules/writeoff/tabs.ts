import type { ListTab } from '../../components/ListTabs'

export const writeOffTabs: readonly ListTab[] = [
  { path: '/writeoff', title: 'Акты' },
  { path: '/writeoff/lines', title: 'Списанные учебники' },
  { path: '/writeoff/campaigns', title: 'Кампании' },
  { path: '/writeoff/candidates', title: 'Подбор' },
]

export const writeOffTabsLabel = 'Списание'
