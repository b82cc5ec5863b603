import { meetingFormats } from '@shared/contract/meetings'
import type { ProtocolDraft } from '@shared/contract/old-papers'
import { useCall } from '../../../app/queries'
import { DateField } from '../../../components/fields/DateField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { TextField } from '../../../components/fields/TextField'
import { TimeField } from '../../../components/fields/TimeField'
import { FieldGrid, FormSection, Wide } from '../../../components/record/FormSection'
import { Field } from '../review/Field'
import { PeopleFields, PersonLine } from './PeopleFields'
import classes from './Protocol.module.css'
import { useProtocol } from './useProtocol'

const formats = { ...meetingFormats, none: 'не сказано' }

/** Heading of the protocol: whose meeting, when, where, about what, who led it. */
export function HeadFields({ protocol }: { protocol: ProtocolDraft }) {
  const { edit, remove } = useProtocol()
  return (
    <FormSection title="Шапка">
      <FieldGrid>
        <Field path="number" label="Номер">
          <TextField
            label="Номер"
            value={protocol.number}
            onChange={(number) => edit('number', (p) => ({ ...p, number }))}
          />
        </Field>
        <Field path="date" label="Дата">
          <DateField
            label="Дата"
            required
            value={protocol.date}
            error={protocol.date === null ? 'Впишите дату: без неё протокол не сохранить' : undefined}
            onChange={(date) => edit('date', (p) => ({ ...p, date }))}
          />
        </Field>
        <Field path="time" label="Время">
          <TimeField label="Время" value={protocol.time} onChange={(time) => edit('time', (p) => ({ ...p, time }))} />
        </Field>
        <Field path="format" label="Формат">
          <SelectField
            label="Формат"
            choices={formats}
            value={protocol.format}
            onChange={(format) => edit('format', (p) => ({ ...p, format }))}
          />
        </Field>
        <Wide>
          <Series protocol={protocol} />
        </Wide>
        <Wide>
          <Field path="theme" label="Тема">
            <TextAreaField
              label="Тема"
              minRows={1}
              value={protocol.theme}
              onChange={(theme) => edit('theme', (p) => ({ ...p, theme }))}
            />
          </Field>
        </Wide>
        <Wide>
          <Field path="place" label="Место">
            <TextField
              label="Место"
              value={protocol.place}
              onChange={(place) => edit('place', (p) => ({ ...p, place }))}
            />
          </Field>
        </Wide>
        <Wide>
          <PeopleFields
            room="chairs"
            label="Председательствующие"
            one="Председательствующий"
            people={protocol.chairs}
            onChange={(path, chairs) => edit(path, (p) => ({ ...p, chairs: chairs(p.chairs) }))}
            onRemove={(path, chairs) => remove(path, (p) => ({ ...p, chairs: chairs(p.chairs) }))}
          />
        </Wide>
        <Wide>
          <PersonLine
            path="secretary"
            label="Секретарь"
            person={protocol.secretary}
            onChange={(secretary) => edit('secretary', (p) => ({ ...p, secretary }))}
          />
        </Wide>
      </FieldGrid>
    </FormSection>
  )
}

/** The row of meetings it belongs to; a new one is made of what the paper says. */
function Series({ protocol }: { protocol: ProtocolDraft }) {
  const { edit } = useProtocol()
  const series = useCall('associations.series', {})
  const made = protocol.series === '' ? 'Совещания' : protocol.series
  const choices: Record<string, string> = { new: `новый ряд: «${made}»` }
  for (const one of series.data ?? []) choices[String(one.id)] = `${one.name} — ${one.association}`
  return (
    <Field path="series" label="Чьё заседание">
      <div className={classes.stack}>
        <SelectField
          label="Ряд заседаний"
          choices={choices}
          value={protocol.seriesId === null ? 'new' : String(protocol.seriesId)}
          onChange={(id) => edit('series', (p) => ({ ...p, seriesId: id === 'new' ? null : Number(id) }))}
        />
        <TextField
          label="Чьё заседание, как в документе"
          value={protocol.series}
          onChange={(words) => edit('series', (p) => ({ ...p, series: words }))}
        />
      </div>
    </Field>
  )
}
