import { fundStates, type NeedRow, type SurplusRow } from '@shared/contract/exchange'
import { DateField } from '../../../components/fields/DateField'
import { SchoolField } from '../../../components/fields/SchoolField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { TextbookField } from '../../../components/fields/TextbookField'
import { FieldGrid, FormSection, Wide } from '../../../components/record/FormSection'
import type { Bound } from '../../../components/record/useRecordForm'

/** Fields that what a school lacks and what it can give have alike. */

export interface WhoseBookProps {
  school: Bound<number>
  textbook: Bound<number>
  /** As the list has it: its name without asking. */
  stored: NeedRow | SurplusRow | undefined
  isNew: boolean
}

export function WhoseBook({ school, textbook, stored, isNew }: WhoseBookProps) {
  return (
    <>
      <Wide>
        <SchoolField
          {...school}
          label="Школа"
          value={school.value || null}
          onChange={(id) => school.onChange(id ?? 0)}
          required
          autoFocus={isNew}
        />
      </Wide>
      <Wide>
        <TextbookField
          {...textbook}
          label="Учебник"
          value={textbook.value || null}
          {...(stored?.textbookId === textbook.value ? { knownName: stored.textbook } : {})}
          onChange={(id) => textbook.onChange(id ?? 0)}
          required
        />
      </Wide>
    </>
  )
}

export interface ClaimProps {
  since: Bound<string>
  until: Bound<string | null>
  state: Bound<keyof typeof fundStates>
  note: Bound<string>
}

export function Claim({ since, until, state, note }: ClaimProps) {
  return (
    <>
      <FormSection title="Заявка">
        <FieldGrid>
          <DateField {...since} mandatory />
          <DateField {...until} />
          <SelectField {...state} choices={fundStates} />
        </FieldGrid>
      </FormSection>
      <FormSection>
        <TextAreaField {...note} />
      </FormSection>
    </>
  )
}
