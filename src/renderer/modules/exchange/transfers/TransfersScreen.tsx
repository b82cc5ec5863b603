import { Group } from '@mantine/core'
import { transferList } from '@shared/contract/transfers'
import {
  IconCalendarEvent,
  IconCheck,
  IconFileText,
  IconPackageExport,
  IconPackageImport,
  IconPrinter,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useGo } from '../../../app/navigation'
import { BulkDialog, type BulkWork } from '../../../components/BulkDialog'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import type { GridRow } from '../../../components/DataGrid/model/rows'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { AddRecord, RecordsScreen } from '../../../components/RecordsScreen'
import { useRecordPanel } from '../../../components/record/useRecordPanel'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'
import { bulkAgree, bulkHand, bulkPrint, bulkReceive } from './bulk'
import { TransferEditor } from './TransferEditor'

/** /exchange/transfers — who gives what to whom, and how far it has come. */
export function TransfersScreen() {
  const panel = useRecordPanel('/exchange/transfers')
  const go = useGo()
  const [work, setWork] = useState<BulkWork | null>(null)
  const add = <AddRecord panel={panel}>Составить передачу</AddRecord>
  return (
    <RecordsScreen name="exchange" panel={panel} Editor={TransferEditor}>
      <ListTabs label={exchangeTabsLabel} tabs={exchangeTabs} here="/exchange/transfers">
        <DataGrid
          spec={transferList}
          {...panel.grid}
          rowTone={toneOf}
          rowActions={[
            { title: 'Согласовать', icon: IconCheck, run: (ids) => setWork(bulkAgree(ids)) },
            { title: 'Выдать книги', icon: IconPackageExport, run: (ids) => setWork(bulkHand(ids)) },
            { title: 'Принять книги', icon: IconPackageImport, run: (ids) => setWork(bulkReceive(ids)) },
            { title: 'Напечатать акты', icon: IconPrinter, apart: true, run: (ids) => setWork(bulkPrint(ids)) },
            {
              title: 'Встреча для обмена…',
              icon: IconCalendarEvent,
              run: (ids) => go(`/exchange/meeting?transfers=${encodeURIComponent(JSON.stringify(ids))}`),
            },
          ]}
          toolbar={<Group gap={6}>{add}</Group>}
          emptyState={
            <ListEmpty
              icon={IconFileText}
              title="Передач в этом учебном году нет"
              text="Передача — это книги, которые одна школа отдаёт другой по акту. Составьте её по броням, на вкладке «Сопоставление» или выберите книги сами."
              action={add}
            />
          }
        />
        {work && <BulkDialog work={work} onClose={() => setWork(null)} />}
      </ListTabs>
    </RecordsScreen>
  )
}

function toneOf(row: GridRow): 'danger' | 'muted' | null {
  if (row.overdue === true) return 'danger'
  return row.state === 'cancelled' ? 'muted' : null
}
