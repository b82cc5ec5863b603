import { IconArrowBackUp, IconHourglass } from '@tabler/icons-react'
import type { DeskKind } from '../../app/desk'
import { listLink } from '../../components/DataGrid/link'

export const exchangeDesk: readonly DeskKind[] = [
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
    kind: 'reservation-expiring',
    title: 'Бронь истекает',
    icon: IconHourglass,
    tone: 'warning',
    forms: ['бронь', 'брони', 'броней'],
    path: listLink('/exchange/reservations', {
      filters: [{ op: 'equals', column: 'state', value: 'active' }],
      sort: [{ column: 'expiresOn', desc: false }],
    }),
    pathTitle: 'Открыть списком',
  },
]
