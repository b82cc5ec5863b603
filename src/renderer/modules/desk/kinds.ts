import type { decisionStates } from '@shared/contract/meetings'
import type { DeskItem } from '@shared/contract/papers'
import type { AttentionKind } from '@shared/domain/staffing/attention'
import type { PluralForms } from '@shared/domain/text/plural'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCalendarEvent,
  IconCalendarQuestion,
  IconCertificate,
  IconClock,
  IconFilePencil,
  IconHourglass,
  IconSchool,
  IconShieldQuestion,
  IconTrashX,
} from '@tabler/icons-react'
import type { AppModule } from '../../app/modules'
import { listLink } from '../../components/DataGrid/link'

export interface DeskKind {
  kind: DeskItem['kind']
  title: string
  icon: AppModule['icon']
  tone: 'danger' | 'warning' | 'plain'
  /** «3 поручения». */
  forms: PluralForms
  /** Where the whole list is. */
  path: string
  pathTitle: string
}

/** The register of decisions in these states, of all years: what the desk counts. */
export function decisionsIn(...states: (keyof typeof decisionStates)[]): string {
  return listLink('/decisions', { filters: [{ op: 'in', column: 'state', values: states }], allYears: true })
}

/** People due for this. */
function attentionTo(...kinds: AttentionKind[]): string {
  return listLink('/librarians/attention', { filters: [{ op: 'in', column: 'kind', values: kinds }] })
}

/** Sections of the desk, the most pressing first. */
export const deskKinds: readonly DeskKind[] = [
  {
    kind: 'decision-overdue',
    title: 'Просроченные поручения',
    icon: IconAlertTriangle,
    tone: 'danger',
    forms: ['поручение', 'поручения', 'поручений'],
    path: decisionsIn('overdue'),
    pathTitle: 'Открыть списком',
  },
  {
    kind: 'decision-soon',
    title: 'Скоро срок',
    icon: IconClock,
    tone: 'warning',
    forms: ['поручение', 'поручения', 'поручений'],
    path: decisionsIn('soon'),
    pathTitle: 'Открыть списком',
  },
  {
    kind: 'transfer-overdue',
    title: 'Просроченный возврат',
    icon: IconArrowBackUp,
    tone: 'danger',
    forms: ['передача', 'передачи', 'передач'],
    path: listLink('/exchange/transfers', {
      filters: [{ op: 'equals', column: 'overdue', value: true }],
      allYears: true,
    }),
    pathTitle: 'Открыть списком',
  },
  {
    kind: 'write-off-overdue',
    title: 'Списание просрочено',
    icon: IconTrashX,
    tone: 'danger',
    forms: ['школа', 'школы', 'школ'],
    path: '/writeoff/campaigns',
    pathTitle: 'Открыть кампании',
  },
  {
    kind: 'reservation-expiring',
    title: 'Бронь истекает',
    icon: IconHourglass,
    tone: 'warning',
    forms: ['бронь', 'брони', 'броней'],
    path: listLink('/exchange/reservations', { filters: [{ op: 'equals', column: 'state', value: 'active' }] }),
    pathTitle: 'Открыть списком',
  },
  {
    kind: 'event-coming',
    title: 'Ближайшие мероприятия',
    icon: IconCalendarEvent,
    tone: 'plain',
    forms: ['мероприятие', 'мероприятия', 'мероприятий'],
    path: '/events',
    pathTitle: 'Все мероприятия',
  },
  {
    kind: 'event-unmarked',
    title: 'Прошли, но не отмечены',
    icon: IconCalendarQuestion,
    tone: 'warning',
    forms: ['мероприятие', 'мероприятия', 'мероприятий'],
    path: listLink('/events', { filters: [{ op: 'equals', column: 'state', value: 'planned' }], allYears: true }),
    pathTitle: 'Открыть списком',
  },
  {
    kind: 'draft-meeting',
    title: 'Неподписанные протоколы',
    icon: IconFilePencil,
    tone: 'plain',
    forms: ['протокол', 'протокола', 'протоколов'],
    path: '/meetings',
    pathTitle: 'Все заседания',
  },
  {
    kind: 'category-expiring',
    title: 'Истекает категория',
    icon: IconCertificate,
    tone: 'warning',
    forms: ['человек', 'человека', 'человек'],
    path: attentionTo('category-expired', 'category-expiring'),
    pathTitle: 'Открыть списком',
  },
  {
    kind: 'course-overdue',
    title: 'Пора на курсы',
    icon: IconSchool,
    tone: 'plain',
    forms: ['человек', 'человека', 'человек'],
    path: attentionTo('course-old', 'course-none'),
    pathTitle: 'Открыть списком',
  },
  {
    kind: 'consent-missing',
    title: 'Нет согласия на обработку данных',
    icon: IconShieldQuestion,
    tone: 'plain',
    forms: ['человек', 'человека', 'человек'],
    path: attentionTo('consent-missing'),
    pathTitle: 'Открыть списком',
  },
]
