import { type Plan, planUnmetList } from '@shared/contract/plans'
import { IconCircleCheck } from '@tabler/icons-react'
import { useGo } from '../../../app/navigation'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import { ListEmpty } from '../../../components/ListEmpty'

/** What the plan could not give, each with its reason; a row opens the need. */
export function UnmetTab({ plan }: { plan: Plan }) {
  const go = useGo()
  return (
    <DataGrid
      spec={planUnmetList}
      heading={false}
      fixed={[{ op: 'equals', column: 'planId', value: plan.id }]}
      onOpen={(row) => go(`/exchange/needs?open=${Number(row.needId)}`)}
      emptyState={
        <ListEmpty
          icon={IconCircleCheck}
          title="Хватило всем"
          text="План удовлетворяет все потребности, которые были открыты, когда его составили."
        />
      }
    />
  )
}
