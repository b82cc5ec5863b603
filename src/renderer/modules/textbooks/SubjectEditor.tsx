import { type Subject, Subject as SubjectSchema } from '@shared/contract/textbooks'
import { call } from '../../app/api'
import { useCall, useCommand } from '../../app/queries'
import { CheckField } from '../../components/fields/CheckField'
import { NumberField } from '../../components/fields/NumberField'
import { TextAreaField } from '../../components/fields/TextAreaField'
import { TextField } from '../../components/fields/TextField'
import type { EditorFormProps, EditorProps } from '../../components/record/editor'
import { FieldGrid, FormSection, Wide } from '../../components/record/FormSection'
import { RecordCard } from '../../components/record/RecordCard'
import { RecordLoader } from '../../components/record/RecordLoader'
import { useRecordForm } from '../../components/record/useRecordForm'

const blankSubject = (): Subject => ({ name: '', obligatory: true, gradeFrom: 1, gradeTo: 11, note: '' })

export function SubjectEditor({ id, onCreated, onClose }: EditorProps) {
  const found = useCall('subjects.get', { id: id ?? 0 }, { enabled: id !== null })
  const loaded = found.data && { revision: found.data.revision, value: found.data.subject }
  return (
    <RecordLoader record="subject" id={id} loaded={loaded} error={found.error} blank={blankSubject} onClose={onClose}>
      {(start) => <SubjectForm start={start} loaded={loaded} onCreated={onCreated} onClose={onClose} />}
    </RecordLoader>
  )
}

function SubjectForm({ start, loaded, onCreated, onClose }: EditorFormProps<Subject>) {
  const form = useRecordForm<Subject>({
    record: 'subject',
    schema: SubjectSchema,
    start,
    loaded,
    save: (id, revision, subject) => call('subjects.save', { id, revision, subject }),
    onCreated,
    isReady: (subject) => subject.name.trim() !== '',
  })
  const remove = useCommand('subjects.remove', { success: 'Предмет удалён.' })
  const { id, value, bind } = form
  const name = value.name.trim()
  return (
    <RecordCard
      record="subject"
      form={form}
      title={name === '' ? 'Новый предмет' : name}
      subtitle={id === null ? 'Появится в списке, когда заполните название' : ''}
      onClose={onClose}
      removal={{
        label: 'Удалить предмет',
        question: `Удалить предмет «${name}»?`,
        detail: 'Предмет, по которому есть учебники, удалить нельзя. Удаление можно отменить.',
        remove: (id) => remove.run({ id }),
      }}
      tabs={[
        {
          id: 'main',
          title: 'Сведения',
          content: (
            <>
              <FormSection>
                <FieldGrid>
                  <Wide>
                    <TextField {...bind('name')} required autoFocus={id === null} />
                  </Wide>
                  <NumberField {...bind('gradeFrom')} required />
                  <NumberField {...bind('gradeTo')} required />
                  <Wide>
                    <CheckField
                      {...bind('obligatory')}
                      label="Изучают все ученики этих классов: потребность считается по контингенту"
                    />
                  </Wide>
                </FieldGrid>
              </FormSection>
              <FormSection>
                <TextAreaField {...bind('note')} />
              </FormSection>
            </>
          ),
        },
      ]}
    />
  )
}
