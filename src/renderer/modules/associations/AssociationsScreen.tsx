import { Button } from '@mantine/core'
import { associationList } from '@shared/contract/associations'
import { IconAffiliate, IconPlus } from '@tabler/icons-react'
import { DataGrid } from '../../components/DataGrid/DataGrid'
import { ListAndPanel } from '../../components/ListAndPanel'
import { ListEmpty } from '../../components/ListEmpty'
import { useRecordPanel } from '../../components/record/useRecordPanel'
import { AssociationEditor } from './AssociationEditor'

export function AssociationsScreen() {
  const panel = useRecordPanel('/associations')
  const add = (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => panel.setOpen('new')}>
      Добавить объединение
    </Button>
  )
  return (
    <ListAndPanel
      name="associations"
      list={
        <DataGrid
          spec={associationList}
          onOpen={(row) => panel.setOpen(row.id)}
          openId={typeof panel.open === 'number' ? panel.open : null}
          toolbar={add}
          emptyState={
            <ListEmpty
              icon={IconAffiliate}
              title="Объединений пока нет"
              text="Добавьте своё РМО: название, руководителя и ряды заседаний. По ним программа нумерует протоколы."
              action={add}
            />
          }
        />
      }
      panel={
        panel.open === null ? null : (
          <AssociationEditor
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
