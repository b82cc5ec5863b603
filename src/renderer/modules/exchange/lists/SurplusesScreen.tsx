import { surplusList } from '@shared/contract/exchange'
import { IconArrowsExchange, IconStack2 } from '@tabler/icons-react'
import { useGo } from '../../../app/navigation'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import type { GridRow } from '../../../components/DataGrid/model/rows'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { AddRecord, RecordsScreen } from '../../../components/RecordsScreen'
import { useRecordPanel } from '../../../components/record/useRecordPanel'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'
import { SurplusEditor } from './SurplusEditor'

/** /exchange/surpluses — what schools can give. */
export function SurplusesScreen() {
  const panel = useRecordPanel('/exchange/surpluses')
  const go = useGo()
  const add = <AddRecord panel={panel}>Добавить излишек</AddRecord>
  return (
    <RecordsScreen name="exchange" panel={panel} Editor={SurplusEditor}>
      <ListTabs label={exchangeTabsLabel} tabs={exchangeTabs} here="/exchange/surpluses">
        <DataGrid
          spec={surplusList}
          {...panel.grid}
          rowTone={toneOf}
          rowActions={[
            {
              title: 'Подобрать получателя',
              icon: IconArrowsExchange,
              run: ([id]) => id !== undefined && go(`/exchange/match?surplus=${id}`),
            },
          ]}
          toolbar={add}
          emptyState={
            <ListEmpty
              icon={IconStack2}
              title="Излишков пока нет"
              text="Запишите, какие учебники школа может отдать: добавьте излишек здесь, вставьте строки из Excel или загрузите файл школы."
              action={add}
            />
          }
        />
      </ListTabs>
    </RecordsScreen>
  )
}

function toneOf(row: GridRow): 'warning' | 'muted' | null {
  if (row.state === 'withdrawn') return 'muted'
  if (row.remark === 'over' || row.remark === 'past') return 'warning'
  return row.remark === null || row.remark === undefined ? null : 'muted'
}
