import type { ListTab } from '../../components/ListTabs'

/** Lists of schools: themselves, and what their cards hold in rows. */
export const schoolTabs: readonly ListTab[] = [
  { path: '/schools', title: 'Школы' },
  { path: '/schools/contingent', title: 'Контингент' },
  { path: '/schools/schoolStatuses', title: 'Статусы библиотек' },
  { path: '/schools/schoolConnections', title: 'Подключения' },
  { path: '/schools/schoolFunds', title: 'Фонды' },
  { path: '/schools/schoolDocuments', title: 'Документы' },
]
