import { newUid } from '@shared/contract/fields'
import { courseForms, educationFields, educationLevels, type Librarian } from '@shared/contract/librarians'
import { choiceColumn, dateColumn, numberColumn, textColumn } from '../../components/record/cells'
import { FormSection } from '../../components/record/FormSection'
import { RowsEditor } from '../../components/record/RowsEditor'
import type { RecordForm } from '../../components/record/useRecordForm'

type Education = Librarian['educations'][number]
type Course = Librarian['courses'][number]

const educationColumns = [
  choiceColumn<Education, Education['level']>('level', 'Уровень', educationLevels, { span: 4 }),
  choiceColumn<Education, Education['field']>('field', 'Направление', educationFields, { span: 5 }),
  numberColumn<Education>('year', 'Год окончания', { span: 3 }),
  textColumn<Education>('institution', 'Учебное заведение', { span: 6 }),
  textColumn<Education>('speciality', 'Специальность', { span: 6 }),
]

const courseColumns = [
  textColumn<Course>('title', 'Тема курсов', { span: 12 }),
  textColumn<Course>('organisation', 'Организация', { span: 6 }),
  choiceColumn<Course, Course['form']>('form', 'Форма', courseForms, { span: 4 }),
  numberColumn<Course>('hours', 'Часов', { span: 2 }),
  dateColumn<Course>('from', 'С', { span: 4 }),
  dateColumn<Course>('to', 'По', { span: 4 }),
  textColumn<Course>('certificate', 'Удостоверение', { span: 4 }),
]

export function EducationTab({ form }: { form: RecordForm<Librarian> }) {
  return (
    <>
      <FormSection title="Образование">
        <RowsEditor
          path="educations"
          layout="cards"
          rows={form.value.educations}
          onChange={(rows) => form.set('educations', rows)}
          columns={educationColumns}
          blank={(): Education => ({
            uid: newUid(),
            level: 'higher',
            field: 'pedagogical',
            institution: '',
            speciality: '',
            year: null,
          })}
          addLabel="Добавить образование"
          removeLabel="Убрать образование"
          emptyText="Образование не указано."
          errorAt={form.errorAt}
          check={form.check}
        />
      </FormSection>
      <FormSection title="Курсы повышения квалификации">
        <RowsEditor
          path="courses"
          layout="cards"
          rows={form.value.courses}
          onChange={(rows) => form.set('courses', rows)}
          columns={courseColumns}
          blank={(): Course => ({
            uid: newUid(),
            title: '',
            hours: null,
            organisation: '',
            form: 'remote',
            from: null,
            to: null,
            certificate: '',
          })}
          addLabel="Добавить курсы"
          removeLabel="Убрать курсы"
          emptyText="Курсов нет. Через три года после последних программа напомнит на рабочем столе."
          errorAt={form.errorAt}
          check={form.check}
        />
      </FormSection>
    </>
  )
}
