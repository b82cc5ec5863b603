import { IconUsers } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'

const rows = (
  name:
    | 'EmploymentsScreen'
    | 'EducationsScreen'
    | 'CoursesScreen'
    | 'AwardsScreen'
    | 'PublicationsScreen'
    | 'ContestsScreen',
) => lazyRouteComponent(() => import('./RowScreens'), name)

export const librariansModule: AppModule = {
  id: 'librarians',
  title: 'Библиотекари',
  group: 'people',
  icon: IconUsers,
  path: '/librarians',
  component: lazyRouteComponent(() => import('./LibrariansScreen'), 'LibrariansScreen'),
  pages: [
    { path: '/librarians/employments', component: rows('EmploymentsScreen') },
    { path: '/librarians/educations', component: rows('EducationsScreen') },
    { path: '/librarians/courses', component: rows('CoursesScreen') },
    { path: '/librarians/awards', component: rows('AwardsScreen') },
    { path: '/librarians/publications', component: rows('PublicationsScreen') },
    { path: '/librarians/contests', component: rows('ContestsScreen') },
    {
      path: '/librarians/staffing',
      component: lazyRouteComponent(() => import('./staffing/StaffingScreen'), 'StaffingScreen'),
    },
    {
      path: '/librarians/attention',
      component: lazyRouteComponent(() => import('./staffing/AttentionScreen'), 'AttentionScreen'),
    },
    { path: '/librarians/paper', component: lazyRouteComponent(() => import('./staffing/PaperPage'), 'PaperPage') },
  ],
  opens: { librarian: (id) => `/librarians?open=${id}` },
  commands: [
    {
      title: 'Добавить библиотекаря',
      keywords: 'новый человек педагог создать',
      path: '/librarians?open=new',
    },
    { title: 'Кадровый состав', keywords: 'анализ кадры справка диаграммы стаж возраст', path: '/librarians/staffing' },
    { title: 'Сроки библиотекарей', keywords: 'категория курсы аттестация согласие', path: '/librarians/attention' },
    {
      title: 'Справка о кадрах',
      keywords: 'кадровое обеспечение word печать',
      path: '/librarians/paper?kind=staffing',
    },
    { title: 'Список библиотекарей в Word', keywords: 'банк данных печать', path: '/librarians/paper?kind=list' },
  ],
}
