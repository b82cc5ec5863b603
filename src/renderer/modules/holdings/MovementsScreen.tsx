import { movementList } from '@shared/contract/holdings'
import { IconTimeline } from '@tabler/icons-react'
import { DataGrid } from '../../components/DataGrid/DataGrid'
import { holdingTabs, holdingTabsLabel } from '../../components/holdingTabs'
import { ListAndPanel } from '../../components/ListAndPanel'
import { ListEmpty } from '../../components/ListEmpty'
import { ListTabs } from '../../components/ListTabs'
import { AddRecord } from '../../components/RecordsScreen'
import { useRecordPanel } from '../../components/record/useRecordPanel'
import { LotPanel } from './LotPanel'
import { ReceiptPanel } from './ReceiptPanel'

/** /holdings/movements — what came and went, by day; the panel shows the lot of a movement. */
export function MovementsScreen() {
  const panel = useRecordPanel('/holdings/movements')
  const add = <AddRecord panel={panel}>Внести поступление</AddRecord>
  return (
    <ListAndPanel
      name="holdings"
      list={
        <ListTabs label={holdingTabsLabel} tabs={holdingTabs} here="/holdings/movements">
          <DataGrid
            spec={movementList}
            onOpen={(row) => panel.setOpen(Number(row.lotId))}
            toolbar={add}
            emptyState={
              <ListEmpty
                icon={IconTimeline}
                title="Движения пока нет"
                text="Здесь видно каждое поступление, передачу, списание и инвентаризацию: когда, сколько и по какому документу. За выбранный учебный год движений нет."
                action={add}
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
