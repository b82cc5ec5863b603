import type { ListTab } from '../../components/ListTabs'

/** Lists of the bank: the people, what their cards hold in rows, what is counted of them and due of them. */
export const librarianTabs: readonly ListTab[] = [
  { path: '/librarians', title: 'Люди' },
  { path: '/librarians/employments', title: 'Места работы' },
  { path: '/librarians/educations', title: 'Образование' },
  { path: '/librarians/courses', title: 'Курсы' },
  { path: '/librarians/awards', title: 'Награды' },
  { path: '/librarians/publications', title: 'Публикации' },
  { path: '/librarians/contests', title: 'Конкурсы' },
  { path: '/librarians/staffing', title: 'Кадровый состав' },
  { path: '/librarians/attention', title: 'Сроки' },
]
