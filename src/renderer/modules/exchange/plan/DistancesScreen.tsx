import { Button } from '@mantine/core'
import { distanceList } from '@shared/contract/plans'
import { IconArrowLeft, IconRoute } from '@tabler/icons-react'
import { useGo } from '../../../app/navigation'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'

/** /exchange/distances — roads between schools, typed or imported; a plan chooses the shorter ones. */
export function DistancesScreen() {
  const go = useGo()
  return (
    <ListTabs label={exchangeTabsLabel} tabs={exchangeTabs} here="/exchange/plan">
      <DataGrid
        spec={distanceList}
        toolbar={
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={() => go('/exchange/plan/new')}
          >
            К плану
          </Button>
        }
        emptyState={
          <ListEmpty
            icon={IconRoute}
            title="Расстояния не заданы"
            text="Впишите строки «от школы — до школы — километров» или загрузите их из Excel (кнопка «Excel»). Если расстояний нет, программа возьмёт координаты из карточек школ, если они указаны. План выбирает из равных тот, где ездить ближе."
          />
        }
      />
    </ListTabs>
  )
}
