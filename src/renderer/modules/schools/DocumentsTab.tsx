import { newUid } from '@shared/contract/fields'
import type { School } from '@shared/contract/schools'
import { dateColumn, textColumn } from '../../components/record/cells'
import { FormSection } from '../../components/record/FormSection'
import { RowsEditor } from '../../components/record/RowsEditor'
import type { RecordForm } from '../../components/record/useRecordForm'

type Document = School['documents'][number]

const columns = [
  textColumn<Document>('name', 'Документ', { width: '40%' }),
  textColumn<Document>('number', 'Номер', { width: '16%' }),
  dateColumn<Document>('date', 'Дата', { width: '22%' }),
  textColumn<Document>('note', 'Примечание'),
]

export function DocumentsTab({ form }: { form: RecordForm<School> }) {
  return (
    <FormSection title="Документы библиотеки">
      <RowsEditor
        path="documents"
        rows={form.value.documents}
        onChange={(rows) => form.set('documents', rows)}
        columns={columns}
        blank={() => ({ uid: newUid(), name: '', number: '', date: null, note: '' })}
        addLabel="Добавить документ"
        removeLabel="Убрать документ"
        emptyText="Документов нет. Сюда записывают положение о библиотеке, правила пользования, паспорт."
        errorAt={form.errorAt}
        check={form.check}
      />
    </FormSection>
  )
}
