import type { ListTab } from '../../components/ListTabs'

export const textbookTabs: readonly ListTab[] = [
  { path: '/textbooks', title: 'Учебники' },
  { path: '/textbooks/subjects', title: 'Предметы' },
]
