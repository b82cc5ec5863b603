import { Button } from '@mantine/core'
import { subjectList } from '@shared/contract/textbooks'
import { IconBooks, IconPlus } from '@tabler/icons-react'
import { DataGrid } from '../../components/DataGrid/DataGrid'
import { ListAndPanel } from '../../components/ListAndPanel'
import { ListEmpty } from '../../components/ListEmpty'
import { ListTabs } from '../../components/ListTabs'
import { useRecordPanel } from '../../components/record/useRecordPanel'
import { SubjectEditor } from './SubjectEditor'
import { textbookTabs } from './tabs'

export function SubjectsScreen() {
  const panel = useRecordPanel('/textbooks/subjects')
  const add = (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => panel.setOpen('new')}>
      Добавить предмет
    </Button>
  )
  return (
    <ListAndPanel
      name="subjects"
      list={
        <ListTabs label="Списки учебников" tabs={textbookTabs} here="/textbooks/subjects">
          <DataGrid
            key={subjectList.name}
            spec={subjectList}
            onOpen={(row) => panel.setOpen(row.id)}
            openId={typeof panel.open === 'number' ? panel.open : null}
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
      }
      panel={
        panel.open === null ? null : (
          <SubjectEditor
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
