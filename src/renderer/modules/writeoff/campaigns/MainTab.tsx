import { Text } from '@mantine/core'
import { disposals, type WriteOffCampaign, writeOffReasons } from '@shared/contract/writeoff'
import { DateField } from '../../../components/fields/DateField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { TextField } from '../../../components/fields/TextField'
import { FieldGrid, FormSection, Wide } from '../../../components/record/FormSection'
import type { RecordForm } from '../../../components/record/useRecordForm'
import { RuleFields } from '../candidates/RuleFields'

export function MainTab({ form }: { form: RecordForm<WriteOffCampaign> }) {
  const { bind, set, value } = form
  return (
    <>
      <FormSection>
        <FieldGrid>
          <Wide>
            <TextField {...bind('name')} required autoFocus={form.id === null} placeholder="Списание 2016–2018" />
          </Wide>
          <DateField {...bind('from')} mandatory />
          <DateField {...bind('to')} mandatory />
        </FieldGrid>
      </FormSection>
      <FormSection title="Что списывать">
        <RuleFields
          rule={value.rule}
          onChange={(rule) => set('rule', rule)}
          errorAt={(key) => form.errorAt(`rule.${key}`)}
        />
        <Text size="xs" c="dimmed" mt={6}>
          Книга подходит, если выполнены все заполненные условия. Если не заполнено ни одно, каждая школа решает сама.
        </Text>
      </FormSection>
      <FormSection title="Для актов">
        <FieldGrid>
          <SelectField {...bind('reason')} choices={writeOffReasons} />
          <SelectField {...bind('disposal')} choices={disposals} />
        </FieldGrid>
      </FormSection>
      <FormSection>
        <TextAreaField {...bind('note')} />
      </FormSection>
    </>
  )
}
