import { Button } from '@mantine/core'
import { librarianList } from '@shared/contract/librarians'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { DataGrid } from '../../components/DataGrid/DataGrid'
import { ListAndPanel } from '../../components/ListAndPanel'
import { ListEmpty } from '../../components/ListEmpty'
import { ListTabs } from '../../components/ListTabs'
import { useRecordPanel } from '../../components/record/useRecordPanel'
import { LibrarianEditor } from './LibrarianEditor'
import { librarianTabs } from './tabs'

export function LibrariansScreen() {
  const panel = useRecordPanel('/librarians')
  const add = (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => panel.setOpen('new')}>
      Добавить библиотекаря
    </Button>
  )
  return (
    <ListAndPanel
      name="librarians"
      list={
        <ListTabs label="Списки банка библиотекарей" tabs={librarianTabs} here="/librarians">
          <DataGrid
            spec={librarianList}
            onOpen={(row) => panel.setOpen(row.id)}
            openId={typeof panel.open === 'number' ? panel.open : null}
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
      }
      panel={
        panel.open === null ? null : (
          <LibrarianEditor
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
