import type { Association } from '@shared/contract/associations'
import { newUid } from '@shared/contract/fields'
import { dateColumn, librarianColumn, textColumn } from '../../components/record/cells'
import { FormSection } from '../../components/record/FormSection'
import { RowsEditor } from '../../components/record/RowsEditor'
import type { RecordForm } from '../../components/record/useRecordForm'
import { SchoolsChoice } from '../../components/SchoolsChoice'

type Member = Association['members'][number]

const columns = [
  librarianColumn<Member>('librarianId', 'Библиотекарь', { width: '38%' }),
  textColumn<Member>('role', 'Роль', { width: '22%' }),
  dateColumn<Member>('from', 'В составе с', { width: '19%' }),
  dateColumn<Member>('to', 'По'),
]

export function MembersTab({ form }: { form: RecordForm<Association> }) {
  return (
    <>
      <FormSection title="Школы объединения">
        <SchoolsChoice
          label="Школы объединения"
          value={form.value.schoolIds}
          onChange={(ids) => form.set('schoolIds', ids)}
        />
      </FormSection>
      <FormSection title="Участники">
        <RowsEditor
          path="members"
          rows={form.value.members}
          onChange={(rows) => form.set('members', rows)}
          columns={columns}
          blank={(): Member => ({ uid: newUid(), librarianId: 0, role: '', from: null, to: null })}
          addLabel="Добавить участника"
          removeLabel="Убрать участника"
          emptyText="Участников нет. По этому списку составляется явочный лист заседания."
          errorAt={form.errorAt}
          check={form.check}
        />
      </FormSection>
    </>
  )
}
