import { TextAreaField } from '../../components/fields/TextAreaField'
import { TextField } from '../../components/fields/TextField'
import { FormSection } from '../../components/record/FormSection'
import type { EventPart } from './MainTab'

/** What came of it, and where it is told of. */
export function ResultsTab({ form: { bind } }: EventPart) {
  return (
    <>
      <FormSection>
        <TextAreaField {...bind('results')} minRows={5} />
      </FormSection>
      <FormSection>
        <TextField {...bind('evidence')} placeholder="приказ, протокол жюри, ссылка на новость" />
      </FormSection>
      <FormSection>
        <TextAreaField {...bind('note')} />
      </FormSection>
    </>
  )
}
