import { blankLibrarian } from '@shared/contract/blank'
import { type Librarian, Librarian as LibrarianSchema } from '@shared/contract/librarians'
import { call } from '../../app/api'
import { useCall, useCommand } from '../../app/queries'
import { EventsSection } from '../../components/EventsSection'
import type { EditorFormProps, EditorProps } from '../../components/record/editor'
import { RecordCard } from '../../components/record/RecordCard'
import { RecordLoader } from '../../components/record/RecordLoader'
import { useRecordForm } from '../../components/record/useRecordForm'
import { AchievementsTab } from './AchievementsTab'
import { EducationTab } from './EducationTab'
import { EraseButton } from './EraseButton'
import { MainTab } from './MainTab'
import { nameOf, tidyLibrarian } from './tidy'
import { WorkTab } from './WorkTab'

export function LibrarianEditor({ id, onCreated, onClose }: EditorProps) {
  const found = useCall('librarians.get', { id: id ?? 0 }, { enabled: id !== null })
  const loaded = found.data && { revision: found.data.revision, value: found.data.librarian }
  return (
    <RecordLoader
      record="librarian"
      id={id}
      loaded={loaded}
      error={found.error}
      blank={blankLibrarian}
      onClose={onClose}
    >
      {(start) => <LibrarianForm start={start} loaded={loaded} onCreated={onCreated} onClose={onClose} />}
    </RecordLoader>
  )
}

function LibrarianForm({ start, loaded, onCreated, onClose }: EditorFormProps<Librarian>) {
  const form = useRecordForm<Librarian>({
    record: 'librarian',
    schema: LibrarianSchema,
    start,
    loaded,
    save: (id, revision, librarian, isForced) =>
      call('librarians.save', {
        id,
        revision,
        librarian,
        // Asked once, when the name is given; a namesake's later changes are not questioned again.
        allowDuplicate: isForced || (id !== null && loaded !== undefined && isSamePerson(librarian, loaded.value)),
      }),
    onCreated,
    isReady: (librarian) => librarian.surname.trim() !== '' && librarian.given.trim() !== '',
    nameFields: ['surname', 'given', 'patronymic'],
    tidy: tidyLibrarian,
    canForce: true,
  })
  const remove = useCommand('librarians.remove', { success: 'Библиотекарь удалён из банка.' })
  const { id, value } = form
  const name = nameOf(value)
  return (
    <RecordCard
      record="librarian"
      form={form}
      title={name === '' ? 'Новый библиотекарь' : name}
      subtitle={
        id === null
          ? 'Появится в банке, когда заполните фамилию и имя'
          : (value.employments[0]?.position ?? value.roleInAssociation)
      }
      onClose={onClose}
      actions={id !== null && <EraseButton id={id} name={name} />}
      removal={{
        label: 'Удалить из банка',
        question: `Удалить из банка: ${name}?`,
        detail:
          'Запись удаляется со всеми местами работы, курсами и наградами. Это можно отменить. Если человек уволился, лучше заполнить «Работает по» в месте работы.',
        remove: (id) => remove.run({ id }),
      }}
      tabs={[
        { id: 'main', title: 'Основное', content: <MainTab form={form} /> },
        { id: 'work', title: 'Работа', isFaulty: form.isFaulty('employments'), content: <WorkTab form={form} /> },
        {
          id: 'education',
          title: 'Образование и курсы',
          isFaulty: form.isFaulty('educations', 'courses'),
          content: <EducationTab form={form} />,
        },
        {
          id: 'achievements',
          title: 'Достижения',
          isFaulty: form.isFaulty('awards', 'publications', 'contests'),
          content: (
            <>
              {id !== null && (
                <EventsSection of={{ librarianId: id }} listed={{ op: 'equals', column: 'name', value: name }} />
              )}
              <AchievementsTab form={form} />
            </>
          ),
        },
      ]}
    />
  )
}

function isSamePerson(one: Librarian, other: Librarian): boolean {
  return nameOf(one) === nameOf(other) && one.birthDate === other.birthDate
}
