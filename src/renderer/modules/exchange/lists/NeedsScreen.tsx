import { needList } from '@shared/contract/exchange'
import { IconArrowsExchange, IconListSearch } from '@tabler/icons-react'
import { useGo } from '../../../app/navigation'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import type { GridRow } from '../../../components/DataGrid/model/rows'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { AddRecord, RecordsScreen } from '../../../components/RecordsScreen'
import { useRecordPanel } from '../../../components/record/useRecordPanel'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'
import { NeedEditor } from './NeedEditor'

/** /exchange/needs — what schools lack. */
export function NeedsScreen() {
  const panel = useRecordPanel('/exchange/needs')
  const go = useGo()
  const add = <AddRecord panel={panel}>Добавить потребность</AddRecord>
  return (
    <RecordsScreen name="exchange" panel={panel} Editor={NeedEditor}>
      <ListTabs label={exchangeTabsLabel} tabs={exchangeTabs} here="/exchange/needs">
        <DataGrid
          spec={needList}
          {...panel.grid}
          rowTone={toneOf}
          rowActions={[
            {
              title: 'Подобрать книги',
              icon: IconArrowsExchange,
              run: ([id]) => id !== undefined && go(`/exchange/match?need=${id}`),
            },
          ]}
          toolbar={add}
          emptyState={
            <ListEmpty
              icon={IconListSearch}
              title="Потребностей пока нет"
              text="Запишите, каких учебников не хватает школам: добавьте потребность здесь, вставьте строки из Excel или загрузите файл школы."
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
  if (row.remark === 'past') return 'warning'
  return row.remark === 'met' ? 'muted' : null
}
