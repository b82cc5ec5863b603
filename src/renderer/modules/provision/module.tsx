import { IconChartBar } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'

export const provisionModule: AppModule = {
  id: 'provision',
  title: 'Обеспеченность',
  group: 'fund',
  icon: IconChartBar,
  path: '/holdings/provision',
  component: lazyRouteComponent(() => import('./ProvisionScreen'), 'ProvisionScreen'),
  guide: 'provision.md',
  pages: [
    {
      path: '/holdings/subjectStudents',
      guide: 'provision.md#если-предмет-изучают-не-все',
      component: lazyRouteComponent(() => import('./students/StudentsScreen'), 'StudentsScreen'),
    },
    {
      path: '/holdings/provision/propose',
      guide: 'provision.md#предложить-излишки-и-потребности',
      component: lazyRouteComponent(() => import('./propose/ProposePage'), 'ProposePage'),
    },
  ],
  opens: { 'subject-students': (id) => `/holdings/subjectStudents?open=${id}` },
  commands: [
    {
      title: 'Предложить излишки и потребности',
      keywords: 'обеспеченность обменный фонд невостребованные не хватает учебников',
      path: '/holdings/provision/propose',
    },
  ],
}
