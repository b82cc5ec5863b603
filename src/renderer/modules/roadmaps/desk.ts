import type { roadmapStates } from '@shared/contract/roadmaps'
import { IconRouteAltLeft, IconRouteOff } from '@tabler/icons-react'
import type { DeskKind } from '../../app/desk'
import { listLink } from '../../components/DataGrid/link'

function itemsIn(...states: (keyof typeof roadmapStates)[]): string {
  return listLink('/roadmaps/items', { filters: [{ op: 'in', column: 'state', values: states }], allYears: true })
}

const step = { title: 'Выполнено', done: 'Отмечено: пункт выполнен.' }
const forms = ['пункт', 'пункта', 'пунктов'] as const

export const roadmapDesk: readonly DeskKind[] = [
  {
    kind: 'roadmap-overdue',
    title: 'Просрочено по дорожным картам',
    icon: IconRouteOff,
    tone: 'danger',
    forms,
    path: itemsIn('overdue'),
    pathTitle: 'Открыть списком',
    step,
  },
  {
    kind: 'roadmap-soon',
    title: 'Скоро срок по дорожным картам',
    icon: IconRouteAltLeft,
    tone: 'warning',
    forms,
    path: itemsIn('soon'),
    pathTitle: 'Открыть списком',
    step,
  },
]
