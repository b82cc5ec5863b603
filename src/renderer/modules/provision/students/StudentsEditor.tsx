import { SubjectStudents as Schema, type SubjectStudents } from '@shared/contract/provision'
import { call } from '../../../app/api'
import { useCall, useCommand } from '../../../app/queries'
import { formatSchoolYear, useSchoolYear } from '../../../app/schoolYear'
import { ComboField } from '../../../components/fields/ComboField'
import { NumberField } from '../../../components/fields/NumberField'
import { SchoolField } from '../../../components/fields/SchoolField'
import { SelectField } from '../../../components/fields/SelectField'
import type { EditorFormProps, EditorProps } from '../../../components/record/editor'
import { FieldGrid, FormSection, Wide } from '../../../components/record/FormSection'
import { RecordCard } from '../../../components/record/RecordCard'
import { RecordLoader } from '../../../components/record/RecordLoader'
import { useRecordForm } from '../../../components/record/useRecordForm'

export function StudentsEditor({ id, onCreated, onClose }: EditorProps) {
  const { schoolYear } = useSchoolYear()
  const found = useCall('subjectStudents.get', { id: id ?? 0 }, { enabled: id !== null })
  const loaded = found.data && { revision: found.data.revision, value: found.data.subjectStudents }
  // Empty figures are for the person to fill.
  const blank = (): SubjectStudents => ({
    schoolId: 0,
    schoolYear,
    grade: null as unknown as number,
    subject: '',
    students: null as unknown as number,
  })
  return (
    <RecordLoader record="subject-students" id={id} loaded={loaded} error={found.error} blank={blank} onClose={onClose}>
      {(start) => <StudentsForm start={start} loaded={loaded} onCreated={onCreated} onClose={onClose} />}
    </RecordLoader>
  )
}

function StudentsForm({ start, loaded, onCreated, onClose }: EditorFormProps<SubjectStudents>) {
  const { years } = useSchoolYear()
  const subjects = useCall('subjects.options', {})
  const form = useRecordForm<SubjectStudents>({
    record: 'subject-students',
    schema: Schema,
    start,
    loaded,
    save: (id, revision, subjectStudents) => call('subjectStudents.save', { id, revision, subjectStudents }),
    onCreated,
    isReady: (line) =>
      line.schoolId > 0 &&
      line.subject.trim() !== '' &&
      typeof line.grade === 'number' &&
      typeof line.students === 'number',
  })
  const remove = useCommand('subjectStudents.remove', { success: 'Строка удалена.' })
  const { id, value } = form
  const school = form.bind('schoolId')
  const choices = Object.fromEntries(
    [...new Set([value.schoolYear, ...years])].map((year) => [year, formatSchoolYear(year)]),
  )
  return (
    <RecordCard
      record="subject-students"
      form={form}
      title={value.subject.trim() === '' ? 'Изучают предмет' : value.subject}
      subtitle={
        id === null ? 'Появится в списке, когда заполните школу, предмет, класс и число' : `${value.grade} класс`
      }
      onClose={onClose}
      removal={{
        label: 'Удалить строку',
        question: 'Удалить строку?',
        detail: 'Потребность снова посчитается по контингенту. Это можно отменить.',
        remove: (id) => remove.run({ id }),
      }}
      tabs={[
        {
          id: 'main',
          title: 'Сведения',
          content: (
            <FormSection>
              <FieldGrid>
                <Wide>
                  <SchoolField
                    {...school}
                    label="Школа"
                    value={school.value || null}
                    onChange={(schoolId) => form.set('schoolId', schoolId ?? 0)}
                    required
                    autoFocus={id === null}
                  />
                </Wide>
                <ComboField {...form.bind('subject')} options={(subjects.data ?? []).map((one) => one.name)} required />
                <SelectField {...form.bind('schoolYear')} choices={choices} />
                <NumberField {...form.bind('grade')} required />
                <NumberField {...form.bind('students')} unit="чел." required />
              </FieldGrid>
            </FormSection>
          ),
        },
      ]}
    />
  )
}
