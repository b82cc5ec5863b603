import { type Plan, planLineList } from '@shared/contract/plans'
import { counted } from '@shared/domain/text/plural'
import { IconArrowBackUp, IconCheck, IconLock, IconLockOpen, IconX } from '@tabler/icons-react'
import { useGo } from '../../../app/navigation'
import { useCommand } from '../../../app/queries'
import { showDone } from '../../../app/toasts'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import type { GridRow } from '../../../components/DataGrid/model/rows'
import type { Acceptance } from './useAccept'

/** The plan line by line: what is marked is accepted, kept for the next plan, or rejected. An accepted line opens its transfer. */
export function LinesTab({ plan, acceptance }: { plan: Plan; acceptance: Acceptance }) {
  const go = useGo()
  const marking = useCommand('plans.mark')
  const mark = async (ids: readonly number[], change: { locked?: boolean; rejected?: boolean }, done: string) => {
    const input = { planId: plan.id, ids: [...ids], locked: change.locked ?? null, rejected: change.rejected ?? null }
    await marking.run(input).then(
      () => showDone(`${done}: ${counted(ids.length, planLineList.nouns)}`),
      () => undefined,
    )
  }
  return (
    <DataGrid
      spec={planLineList}
      heading={false}
      fixed={[{ op: 'equals', column: 'planId', value: plan.id }]}
      onOpen={(row) => {
        if (typeof row.transferId === 'number') go(`/exchange/transfers?open=${row.transferId}`)
      }}
      rowTone={toneOf}
      rowActions={[
        { title: 'Принять', icon: IconCheck, run: (ids) => void acceptance.accept(ids) },
        {
          title: 'Закрепить для пересчёта',
          icon: IconLock,
          apart: true,
          run: (ids) => void mark(ids, { locked: true }, 'Закреплено'),
        },
        {
          title: 'Снять закрепление',
          icon: IconLockOpen,
          run: (ids) => void mark(ids, { locked: false }, 'Откреплено'),
        },
        { title: 'Отклонить', icon: IconX, apart: true, run: (ids) => void mark(ids, { rejected: true }, 'Отклонено') },
        {
          title: 'Вернуть отклонённые',
          icon: IconArrowBackUp,
          run: (ids) => void mark(ids, { rejected: false }, 'Возвращено'),
        },
      ]}
    />
  )
}

function toneOf(row: GridRow): 'muted' | null {
  return row.state === 'rejected' || row.state === 'accepted' ? 'muted' : null
}
