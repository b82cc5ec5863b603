import { Text } from '@mantine/core'
import { disposals, type WriteOff } from '@shared/contract/writeoff'
import { SelectField } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { Facts } from '../../../components/record/Facts'
import { FieldGrid, FormSection, Wide } from '../../../components/record/FormSection'
import type { RecordForm } from '../../../components/record/useRecordForm'
import { CommissionRows } from '../CommissionRows'

/** What the form 0504144 asks for besides the books. */
export function DetailsTab({ form, isDraft }: { form: RecordForm<WriteOff>; isDraft: boolean }) {
  const { bind, set, value } = form
  if (!isDraft) return <Locked value={value} />
  return (
    <>
      <FormSection title="Комиссия">
        <CommissionRows
          rows={value.commission}
          onChange={(rows) => set('commission', rows)}
          errorAt={form.errorAt}
          check={form.check}
        />
      </FormSection>
      <FormSection>
        <FieldGrid>
          <Wide>
            <TextField {...bind('order')} placeholder="№ … от …" />
          </Wide>
          <SelectField {...bind('disposal')} choices={disposals} />
          <TextField {...bind('unit')} placeholder="Школьная библиотека" />
        </FieldGrid>
      </FormSection>
      <FormSection title="Бухгалтерия">
        <FieldGrid>
          <TextField {...bind('okpo')} />
          <TextField {...bind('debit')} />
          <TextField {...bind('credit')} />
        </FieldGrid>
        <Text size="xs" c="dimmed" mt={6}>
          В следующем акте школы эти сведения и комиссия подставятся сами.
        </Text>
      </FormSection>
    </>
  )
}

/** Of an act that is booked: to be read, not typed. */
function Locked({ value }: { value: WriteOff }) {
  const people = value.commission.map(
    ({ role, position, name }) =>
      `${[position, name].filter(Boolean).join(' ')}${role === 'chair' ? ' (председатель)' : ''}`,
  )
  return (
    <Facts
      facts={[
        ['Комиссия', people.length === 0 ? 'состав не записан' : people.join('; ')],
        ['Приказ о комиссии', value.order],
        ['Направление выбытия', disposals[value.disposal]],
        ['Структурное подразделение', value.unit],
        ['ОКПО', value.okpo],
        ['Дебет', value.debit],
        ['Кредит', value.credit],
      ]}
    />
  )
}
