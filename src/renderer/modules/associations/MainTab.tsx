import { type Association, associationKinds } from '@shared/contract/associations'
import { PersonField } from '../../components/fields/PersonField'
import { SelectField } from '../../components/fields/SelectField'
import { TextAreaField } from '../../components/fields/TextAreaField'
import { TextField } from '../../components/fields/TextField'
import { FieldGrid, FormSection, Wide } from '../../components/record/FormSection'
import type { RecordForm } from '../../components/record/useRecordForm'

export function MainTab({ form }: { form: RecordForm<Association> }) {
  const { bind } = form
  return (
    <>
      <FormSection>
        <FieldGrid>
          <Wide>
            <TextAreaField
              {...bind('name')}
              required
              autoFocus={form.id === null}
              minRows={1}
              description="Районное методическое объединение педагогов-библиотекарей"
            />
          </Wide>
          <TextField {...bind('shortName')} required description="Как в списках: РМО библиотекарей" />
          <SelectField {...bind('kind')} choices={associationKinds} description="Районное, городское или окружное" />
        </FieldGrid>
      </FormSection>
      <FormSection title="Кто ведёт">
        <PersonField {...bind('head')} />
        <div style={{ height: 10 }} />
        <PersonField {...bind('secretary')} />
      </FormSection>
      <FormSection>
        <TextAreaField {...bind('note')} />
      </FormSection>
    </>
  )
}
