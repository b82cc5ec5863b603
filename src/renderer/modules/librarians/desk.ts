import type { AttentionKind } from '@shared/domain/staffing/attention'
import { IconCertificate, IconSchool, IconShieldQuestion } from '@tabler/icons-react'
import type { DeskKind } from '../../app/desk'
import { listLink } from '../../components/DataGrid/link'

/** People due for this. */
function attentionTo(...kinds: AttentionKind[]): string {
  return listLink('/librarians/attention', { filters: [{ op: 'in', column: 'kind', values: kinds }] })
}

const forms = ['человек', 'человека', 'человек'] as const

export const librarianDesk: readonly DeskKind[] = [
  {
    kind: 'category-expiring',
    title: 'Истекает категория',
    icon: IconCertificate,
    tone: 'warning',
    forms,
    path: attentionTo('category-expired', 'category-expiring'),
    pathTitle: 'Открыть списком',
  },
  {
    kind: 'course-overdue',
    title: 'Пора на курсы',
    icon: IconSchool,
    tone: 'plain',
    forms,
    path: attentionTo('course-old', 'course-none'),
    pathTitle: 'Открыть списком',
  },
  {
    kind: 'consent-missing',
    title: 'Нет согласия на обработку данных',
    icon: IconShieldQuestion,
    tone: 'plain',
    forms,
    path: attentionTo('consent-missing'),
    pathTitle: 'Открыть списком',
  },
]
