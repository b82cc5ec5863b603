import { type School, schoolStates, schoolTypes } from '@shared/contract/schools'
import { formatPhone } from '@shared/domain/phone'
import { DateField } from '../../components/fields/DateField'
import { SchoolField } from '../../components/fields/SchoolField'
import { SelectField } from '../../components/fields/SelectField'
import { TextAreaField } from '../../components/fields/TextAreaField'
import { TextField } from '../../components/fields/TextField'
import { FieldGrid, FormSection, Wide } from '../../components/record/FormSection'
import type { RecordForm } from '../../components/record/useRecordForm'

export function MainTab({ form }: { form: RecordForm<School> }) {
  const { bind, set, value } = form
  const phone = bind('phone')
  const setState = (state: School['state']) => {
    set('state', state)
    // What belongs to another state would stay behind unseen.
    if (state === 'active') set('closedOn', null)
    if (state !== 'merged') set('successorId', null)
  }
  return (
    <>
      <FormSection>
        <FieldGrid>
          <Wide>
            <TextAreaField {...bind('fullName')} required autoFocus={form.id === null} minRows={1} />
          </Wide>
          <TextField {...bind('shortName')} required />
          <SelectField {...bind('type')} choices={schoolTypes} />
          <TextField {...bind('director')} />
          <TextField {...bind('code')} />
          <TextField {...bind('inn')} />
          <DateField {...bind('foundedOn')} />
        </FieldGrid>
      </FormSection>
      <FormSection title="Где находится и как связаться">
        <FieldGrid>
          <TextField {...bind('locality')} />
          <TextField
            {...phone}
            type="tel"
            onBlur={() => {
              set('phone', formatPhone(phone.value))
              phone.onBlur()
            }}
          />
          <Wide>
            <TextField {...bind('address')} />
          </Wide>
          <TextField {...bind('email')} type="email" />
          <TextField {...bind('site')} type="url" />
          <TextField {...bind('coordinates')} placeholder="56.4977, 40.9301" />
        </FieldGrid>
      </FormSection>
      <FormSection title="Состояние">
        <FieldGrid>
          <SelectField {...bind('state')} choices={schoolStates} onChange={setState} />
          {value.state !== 'active' && (
            <DateField
              {...bind('closedOn')}
              label={value.state === 'merged' ? 'Дата присоединения' : 'Дата закрытия'}
            />
          )}
          {value.state === 'merged' && (
            <SchoolField {...bind('successorId')} label="К какой школе присоединена" except={form.id} />
          )}
        </FieldGrid>
      </FormSection>
      <FormSection>
        <TextAreaField {...bind('note')} />
      </FormSection>
    </>
  )
}
