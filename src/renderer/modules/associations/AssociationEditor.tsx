import { type Association, Association as AssociationSchema } from '@shared/contract/associations'
import { blankAssociation } from '@shared/contract/blank'
import { call } from '../../app/api'
import { useCall, useCommand } from '../../app/queries'
import { RecordPanel } from '../../components/RecordPanel'
import { RemoveButton } from '../../components/RemoveButton'
import { RecordBanner } from '../../components/record/RecordBanner'
import { type LoadedRecord, RecordLoader, type RecordStart } from '../../components/record/RecordLoader'
import { useRecordForm } from '../../components/record/useRecordForm'
import { tidyAssociation } from './blank'
import { MainTab } from './MainTab'
import { MembersTab } from './MembersTab'
import { SeriesTab } from './SeriesTab'
import { ThemesTab } from './ThemesTab'

export interface AssociationEditorProps {
  id: number | null
  onCreated: (id: number) => void
  onClose: () => void
}

export function AssociationEditor({ id, onCreated, onClose }: AssociationEditorProps) {
  const found = useCall('associations.get', { id: id ?? 0 }, { enabled: id !== null })
  const loaded = found.data && { revision: found.data.revision, value: found.data.association }
  return (
    <RecordLoader
      record="association"
      id={id}
      loaded={loaded}
      error={found.error}
      blank={blankAssociation}
      onClose={onClose}
    >
      {(start) => <AssociationForm start={start} loaded={loaded} onCreated={onCreated} onClose={onClose} />}
    </RecordLoader>
  )
}

interface AssociationFormProps {
  start: RecordStart<Association>
  loaded: LoadedRecord<Association> | undefined
  onCreated: (id: number) => void
  onClose: () => void
}

function AssociationForm({ start, loaded, onCreated, onClose }: AssociationFormProps) {
  const form = useRecordForm<Association>({
    record: 'association',
    schema: AssociationSchema,
    start,
    loaded,
    save: (id, revision, association) => call('associations.save', { id, revision, association }),
    onCreated,
    isReady: (association) => association.name.trim() !== '' && association.shortName.trim() !== '',
    tidy: tidyAssociation,
  })
  const remove = useCommand('associations.remove', { success: 'Объединение удалено.' })
  const { id, value } = form
  const name = value.shortName.trim()
  return (
    <RecordPanel
      title={name === '' ? 'Новое объединение' : name}
      subtitle={id === null ? 'Появится в списке, когда заполните оба наименования' : value.head.name}
      history={id === null ? null : { record: 'association', id }}
      onClose={onClose}
      onBlur={form.onBlur}
      banner={<RecordBanner form={form} />}
      actions={
        id !== null && (
          <RemoveButton
            label="Удалить объединение"
            question={`Удалить объединение «${name}»?`}
            detail="Удаляются его темы, состав и ряды заседаний. Это можно отменить. Объединение, у которого есть заседания, удалить нельзя."
            onRemove={async () => {
              await remove.run({ id })
              onClose()
            }}
          />
        )
      }
      tabs={[
        { id: 'main', title: 'Основное', content: <MainTab form={form} /> },
        { id: 'themes', title: 'Темы', isFaulty: form.isFaulty('themes'), content: <ThemesTab form={form} /> },
        {
          id: 'members',
          title: 'Состав',
          isFaulty: form.isFaulty('members', 'schoolIds'),
          content: <MembersTab form={form} />,
        },
        {
          id: 'series',
          title: 'Ряды заседаний',
          isFaulty: form.isFaulty('series'),
          content: <SeriesTab form={form} />,
        },
      ]}
    />
  )
}
