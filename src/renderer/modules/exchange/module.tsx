import { IconArrowsExchange } from '@tabler/icons-react'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { AppModule } from '../../app/modules'
import { exchangeCalendar } from './calendar'
import { exchangeDesk } from './desk'

export const exchangeModule: AppModule = {
  id: 'exchange',
  title: 'Обменный фонд',
  group: 'fund',
  icon: IconArrowsExchange,
  path: '/exchange',
  component: lazyRouteComponent(() => import('./overview/OverviewScreen'), 'OverviewScreen'),
  guide: 'exchange.md',
  pages: [
    {
      path: '/exchange/surpluses',
      guide: 'exchange.md#излишки-и-потребности',
      component: lazyRouteComponent(() => import('./lists/SurplusesScreen'), 'SurplusesScreen'),
    },
    {
      path: '/exchange/needs',
      guide: 'exchange.md#излишки-и-потребности',
      component: lazyRouteComponent(() => import('./lists/NeedsScreen'), 'NeedsScreen'),
    },
    {
      path: '/exchange/match',
      guide: 'exchange.md#сопоставление',
      component: lazyRouteComponent(() => import('./match/MatchScreen'), 'MatchScreen'),
    },
    {
      path: '/exchange/reservations',
      guide: 'exchange.md#сопоставление',
      component: lazyRouteComponent(() => import('./lists/ReservationsScreen'), 'ReservationsScreen'),
    },
    {
      path: '/exchange/transfers',
      guide: 'exchange.md#передача',
      component: lazyRouteComponent(() => import('./transfers/TransfersScreen'), 'TransfersScreen'),
    },
    {
      path: '/exchange/register',
      guide: 'exchange.md#реестр',
      component: lazyRouteComponent(() => import('./transfers/RegisterScreen'), 'RegisterScreen'),
    },
    {
      path: '/exchange/meeting',
      guide: 'exchange.md#встреча-для-обмена',
      component: lazyRouteComponent(() => import('./meeting/ExchangeMeetingPage'), 'ExchangeMeetingPage'),
    },
    {
      path: '/exchange/plan',
      guide: 'plan.md',
      component: lazyRouteComponent(() => import('./plan/PlansScreen'), 'PlansScreen'),
    },
    {
      path: '/exchange/plan/new',
      guide: 'plan.md#составить',
      component: lazyRouteComponent(() => import('./plan/NewPlanPage'), 'NewPlanPage'),
    },
    {
      path: '/exchange/plan/compare',
      guide: 'plan.md#выбрать',
      component: lazyRouteComponent(() => import('./plan/ComparePage'), 'ComparePage'),
    },
    {
      path: '/exchange/plan/$id',
      guide: 'plan.md#посмотреть',
      component: lazyRouteComponent(() => import('./plan/PlanPage'), 'PlanPage'),
    },
    {
      path: '/exchange/plan/$id/paper',
      guide: 'plan.md#посмотреть',
      component: lazyRouteComponent(() => import('./plan/PlanPaperPage'), 'PlanPaperPage'),
    },
    {
      path: '/exchange/distances',
      guide: 'plan.md#составить',
      component: lazyRouteComponent(() => import('./plan/DistancesScreen'), 'DistancesScreen'),
    },
    {
      path: '/exchange/flows',
      guide: 'plan.md#посмотреть',
      component: lazyRouteComponent(() => import('./flows/FlowsScreen'), 'FlowsScreen'),
    },
  ],
  desk: exchangeDesk,
  lists: { transferLines: '/exchange/register' },
  calendar: exchangeCalendar,
  opens: {
    plan: (id) => `/exchange/plan/${id}`,
    surplus: (id) => `/exchange/surpluses?open=${id}`,
    need: (id) => `/exchange/needs?open=${id}`,
    reservation: (id) => `/exchange/reservations?open=${id}`,
    transfer: (id) => `/exchange/transfers?open=${id}`,
  },
  commands: [
    {
      title: 'Составить план перераспределения',
      keywords: 'обмен распределить излишки потребности кто кому',
      path: '/exchange/plan/new',
    },
    { title: 'Карта потоков', keywords: 'обмен кто кому отдаёт рисунок схема', path: '/exchange/flows' },
    { title: 'Расстояния между школами', keywords: 'километры дороги план', path: '/exchange/distances' },
    { title: 'Добавить излишек', keywords: 'невостребованные учебники лишние', path: '/exchange/surpluses?open=new' },
    { title: 'Добавить потребность', keywords: 'не хватает учебников нужно', path: '/exchange/needs?open=new' },
    { title: 'Сопоставить излишки и потребности', keywords: 'обмен бронь забронировать', path: '/exchange/match' },
    {
      title: 'Составить передачу',
      keywords: 'акт приёма-передачи учебники школа',
      path: '/exchange/transfers?open=new',
    },
    { title: 'Встреча для обмена', keywords: 'обмен протокол лист', path: '/exchange/meeting' },
    { title: 'Реестр обменного фонда', keywords: 'excel передачи список', path: '/exchange/register' },
  ],
}
