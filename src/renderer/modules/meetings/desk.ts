import type { decisionStates } from '@shared/contract/meetings'
import { IconAlertTriangle, IconClock, IconFilePencil } from '@tabler/icons-react'
import type { DeskKind } from '../../app/desk'
import { listLink } from '../../components/DataGrid/link'

/** The register of decisions in these states, of all years: what the desk counts. */
function decisionsIn(...states: (keyof typeof decisionStates)[]): string {
  return listLink('/decisions', { filters: [{ op: 'in', column: 'state', values: states }], allYears: true })
}

const step = { title: 'Исполнено', done: 'Отмечено: поручение исполнено.' }
const forms = ['поручение', 'поручения', 'поручений'] as const

export const meetingDesk: readonly DeskKind[] = [
  {
    kind: 'decision-overdue',
    title: 'Просроченные поручения',
    icon: IconAlertTriangle,
    tone: 'danger',
    forms,
    path: decisionsIn('overdue'),
    pathTitle: 'Открыть списком',
    step,
  },
  {
    kind: 'decision-soon',
    title: 'Скоро срок',
    icon: IconClock,
    tone: 'warning',
    forms,
    path: decisionsIn('soon'),
    pathTitle: 'Открыть списком',
    step,
  },
  {
    kind: 'draft-meeting',
    title: 'Неподписанные протоколы',
    icon: IconFilePencil,
    tone: 'plain',
    forms: ['протокол', 'протокола', 'протоколов'],
    path: listLink('/meetings', { filters: [{ op: 'equals', column: 'state', value: 'draft' }], allYears: true }),
    pathTitle: 'Открыть списком',
  },
]
