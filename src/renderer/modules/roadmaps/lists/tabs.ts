import type { ListTab } from '../../../components/ListTabs'

export const roadmapTabsLabel = 'Дорожные карты'

export const roadmapTabs: readonly ListTab[] = [
  { path: '/roadmaps', title: 'Карты и планы' },
  { path: '/roadmaps/items', title: 'Все пункты' },
]
