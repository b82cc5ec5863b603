import { associationList } from '@shared/contract/associations'
import { IconAffiliate } from '@tabler/icons-react'
import { DataGrid } from '../../components/DataGrid/DataGrid'
import { ListEmpty } from '../../components/ListEmpty'
import { AddRecord, RecordsScreen } from '../../components/RecordsScreen'
import { useRecordPanel } from '../../components/record/useRecordPanel'
import { AssociationEditor } from './AssociationEditor'

export function AssociationsScreen() {
  const panel = useRecordPanel('/associations')
  const add = <AddRecord panel={panel}>Добавить объединение</AddRecord>
  return (
    <RecordsScreen name="associations" panel={panel} Editor={AssociationEditor}>
      <DataGrid
        spec={associationList}
        {...panel.grid}
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
    </RecordsScreen>
  )
}
