import { Button, Group } from '@mantine/core'
import { holdingList } from '@shared/contract/holdings'
import { IconBooks, IconCalendarOff, IconFileImport } from '@tabler/icons-react'
import { useGo } from '../../app/navigation'
import { DataGrid } from '../../components/DataGrid/DataGrid'
import { listLink } from '../../components/DataGrid/link'
import type { GridRow } from '../../components/DataGrid/model/rows'
import { holdingTabs, holdingTabsLabel } from '../../components/holdingTabs'
import { ListAndPanel } from '../../components/ListAndPanel'
import { ListEmpty } from '../../components/ListEmpty'
import { ListTabs } from '../../components/ListTabs'
import { AddRecord } from '../../components/RecordsScreen'
import { useRecordPanel } from '../../components/record/useRecordPanel'
import { LotPanel } from './LotPanel'
import { ReceiptPanel } from './ReceiptPanel'

/** /holdings — copies of every textbook at every school. They are told by movements and never typed over. */
export function HoldingsScreen() {
  const panel = useRecordPanel('/holdings')
  const go = useGo()
  const add = <AddRecord panel={panel}>Внести поступление</AddRecord>
  const expired = () =>
    go(
      listLink('/holdings', {
        filters: [
          { op: 'equals', column: 'usable', value: false },
          { op: 'above', column: 'copies', value: 0 },
        ],
        group: null,
        search: '',
      }),
    )
  return (
    <ListAndPanel
      name="holdings"
      list={
        <ListTabs label={holdingTabsLabel} tabs={holdingTabs} here="/holdings">
          <DataGrid
            spec={holdingList}
            {...panel.grid}
            rowTone={toneOf}
            toolbar={
              <Group gap={6} wrap="nowrap">
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconCalendarOff size={16} aria-hidden />}
                  onClick={expired}
                >
                  С истёкшим сроком
                </Button>
                {add}
              </Group>
            }
            emptyState={
              <ListEmpty
                icon={IconBooks}
                title="Остатков пока нет"
                text="Загрузите из Excel файлы школ с их фондом или внесите первое поступление. Остаток считается сам: сколько поступило, минус сколько выбыло."
                action={
                  <Group gap="xs" justify="center">
                    <Button
                      size="xs"
                      variant="default"
                      leftSection={<IconFileImport size={16} aria-hidden />}
                      onClick={() => go('/imports/new?list=holdings')}
                    >
                      Загрузить из Excel
                    </Button>
                    {add}
                  </Group>
                }
              />
            }
          />
        </ListTabs>
      }
      panel={
        panel.open === null ? null : panel.open === 'new' ? (
          <ReceiptPanel key={panel.editorKey} onCreated={panel.setOpen} onClose={panel.close} />
        ) : (
          <LotPanel key={panel.editorKey} id={panel.open} onClose={panel.close} />
        )
      }
    />
  )
}

/** Past its date beside «нет» in «Годен»; nothing left beside its zero. */
function toneOf(row: GridRow): 'warning' | 'muted' | null {
  if (row.copies === 0) return 'muted'
  return row.usable === false ? 'warning' : null
}
