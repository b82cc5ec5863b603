import { librarianList } from '@shared/contract/librarians'
import { IconUsers } from '@tabler/icons-react'
import { DataGrid } from '../../components/DataGrid/DataGrid'
import { ListEmpty } from '../../components/ListEmpty'
import { ListTabs } from '../../components/ListTabs'
import { AddRecord, RecordsScreen } from '../../components/RecordsScreen'
import { useRecordPanel } from '../../components/record/useRecordPanel'
import { LibrarianEditor } from './LibrarianEditor'
import { librarianTabs } from './tabs'

export function LibrariansScreen() {
  const panel = useRecordPanel('/librarians')
  const add = <AddRecord panel={panel}>Добавить библиотекаря</AddRecord>
  return (
    <RecordsScreen name="librarians" panel={panel} Editor={LibrarianEditor}>
      <ListTabs label="Списки банка библиотекарей" tabs={librarianTabs} here="/librarians">
        <DataGrid
          spec={librarianList}
          {...panel.grid}
          rowTone={(row) => (row.working === false ? 'muted' : null)}
          toolbar={add}
          emptyState={
            <ListEmpty
              icon={IconUsers}
              title="Банк библиотекарей пуст"
              text="Добавьте первого человека: фамилию, имя и место работы. Стаж и возраст программа посчитает сама."
              action={add}
            />
          }
        />
      </ListTabs>
    </RecordsScreen>
  )
}
