import { IconReportAnalytics } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'

export const reportsModule: AppModule = {
  id: 'reports',
  title: 'Отчёты',
  group: 'reports',
  icon: IconReportAnalytics,
  path: '/reports',
  component: lazyRouteComponent(() => import('./lists/ReportsPage'), 'ReportsPage'),
  guide: 'report.md',
  pages: [
    {
      path: '/reports/$id',
      guide: 'report.md#раздел-за-разделом',
      component: lazyRouteComponent(() => import('./ReportPage'), 'ReportPage'),
    },
  ],
  opens: { report: (id) => `/reports/${id}` },
  commands: [
    { title: 'Составить отчёт', keywords: 'годовой анализ работы рмо новый', path: '/reports?open=new' },
    { title: 'Годовые отчёты', keywords: 'анализ работы рмо сданные', path: '/reports' },
  ],
}
