import { newUid } from '@shared/contract/fields'
import { type WriteOff, type WriteOffRecord, writeOffReasons } from '@shared/contract/writeoff'
import { reasonOf } from '@shared/papers/writeoff/act'
import { call } from '../../../app/api'
import { showError } from '../../../app/toasts'
import { DateField } from '../../../components/fields/DateField'
import { SchoolField } from '../../../components/fields/SchoolField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { TextField } from '../../../components/fields/TextField'
import { formatDay } from '../../../components/format'
import { LotPicker } from '../../../components/lots/LotPicker'
import { Facts } from '../../../components/record/Facts'
import { FieldGrid, FormSection, Wide } from '../../../components/record/FormSection'
import type { RecordForm } from '../../../components/record/useRecordForm'
import { BookingPanel } from './BookingPanel'
import { LinesTable } from './LinesTable'

export interface ActPart {
  form: RecordForm<WriteOff>
  record: WriteOffRecord | null
  isDraft: boolean
}

/** What is written off, why and when. */
export function ActTab({ form, record, isDraft }: ActPart) {
  const { bind, value } = form
  return (
    <>
      {record && <BookingPanel form={form} record={record} />}
      {record !== null && !isDraft && (
        <FormSection>
          <Facts
            facts={[
              ['Номер акта', value.number],
              ['Дата акта', formatDay(value.date)],
              ['Причина исключения', reasonOf({ writeOff: value })],
            ]}
          />
        </FormSection>
      )}
      {isDraft && (
        <FormSection>
          <FieldGrid>
            {record === null && <SchoolChoice form={form} />}
            <TextField {...bind('number')} placeholder="появится при проведении" />
            <DateField {...bind('date')} mandatory />
            <Wide>
              <SelectField {...bind('reason')} choices={writeOffReasons} />
            </Wide>
            {(value.reason === 'other' || value.reasonText !== '') && (
              <Wide>
                <TextField {...bind('reasonText')} required={value.reason === 'other'} />
              </Wide>
            )}
          </FieldGrid>
        </FormSection>
      )}
      {(record !== null || value.schoolId > 0) && (
        <FormSection title="Книги">
          <LinesTable form={form} record={record} isDraft={isDraft} />
          {isDraft && (
            <LotPicker
              schoolId={form.value.schoolId}
              taken={form.value.lines.map((line) => line.lotId)}
              isOpen={record === null}
              onAdd={(lotId, copies) =>
                form.set('lines', [...form.value.lines, { uid: newUid(), lotId, copies, inventoryNumbers: '' }])
              }
            />
          )}
        </FormSection>
      )}
      <FormSection>
        <TextAreaField {...bind('note')} />
      </FormSection>
    </>
  )
}

/** The school of a new act; what its last act had is put in. */
function SchoolChoice({ form }: { form: RecordForm<WriteOff> }) {
  const school = form.bind('schoolId')
  const choose = async (id: number | null) => {
    form.set('schoolId', id ?? 0)
    form.set('lines', [])
    if (id === null) return
    try {
      const { campaignId, date } = form.value
      const blank = await call('writeOffs.blank', { schoolId: id, date, campaignId })
      for (const key of ['number', 'okpo', 'unit', 'debit', 'credit', 'order', 'disposal', 'commission'] as const) {
        form.set(key, blank[key])
      }
    } catch (error) {
      showError(error)
    }
  }
  return (
    <Wide>
      <SchoolField {...school} value={school.value || null} onChange={(id) => void choose(id)} required autoFocus />
    </Wide>
  )
}
