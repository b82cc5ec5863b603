import { subjectList } from '@shared/contract/textbooks'
import { IconBooks } from '@tabler/icons-react'
import { DataGrid } from '../../components/DataGrid/DataGrid'
import { ListEmpty } from '../../components/ListEmpty'
import { ListTabs } from '../../components/ListTabs'
import { AddRecord, RecordsScreen } from '../../components/RecordsScreen'
import { useRecordPanel } from '../../components/record/useRecordPanel'
import { SubjectEditor } from './SubjectEditor'
import { textbookTabs } from './tabs'

export function SubjectsScreen() {
  const panel = useRecordPanel('/textbooks/subjects')
  const add = <AddRecord panel={panel}>Добавить предмет</AddRecord>
  return (
    <RecordsScreen name="subjects" panel={panel} Editor={SubjectEditor}>
      <ListTabs label="Списки учебников" tabs={textbookTabs} here="/textbooks/subjects">
        <DataGrid
          key={subjectList.name}
          spec={subjectList}
          {...panel.grid}
          toolbar={add}
          emptyState={
            <ListEmpty
              icon={IconBooks}
              title="Предметов пока нет"
              text="Предметы появляются сами вместе с учебниками. Здесь указывают, какие из них изучают все ученики класса: по ним считается обеспеченность."
              action={add}
            />
          }
        />
      </ListTabs>
    </RecordsScreen>
  )
}
