import { IconTrashX } from '@tabler/icons-react'
import type { DeskKind } from '../../app/desk'

export const writeOffDesk: readonly DeskKind[] = [
  {
    kind: 'write-off-overdue',
    title: 'Списание просрочено',
    icon: IconTrashX,
    tone: 'danger',
    forms: ['школа', 'школы', 'школ'],
    path: '/writeoff/campaigns',
    pathTitle: 'Открыть кампании',
  },
]
