import { fplStates, type Textbook, textbookKinds, textbookLevels } from '@shared/contract/textbooks'
import { formatFplCode } from '@shared/domain/fpl'
import { formatIsbn } from '@shared/domain/isbn'
import { useCall } from '../../app/queries'
import { ComboField } from '../../components/fields/ComboField'
import { DateField } from '../../components/fields/DateField'
import { NumberField } from '../../components/fields/NumberField'
import { SelectField } from '../../components/fields/SelectField'
import { TextAreaField } from '../../components/fields/TextAreaField'
import { TextField } from '../../components/fields/TextField'
import { FieldGrid, FormSection, Wide } from '../../components/record/FormSection'
import type { RecordForm } from '../../components/record/useRecordForm'

export function TextbookTab({ form }: { form: RecordForm<Textbook> }) {
  const { bind, set } = form
  const subjects = useCall('subjects.options', {})
  const isbn = bind('isbn')
  const code = bind('fplCode')
  return (
    <>
      <FormSection>
        <FieldGrid>
          <Wide>
            <TextAreaField {...bind('title')} required autoFocus={form.id === null} minRows={1} />
          </Wide>
          <ComboField {...bind('subject')} required options={subjects.data?.map((one) => one.name) ?? []} />
          <SelectField {...bind('level')} choices={textbookLevels} />
          <NumberField {...bind('gradeFrom')} required />
          <NumberField {...bind('gradeTo')} required />
          <Wide>
            <TextField {...bind('authors')} />
          </Wide>
          <TextField {...bind('publisher')} />
          <TextField
            {...isbn}
            placeholder="978-5-…"
            onBlur={() => {
              set('isbn', formatIsbn(isbn.value))
              isbn.onBlur()
            }}
          />
          <NumberField {...bind('price')} scale={100} unit="руб." />
          <SelectField {...bind('kind')} choices={textbookKinds} />
          <TextField {...bind('language')} />
        </FieldGrid>
      </FormSection>
      <FormSection title="Федеральный перечень">
        <FieldGrid>
          <TextField
            {...code}
            placeholder="1.1.2.4.2.2.1."
            onBlur={() => {
              set('fplCode', formatFplCode(code.value))
              code.onBlur()
            }}
          />
          <SelectField {...bind('fplState')} choices={fplStates} />
          <DateField {...bind('usableUntil')} />
          <TextField {...bind('order')} />
        </FieldGrid>
      </FormSection>
      <FormSection>
        <TextAreaField {...bind('note')} />
      </FormSection>
    </>
  )
}
