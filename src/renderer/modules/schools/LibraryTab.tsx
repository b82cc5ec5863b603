import { newUid } from '@shared/contract/fields'
import { connectionStates, libraryStatuses, type School } from '@shared/contract/schools'
import { useCall } from '../../app/queries'
import { CheckField } from '../../components/fields/CheckField'
import { NumberField } from '../../components/fields/NumberField'
import { TextField } from '../../components/fields/TextField'
import { choiceColumn, comboColumn, dateColumn, textColumn } from '../../components/record/cells'
import { FieldGrid, FormSection } from '../../components/record/FormSection'
import { RowsEditor } from '../../components/record/RowsEditor'
import type { RecordForm } from '../../components/record/useRecordForm'

type Status = School['statuses'][number]
type Connection = School['connections'][number]

const statusColumns = [
  choiceColumn<Status, Status['status']>('status', 'Статус', libraryStatuses, { width: '24%' }),
  dateColumn<Status>('since', 'С какого числа', { width: '22%' }),
  textColumn<Status>('order', 'Приказ'),
]

export function LibraryTab({ form }: { form: RecordForm<School> }) {
  const { bind, value } = form
  const names = useCall('schools.connectionNames', {})
  const connectionColumns = [
    comboColumn<Connection>('name', 'Подключение', names.data ?? [], { width: '32%' }),
    choiceColumn<Connection, Connection['state']>('state', 'Состояние', connectionStates, { width: '26%' }),
    dateColumn<Connection>('date', 'Дата', { width: '22%' }),
    textColumn<Connection>('note', 'Примечание'),
  ]
  return (
    <>
      <FormSection title="Статус библиотеки">
        <RowsEditor
          path="statuses"
          rows={value.statuses}
          onChange={(rows) => form.set('statuses', rows)}
          columns={statusColumns}
          blank={(): Status => ({ uid: newUid(), status: 'shb', since: null, order: '' })}
          addLabel="Добавить статус"
          removeLabel="Убрать статус"
          emptyText="Статус не указан. Добавьте: ШБ, ШИБЦ, МИБЦ или РРИБЦ — с какого числа и каким приказом."
          errorAt={form.errorAt}
          check={form.check}
        />
      </FormSection>
      <FormSection title="Помещения и оснащение">
        <FieldGrid>
          <CheckField {...bind('library.hasLending')} />
          <CheckField {...bind('library.hasStore')} />
          <CheckField {...bind('library.hasMediaLibrary')} />
          <CheckField {...bind('library.internet')} />
        </FieldGrid>
        <div style={{ height: 12 }} />
        <FieldGrid>
          <NumberField {...bind('library.readingRoomSeats')} />
          <NumberField {...bind('library.areaSqM')} />
          <NumberField {...bind('library.computers')} />
          <NumberField {...bind('library.internetMbps')} />
          <TextField {...bind('library.system')} description="Например: ИРБИС64, МАРК-SQL" />
          <TextField {...bind('library.openingHours')} />
          <TextField {...bind('library.cleaningDay')} />
        </FieldGrid>
      </FormSection>
      <FormSection title="Подключения">
        <RowsEditor
          path="connections"
          rows={value.connections}
          onChange={(rows) => form.set('connections', rows)}
          columns={connectionColumns}
          blank={(): Connection => ({ uid: newUid(), name: '', state: 'active', date: null, note: '' })}
          addLabel="Добавить подключение"
          removeLabel="Убрать подключение"
          emptyText="Подключений нет. Список названий (НЭБ, ЛитРес:Школа…) меняется в настройках."
          errorAt={form.errorAt}
          check={form.check}
        />
      </FormSection>
    </>
  )
}
