import { Button } from '@mantine/core'
import { schoolList } from '@shared/contract/schools'
import { IconPlus, IconSchool } from '@tabler/icons-react'
import { DataGrid } from '../../components/DataGrid/DataGrid'
import { ListAndPanel } from '../../components/ListAndPanel'
import { ListEmpty } from '../../components/ListEmpty'
import { ListTabs } from '../../components/ListTabs'
import { useRecordPanel } from '../../components/record/useRecordPanel'
import { SchoolEditor } from './SchoolEditor'
import { schoolTabs } from './tabs'

export function SchoolsScreen() {
  const panel = useRecordPanel('/schools')
  const add = (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => panel.setOpen('new')}>
      Добавить школу
    </Button>
  )
  return (
    <ListAndPanel
      name="schools"
      list={
        <ListTabs label="Списки школ" tabs={schoolTabs} here="/schools">
          <DataGrid
            spec={schoolList}
            onOpen={(row) => panel.setOpen(row.id)}
            openId={typeof panel.open === 'number' ? panel.open : null}
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
      }
      panel={
        panel.open === null ? null : (
          <SchoolEditor
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
