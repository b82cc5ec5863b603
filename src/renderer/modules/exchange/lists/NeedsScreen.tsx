import { Button } from '@mantine/core'
import { needList } from '@shared/contract/exchange'
import { IconArrowsExchange, IconListSearch, IconPlus } from '@tabler/icons-react'
import { useGo } from '../../../app/navigation'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import type { GridRow } from '../../../components/DataGrid/model/rows'
import { ListAndPanel } from '../../../components/ListAndPanel'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { useRecordPanel } from '../../../components/record/useRecordPanel'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'
import { NeedEditor } from './NeedEditor'

/** /exchange/needs — what schools lack. */
export function NeedsScreen() {
  const panel = useRecordPanel('/exchange/needs')
  const go = useGo()
  const add = (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => panel.setOpen('new')}>
      Добавить потребность
    </Button>
  )
  return (
    <ListAndPanel
      name="exchange"
      list={
        <ListTabs label={exchangeTabsLabel} tabs={exchangeTabs} here="/exchange/needs">
          <DataGrid
            spec={needList}
            onOpen={(row) => panel.setOpen(row.id)}
            openId={typeof panel.open === 'number' ? panel.open : null}
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
      }
      panel={
        panel.open === null ? null : (
          <NeedEditor
            key={panel.editorKey}
            id={panel.open === 'new' ? null : panel.open}
            onCreated={panel.created}
            onClose={panel.close}
          />
        )
      }
    />
  )
}

function toneOf(row: GridRow): 'warning' | 'muted' | null {
  if (row.state === 'withdrawn') return 'muted'
  if (row.remark === 'past') return 'warning'
  return row.remark === 'met' ? 'muted' : null
}
