import {
  type Event,
  type EventRecord,
  eventKinds,
  eventKindWords,
  eventLevels,
  eventLevelWords,
} from '@shared/contract/events'
import { meetingFormats } from '@shared/contract/meetings'
import { saidChoice } from '@shared/domain/cells/said-choice'
import { isRealDate } from '@shared/domain/dates'
import { useCall } from '../../app/queries'
import { DateField } from '../../components/fields/DateField'
import { SelectField } from '../../components/fields/SelectField'
import { TextField } from '../../components/fields/TextField'
import { FieldGrid, FormSection, Wide } from '../../components/record/FormSection'
import type { RecordForm } from '../../components/record/useRecordForm'
import { RoadmapItems } from './RoadmapItems'
import { StateStrip } from './StateStrip'

export interface EventPart {
  form: RecordForm<Event>
}

/** What, when and where. */
export function MainTab({ form, record }: EventPart & { record: EventRecord | null }) {
  const { bind, set, value, id } = form
  const name = bind('name')
  const from = bind('from')
  /** What is held in one day stays so when the day is another. */
  const setFrom = (day: string | null) => {
    const isOneDay = value.to === value.from
    from.onChange(day ?? '')
    if (isOneDay || !isRealDate(value.to)) set('to', day ?? '')
  }
  /** The kind and the level the name tells of, unless others were chosen. */
  const setName = (next: string) => {
    name.onChange(next)
    const [kind, level] = told(next)
    const [before, beforeLevel] = told(value.name)
    if (value.kind === before) set('kind', kind)
    if (value.level === beforeLevel) set('level', level)
  }
  return (
    <>
      {id !== null && <StateStrip form={form} />}
      <FormSection>
        <FieldGrid>
          <Wide>
            <TextField
              {...name}
              onChange={setName}
              required
              autoFocus={id === null}
              placeholder="Месячник школьных библиотек"
            />
          </Wide>
          <SelectField {...bind('kind')} choices={eventKinds} />
          <SelectField {...bind('level')} choices={eventLevels} />
          <DateField {...from} onChange={setFrom} mandatory />
          <DateField {...bind('to')} mandatory />
          <SelectField {...bind('format')} choices={{ ...meetingFormats, none: 'не указан' }} />
          <TextField {...bind('place')} />
          <Wide>
            <TextField {...bind('organiser')} />
          </Wide>
          <Wide>
            <AssociationField form={form} />
          </Wide>
        </FieldGrid>
      </FormSection>
      {id !== null && <RoadmapItems eventId={id} items={record?.roadmapItems ?? []} />}
    </>
  )
}

const told = (name: string): [Event['kind'], Event['level']] => [
  saidChoice(eventKindWords, name) ?? 'other',
  saidChoice(eventLevelWords, name) ?? 'municipal',
]

const none = '0'

/** Whose event it is; none: of another body. */
function AssociationField({ form }: EventPart) {
  const all = useCall('associations.list', { limit: 200, totals: false })
  const field = form.bind('associationId')
  if (!all.data || (all.data.rows.length === 0 && field.value === null)) return null
  const choices = Object.fromEntries([
    [none, 'не указано'],
    ...all.data.rows.map((one) => [String(one.id), one.shortName]),
  ])
  return (
    <SelectField
      {...field}
      choices={choices}
      value={String(field.value ?? none)}
      onChange={(id: string) => field.onChange(id === none ? null : Number(id))}
    />
  )
}
