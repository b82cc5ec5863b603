import { Button } from '@mantine/core'
import { distanceList } from '@shared/contract/plans'
import { IconArrowLeft } from '@tabler/icons-react'
import { useGo } from '../../../app/navigation'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import { ListTabs } from '../../../components/ListTabs'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'
import classes from './Plan.module.css'

/** /exchange/distances — roads between schools, typed or imported; a plan chooses the shorter ones. */
export function DistancesScreen() {
  const go = useGo()
  return (
    <ListTabs label={exchangeTabsLabel} tabs={exchangeTabs} here="/exchange/plan">
      <div className={classes.withNote}>
        <p className={classes.note}>
          Впишите строки «от школы — до школы — километров» или загрузите их из Excel. Дорога в обе стороны одна. Где
          расстояния нет, программа возьмёт координаты из карточек школ, если они указаны. Из равных планов выбирается
          тот, где ездить ближе.
        </p>
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
        />
      </div>
    </ListTabs>
  )
}
