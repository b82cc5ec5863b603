import { IconMailForward } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'

export const mailingsModule: AppModule = {
  id: 'mailings',
  title: 'Письма',
  group: 'reports',
  icon: IconMailForward,
  path: '/letters',
  guide: 'letters.md',
  guideRecord: 'letters.md#письмо',
  component: lazyRouteComponent(() => import('./MailingsScreen'), 'MailingsScreen'),
  pages: [
    {
      path: '/letters/templates',
      guide: 'letters.md#бланки-и-шаблоны',
      component: lazyRouteComponent(() => import('./templates/TemplatesScreen'), 'TemplatesScreen'),
    },
    {
      path: '/letters/papers',
      guide: 'letters.md#реестр-план-календарь',
      component: lazyRouteComponent(() => import('./YearPapersPage'), 'YearPapersPage'),
    },
  ],
  opens: {
    mailing: (id) => `/letters?open=${id}`,
    'paper-template': (id) => `/letters/templates?open=${id}`,
  },
  commands: [
    { title: 'Написать письмо школам', keywords: 'рассылка письма школы директору', path: '/letters?open=new' },
    {
      title: 'Сделать благодарности',
      keywords: 'грамоты сертификаты благодарственные письма победители',
      path: '/letters?open=new&kind=certificate',
    },
    { title: 'Реестр решений в Word', keywords: 'решения реестр печать', path: '/letters/papers?kind=decisions' },
    { title: 'План работы на год', keywords: 'годовой план документ', path: '/letters/papers?kind=plan' },
    { title: 'Календарь заседаний', keywords: 'график заседаний', path: '/letters/papers?kind=calendar' },
    { title: 'Бланки и шаблоны', keywords: 'шаблон Word бланк обложка поля', path: '/letters/templates' },
  ],
}
