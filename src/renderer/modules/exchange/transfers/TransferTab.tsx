import { type Transfer, type TransferRecord, transferTerms } from '@shared/contract/transfers'
import { useState } from 'react'
import { DateField } from '../../../components/fields/DateField'
import { SchoolField } from '../../../components/fields/SchoolField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { LotPicker } from '../../../components/lots/LotPicker'
import { FieldGrid, FormSection } from '../../../components/record/FormSection'
import type { RecordForm } from '../../../components/record/useRecordForm'
import { blankLine } from '../model/blank'
import { representativeOf } from '../model/people'
import { type Entries, entriesFor } from './entries'
import { LinesTable } from './LinesTable'
import { MeetingField } from './MeetingField'
import { StepPanel } from './StepPanel'
import { WaySteps } from './WaySteps'

export interface TransferPart {
  form: RecordForm<Transfer>
  record: TransferRecord | null
}

/** Who gives what to whom and how far it has come. */
export function TransferTab({ form, record }: TransferPart) {
  const isDraft = record === null || record.state === 'drafted'
  // What came or goes back, line by line, beside the step it belongs to.
  const [typed, setTyped] = useState<Entries>({})
  const entries = record ? entriesFor(record, typed) : null
  const { value } = form
  const hasSchools = value.fromSchoolId > 0 && value.toSchoolId > 0
  return (
    <>
      {record && <WaySteps record={record} />}
      {record && <StepPanel form={form} record={record} entries={entries} onDone={() => setTyped({})} />}
      {record === null && <Parties form={form} />}
      {(record !== null || hasSchools) && (
        <FormSection title="Книги">
          <LinesTable
            form={form}
            record={record}
            isDraft={isDraft}
            entries={entries}
            onEntry={(uid, copies) => setTyped((now) => ({ ...now, [uid]: copies }))}
          />
          {isDraft && (
            <LotPicker
              schoolId={form.value.fromSchoolId}
              taken={form.value.lines.map((line) => line.lotId)}
              isOpen={record === null}
              onAdd={(lotId, copies) => form.set('lines', [...form.value.lines, blankLine(lotId, copies)])}
            />
          )}
        </FormSection>
      )}
      <Term form={form} record={record} />
      <FormSection>
        <TextAreaField {...form.bind('note')} />
      </FormSection>
    </>
  )
}

/** The two schools of a new transfer; who is likely to sign is taken from the bank of librarians. */
function Parties({ form }: { form: RecordForm<Transfer> }) {
  const from = form.bind('fromSchoolId')
  const to = form.bind('toSchoolId')
  const choose = async (side: 'from' | 'to', id: number | null) => {
    form.set(side === 'from' ? 'fromSchoolId' : 'toSchoolId', id ?? 0)
    if (side === 'from') form.set('lines', [])
    if (id !== null) form.set(side === 'from' ? 'giver' : 'receiver', await representativeOf(id))
  }
  return (
    <FormSection>
      <FieldGrid>
        <SchoolField
          {...from}
          value={from.value || null}
          onChange={(id) => void choose('from', id)}
          except={to.value || null}
          required
          autoFocus
        />
        <SchoolField
          {...to}
          value={to.value || null}
          onChange={(id) => void choose('to', id)}
          except={from.value || null}
          required
        />
      </FieldGrid>
    </FormSection>
  )
}

function Term({ form, record }: TransferPart) {
  const { bind, set, value } = form
  const isDraft = record === null || record.state === 'drafted'
  const isOver = record?.state === 'returned' || record?.state === 'cancelled'
  return (
    <FormSection title="Условия">
      <FieldGrid>
        <SelectField
          {...bind('term')}
          choices={transferTerms}
          disabled={!isDraft}
          onChange={(term) => {
            set('term', term)
            if (term === 'permanent') set('dueBack', null)
          }}
        />
        {value.term === 'temporary' && <DateField {...bind('dueBack')} disabled={isOver} required />}
        <SchoolField {...bind('viaSchoolId')} placeholder="напрямую" disabled={!isDraft} />
        <MeetingField {...bind('meetingId')} />
      </FieldGrid>
    </FormSection>
  )
}
