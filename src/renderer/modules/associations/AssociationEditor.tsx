import { type Association, Association as AssociationSchema } from '@shared/contract/associations'
import { blankAssociation } from '@shared/contract/blank'
import { call } from '../../app/api'
import { useCall, useCommand } from '../../app/queries'
import type { EditorFormProps, EditorProps } from '../../components/record/editor'
import { RecordCard } from '../../components/record/RecordCard'
import { RecordLoader } from '../../components/record/RecordLoader'
import { useRecordForm } from '../../components/record/useRecordForm'
import { tidyAssociation } from './blank'
import { MainTab } from './MainTab'
import { MembersTab } from './MembersTab'
import { SeriesTab } from './SeriesTab'
import { ThemesTab } from './ThemesTab'

export function AssociationEditor({ id, onCreated, onClose }: EditorProps) {
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

function AssociationForm({ start, loaded, onCreated, onClose }: EditorFormProps<Association>) {
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
    <RecordCard
      record="association"
      form={form}
      title={name === '' ? 'Новое объединение' : name}
      subtitle={id === null ? 'Появится в списке, когда заполните оба наименования' : value.head.name}
      onClose={onClose}
      removal={{
        label: 'Удалить объединение',
        question: `Удалить объединение «${name}»?`,
        detail:
          'Удаляются его темы, состав и ряды заседаний. Это можно отменить. Объединение, у которого есть заседания, удалить нельзя.',
        remove: (id) => remove.run({ id }),
      }}
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
