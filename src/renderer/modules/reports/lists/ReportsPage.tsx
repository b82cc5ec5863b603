import { Button } from '@mantine/core'
import { reportList } from '@shared/contract/reports'
import { IconFilePlus, IconReportAnalytics } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useGo, useOpenRecord } from '../../../app/navigation'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import { ListAndPanel } from '../../../components/ListAndPanel'
import { ListEmpty } from '../../../components/ListEmpty'
import { NewReportPanel } from './NewReportPanel'

/** /reports — every report, and the panel where a new one begins. */
export function ReportsPage() {
  const go = useGo()
  const [open, setOpen] = useOpenRecord('/reports')
  const { like }: { like?: unknown } = useSearch({ strict: false })
  const create = (
    <Button size="xs" leftSection={<IconFilePlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
      Составить отчёт
    </Button>
  )
  return (
    <ListAndPanel
      name="reports"
      panelSize="40"
      list={
        <DataGrid
          spec={reportList}
          onOpen={(row) => go(`/reports/${row.id}`)}
          rowTone={(row) => (row.state === 'submitted' ? 'muted' : null)}
          toolbar={create}
          emptyState={
            <ListEmpty
              icon={IconReportAnalytics}
              title="Отчётов пока нет"
              text="Программа сама составит разделы, таблицы и диаграммы по тому, что в неё внесено за год; свои слова вы впишете между ними. Любое число в отчёте показывает, откуда оно взялось."
              action={create}
            />
          }
        />
      }
      panel={
        open === 'new' ? (
          <NewReportPanel like={typeof like === 'number' ? like : null} onClose={() => setOpen(null)} />
        ) : null
      }
    />
  )
}
