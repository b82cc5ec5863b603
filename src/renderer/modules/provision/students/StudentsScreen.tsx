import { subjectStudentsList } from '@shared/contract/provision'
import { IconUsers } from '@tabler/icons-react'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import { holdingTabs, holdingTabsLabel } from '../../../components/holdingTabs'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { AddRecord, RecordsScreen } from '../../../components/RecordsScreen'
import { useRecordPanel } from '../../../components/record/useRecordPanel'
import { StudentsEditor } from './StudentsEditor'

/** /holdings/subjectStudents — how many study a subject where it is not all of the grade. */
export function StudentsScreen() {
  const panel = useRecordPanel('/holdings/subjectStudents')
  const add = <AddRecord panel={panel}>Добавить строку</AddRecord>
  return (
    <RecordsScreen name="subjectStudents" panel={panel} Editor={StudentsEditor}>
      <ListTabs label={holdingTabsLabel} tabs={holdingTabs} here="/holdings/subjectStudents">
        <DataGrid
          spec={subjectStudentsList}
          {...panel.grid}
          toolbar={add}
          emptyState={
            <ListEmpty
              icon={IconUsers}
              title="Все предметы изучают все"
              text="Здесь записывают, сколько учеников изучает предмет, если это не вся параллель: второй иностранный язык, родной язык, предмет по выбору. По этому числу, а не по контингенту, посчитается потребность в учебниках."
              action={add}
            />
          }
        />
      </ListTabs>
    </RecordsScreen>
  )
}
