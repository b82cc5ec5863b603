import { newUid } from '@shared/contract/fields'
import { commonPositions, type Librarian } from '@shared/contract/librarians'
import { checkColumn, comboColumn, dateColumn, numberColumn, schoolColumn } from '../../components/record/cells'
import { FormSection } from '../../components/record/FormSection'
import { RowsEditor } from '../../components/record/RowsEditor'
import type { RecordForm } from '../../components/record/useRecordForm'

type Employment = Librarian['employments'][number]

const columns = [
  schoolColumn<Employment>('schoolId', 'Школа', { span: 6 }),
  comboColumn<Employment>('position', 'Должность', commonPositions, { span: 6 }),
  numberColumn<Employment>('rate', 'Ставка', { span: 2, scale: 100 }),
  dateColumn<Employment>('from', 'Работает с', { span: 4 }),
  dateColumn<Employment>('to', 'Работает по', { span: 4 }),
  checkColumn<Employment>('main', 'Основное место', { span: 12 }),
]

export function WorkTab({ form }: { form: RecordForm<Librarian> }) {
  const { employments } = form.value
  return (
    <FormSection title="Места работы">
      <RowsEditor
        path="employments"
        layout="cards"
        rows={employments}
        onChange={(rows) => form.set('employments', rows)}
        columns={columns}
        blank={(): Employment => ({
          uid: newUid(),
          schoolId: 0,
          position: commonPositions[0],
          rate: 100,
          from: null,
          to: null,
          main: employments.length === 0,
        })}
        addLabel="Добавить место работы"
        removeLabel="Убрать место работы"
        emptyText="Мест работы нет. Добавьте школу, должность и ставку; уволившимся заполните «Работает по»."
        errorAt={form.errorAt}
        check={form.check}
      />
    </FormSection>
  )
}
