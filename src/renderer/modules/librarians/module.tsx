import { IconUsers } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'
import { librarianCalendar } from './calendar'
import { librarianDesk } from './desk'

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
  guide: 'people.md#банк-библиотекарей',
  guideRecord: 'people.md#карточка',
  pages: [
    { path: '/librarians/employments', guide: 'lists.md', component: rows('EmploymentsScreen') },
    { path: '/librarians/educations', guide: 'lists.md', component: rows('EducationsScreen') },
    { path: '/librarians/courses', guide: 'lists.md', component: rows('CoursesScreen') },
    { path: '/librarians/awards', guide: 'lists.md', component: rows('AwardsScreen') },
    { path: '/librarians/publications', guide: 'lists.md', component: rows('PublicationsScreen') },
    { path: '/librarians/contests', guide: 'lists.md', component: rows('ContestsScreen') },
    {
      path: '/librarians/staffing',
      guide: 'staffing.md',
      component: lazyRouteComponent(() => import('./staffing/StaffingScreen'), 'StaffingScreen'),
    },
    {
      path: '/librarians/attention',
      guide: 'people.md#кадровый-состав-и-сроки',
      component: lazyRouteComponent(() => import('./staffing/AttentionScreen'), 'AttentionScreen'),
    },
    {
      path: '/librarians/paper',
      guide: 'staffing.md',
      component: lazyRouteComponent(() => import('./staffing/PaperPage'), 'PaperPage'),
    },
  ],
  desk: librarianDesk,
  calendar: librarianCalendar,
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
