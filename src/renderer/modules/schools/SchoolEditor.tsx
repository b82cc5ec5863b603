import { blankSchool } from '@shared/contract/blank'
import { type School, School as SchoolSchema } from '@shared/contract/schools'
import { call } from '../../app/api'
import { useCall, useCommand } from '../../app/queries'
import { EventsSection } from '../../components/EventsSection'
import type { EditorFormProps, EditorProps } from '../../components/record/editor'
import { RecordCard } from '../../components/record/RecordCard'
import { RecordLoader } from '../../components/record/RecordLoader'
import { useRecordForm } from '../../components/record/useRecordForm'
import { ContingentTab } from './ContingentTab'
import { DocumentsTab } from './DocumentsTab'
import { ExchangeSection } from './ExchangeSection'
import { FundsTab } from './FundsTab'
import { LibrariansSection } from './LibrariansSection'
import { LibraryTab } from './LibraryTab'
import { MainTab } from './MainTab'
import { ProvisionSection } from './ProvisionSection'
import { tidySchool } from './tidy'

export function SchoolEditor({ id, onCreated, onClose }: EditorProps) {
  const found = useCall('schools.get', { id: id ?? 0 }, { enabled: id !== null })
  const loaded = found.data && { revision: found.data.revision, value: found.data.school }
  return (
    <RecordLoader record="school" id={id} loaded={loaded} error={found.error} blank={blankSchool} onClose={onClose}>
      {(start) => <SchoolForm start={start} loaded={loaded} onCreated={onCreated} onClose={onClose} />}
    </RecordLoader>
  )
}

function SchoolForm({ start, loaded, onCreated, onClose }: EditorFormProps<School>) {
  const form = useRecordForm<School>({
    record: 'school',
    schema: SchoolSchema,
    start,
    loaded,
    save: (id, revision, school) => call('schools.save', { id, revision, school }),
    onCreated,
    isReady: (school) => school.fullName.trim() !== '' && school.shortName.trim() !== '',
    tidy: tidySchool,
  })
  const remove = useCommand('schools.remove', { success: 'Школа удалена.' })
  const { id, value } = form
  const name = value.shortName.trim()
  return (
    <RecordCard
      record="school"
      form={form}
      title={name === '' ? 'Новая школа' : name}
      subtitle={id === null ? 'Появится в списке, когда заполните полное и краткое наименование' : value.locality}
      onClose={onClose}
      removal={{
        label: 'Удалить школу',
        question: `Удалить школу «${name}»?`,
        detail:
          'Удаляется и её карточка библиотеки. Это можно отменить. Если школа закрыта или присоединена, лучше поставить ей это состояние: тогда её прошлое останется.',
        remove: (id) => remove.run({ id }),
      }}
      tabs={[
        { id: 'main', title: 'Сведения', content: <MainTab form={form} /> },
        {
          id: 'library',
          title: 'Библиотека',
          isFaulty: form.isFaulty('library', 'statuses', 'connections'),
          content: (
            <>
              {id !== null && <LibrariansSection schoolId={id} />}
              <LibraryTab form={form} />
              {id !== null && loaded && (
                <EventsSection
                  of={{ schoolId: id }}
                  listed={{ op: 'equals', column: 'school', value: loaded.value.shortName }}
                />
              )}
            </>
          ),
        },
        {
          id: 'funds',
          title: 'Фонд',
          isFaulty: form.isFaulty('funds'),
          content: (
            <>
              {id !== null && loaded && <ProvisionSection shortName={loaded.value.shortName} />}
              {id !== null && loaded && <ExchangeSection schoolId={id} shortName={loaded.value.shortName} />}
              <FundsTab form={form} />
            </>
          ),
        },
        {
          id: 'contingent',
          title: 'Контингент',
          isFaulty: form.isFaulty('contingent'),
          content: <ContingentTab form={form} />,
        },
        {
          id: 'documents',
          title: 'Документы',
          isFaulty: form.isFaulty('documents'),
          content: <DocumentsTab form={form} />,
        },
      ]}
    />
  )
}
