import type { ListTab } from '../../components/ListTabs'

export const mailingTabs: readonly ListTab[] = [
  { path: '/letters', title: 'Письма и благодарности' },
  { path: '/letters/templates', title: 'Бланки и шаблоны' },
  { path: '/letters/papers', title: 'Реестр, план, календарь' },
]

export const mailingTabsLabel = 'Письма'
