import { type Event, type EventRecord, Event as EventSchema, eventKinds } from '@shared/contract/events'
import { isRealDate } from '@shared/domain/dates'
import { formatNumber } from '@shared/domain/text/plural'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../app/api'
import { useCall, useCommand } from '../../app/queries'
import type { EditorFormProps, EditorProps } from '../../components/record/editor'
import { RecordCard } from '../../components/record/RecordCard'
import { RecordLoader } from '../../components/record/RecordLoader'
import { useRecordForm } from '../../components/record/useRecordForm'
import { MainTab } from './MainTab'
import { ParticipantsTab } from './ParticipantsTab'
import { ResultsTab } from './ResultsTab'
import { SheetTab } from './SheetTab'
import { daysOf, tidyEvent } from './words'

/** An event beside its list: what, when and where; who took part; what came of it. */
export function EventEditor({ id, onCreated, onClose }: EditorProps) {
  const [isNew] = useState(id === null)
  const found = useCall('events.get', { id: id ?? 0 }, { enabled: id !== null })
  const search: { on?: unknown } = useSearch({ strict: false })
  // Begun from a day of the calendar.
  const [on] = useState(typeof search.on === 'string' && isRealDate(search.on) ? search.on : null)
  const blank = useCall('events.blank', on === null ? {} : { on }, { enabled: isNew })
  const loaded = found.data && { revision: found.data.revision, value: found.data.event }
  const first = blank.data
  if (isNew && first === undefined && blank.error === null) return null
  return (
    <RecordLoader
      record="event"
      id={id}
      loaded={loaded}
      error={found.error ?? blank.error}
      blank={() => first ?? ({} as Event)}
      onClose={onClose}
    >
      {(start) => (
        <EventForm start={start} loaded={loaded} record={found.data ?? null} onCreated={onCreated} onClose={onClose} />
      )}
    </RecordLoader>
  )
}

interface EventFormProps extends EditorFormProps<Event> {
  record: EventRecord | null
}

function EventForm({ start, loaded, record, onCreated, onClose }: EventFormProps) {
  const form = useRecordForm<Event>({
    record: 'event',
    schema: EventSchema,
    start,
    loaded,
    save: (id, revision, event) => call('events.save', { id, revision, event }),
    onCreated,
    isReady: ({ name }) => name.trim() !== '',
    tidy: tidyEvent,
  })
  const remove = useCommand('events.remove', { success: 'Мероприятие удалено.' })
  const { id, value } = form
  const name = value.name.trim()
  const subtitle = [value.kind === 'other' ? '' : eventKinds[value.kind], daysOf(value)].filter(Boolean).join(' · ')
  return (
    <RecordCard
      record="event"
      form={form}
      title={name === '' ? 'Новое мероприятие' : name}
      subtitle={id === null ? 'Появится в списке, когда назовёте его' : subtitle}
      onClose={onClose}
      removal={{
        label: 'Удалить мероприятие',
        question: `Удалить мероприятие «${name}»?`,
        detail:
          'Удалится и список его участников. Это можно отменить. Если мероприятие не состоялось, лучше отметить его отменённым: тогда след останется.',
        remove: (id) => remove.run({ id }),
      }}
      tabs={[
        {
          id: 'main',
          title: 'Мероприятие',
          isFaulty: form.isFaulty(
            'name',
            'kind',
            'level',
            'format',
            'from',
            'to',
            'place',
            'organiser',
            'associationId',
          ),
          content: <MainTab form={form} record={record} />,
        },
        {
          id: 'participants',
          title: 'Участники',
          mark: value.participants.length === 0 ? undefined : formatNumber(value.participants.length),
          isFaulty: form.isFaulty('people', 'students', 'participants'),
          content: <ParticipantsTab form={form} />,
        },
        {
          id: 'results',
          title: 'Итоги',
          isFaulty: form.isFaulty('results', 'evidence', 'note'),
          content: <ResultsTab form={form} />,
        },
        ...(id === null ? [] : [{ id: 'sheet', title: 'Документ', content: <SheetTab id={id} form={form} /> }]),
      ]}
    />
  )
}
