import type { ListTab } from '../../components/ListTabs'

/** Lists of the bank: the people, and what their cards hold in rows. */
export const librarianTabs: readonly ListTab[] = [
  { path: '/librarians', title: 'Люди' },
  { path: '/librarians/employments', title: 'Места работы' },
  { path: '/librarians/educations', title: 'Образование' },
  { path: '/librarians/courses', title: 'Курсы' },
  { path: '/librarians/awards', title: 'Награды' },
  { path: '/librarians/publications', title: 'Публикации' },
  { path: '/librarians/contests', title: 'Конкурсы' },
]
