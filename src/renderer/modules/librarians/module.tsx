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
  ],
  opens: { librarian: (id) => `/librarians?open=${id}` },
  commands: [
    {
      title: 'Добавить библиотекаря',
      keywords: 'новый человек педагог создать',
      path: '/librarians?open=new',
    },
  ],
}
