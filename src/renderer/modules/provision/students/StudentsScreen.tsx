import { Button } from '@mantine/core'
import { subjectStudentsList } from '@shared/contract/provision'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import { holdingTabs, holdingTabsLabel } from '../../../components/holdingTabs'
import { ListAndPanel } from '../../../components/ListAndPanel'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { useRecordPanel } from '../../../components/record/useRecordPanel'
import { StudentsEditor } from './StudentsEditor'

/** /holdings/subjectStudents — how many study a subject where it is not all of the grade. */
export function StudentsScreen() {
  const panel = useRecordPanel('/holdings/subjectStudents')
  const add = (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => panel.setOpen('new')}>
      Добавить строку
    </Button>
  )
  return (
    <ListAndPanel
      name="subjectStudents"
      list={
        <ListTabs label={holdingTabsLabel} tabs={holdingTabs} here="/holdings/subjectStudents">
          <DataGrid
            spec={subjectStudentsList}
            onOpen={(row) => panel.setOpen(row.id)}
            openId={typeof panel.open === 'number' ? panel.open : null}
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
      }
      panel={
        panel.open === null ? null : (
          <StudentsEditor
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
