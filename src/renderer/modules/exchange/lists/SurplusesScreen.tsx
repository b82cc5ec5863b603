import { Button } from '@mantine/core'
import { surplusList } from '@shared/contract/exchange'
import { IconArrowsExchange, IconPlus, IconStack2 } from '@tabler/icons-react'
import { useGo } from '../../../app/navigation'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import type { GridRow } from '../../../components/DataGrid/model/rows'
import { ListAndPanel } from '../../../components/ListAndPanel'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { useRecordPanel } from '../../../components/record/useRecordPanel'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'
import { SurplusEditor } from './SurplusEditor'

/** /exchange/surpluses — what schools can give. */
export function SurplusesScreen() {
  const panel = useRecordPanel('/exchange/surpluses')
  const go = useGo()
  const add = (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => panel.setOpen('new')}>
      Добавить излишек
    </Button>
  )
  return (
    <ListAndPanel
      name="exchange"
      list={
        <ListTabs label={exchangeTabsLabel} tabs={exchangeTabs} here="/exchange/surpluses">
          <DataGrid
            spec={surplusList}
            onOpen={(row) => panel.setOpen(row.id)}
            openId={typeof panel.open === 'number' ? panel.open : null}
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
      }
      panel={
        panel.open === null ? null : (
          <SurplusEditor
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
  if (row.remark === 'over' || row.remark === 'past') return 'warning'
  return row.remark === null || row.remark === undefined ? null : 'muted'
}
