import { Alert, Skeleton } from '@mantine/core'
import type { Plan } from '@shared/contract/plans'
import { IconRoute } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useCall } from '../../../app/queries'
import { errorSentence } from '../../../app/toasts'
import { ListEmpty } from '../../../components/ListEmpty'
import { FlowsView } from '../flows/FlowsView'
import { useSchoolNames } from './useSchoolNames'

interface FlowsTabProps {
  plan: Plan
  onRows: (from: string | null, to: string | null) => void
}

export function FlowsTab({ plan, onRows }: FlowsTabProps) {
  const flows = useCall('plans.flows', { id: plan.id })
  const names = useSchoolNames()
  const { viaSchoolId } = plan.options
  const via = useMemo(
    () => (viaSchoolId === null ? null : { id: viaSchoolId, name: names(viaSchoolId) }),
    [viaSchoolId, names],
  )
  if (flows.error) {
    return (
      <Alert color="red" m="md" title="Карта не построена">
        {errorSentence(flows.error)}
      </Alert>
    )
  }
  if (!flows.data) return <Skeleton height={320} m="md" />
  return (
    <FlowsView
      flows={flows.data}
      via={via}
      onRows={onRows}
      empty={
        <ListEmpty
          icon={IconRoute}
          title="План пуст"
          text="В плане нет ни одной строки: излишки ни к одной потребности не подошли. Почему — на вкладке «Не удовлетворено»."
        />
      }
    />
  )
}
