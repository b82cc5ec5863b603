import { schoolList } from '@shared/contract/schools'
import { IconSchool } from '@tabler/icons-react'
import { DataGrid } from '../../components/DataGrid/DataGrid'
import { ListEmpty } from '../../components/ListEmpty'
import { ListTabs } from '../../components/ListTabs'
import { AddRecord, RecordsScreen } from '../../components/RecordsScreen'
import { useRecordPanel } from '../../components/record/useRecordPanel'
import { SchoolEditor } from './SchoolEditor'
import { schoolTabs } from './tabs'

export function SchoolsScreen() {
  const panel = useRecordPanel('/schools')
  const add = <AddRecord panel={panel}>Добавить школу</AddRecord>
  return (
    <RecordsScreen name="schools" panel={panel} Editor={SchoolEditor}>
      <ListTabs label="Списки школ" tabs={schoolTabs} here="/schools">
        <DataGrid
          spec={schoolList}
          {...panel.grid}
          rowTone={(row) => (row.state === 'active' ? null : 'muted')}
          toolbar={add}
          emptyState={
            <ListEmpty
              icon={IconSchool}
              title="Школ пока нет"
              text="Добавьте первую школу района: достаточно полного и краткого наименования, остальное можно заполнить потом."
              action={add}
            />
          }
        />
      </ListTabs>
    </RecordsScreen>
  )
}
