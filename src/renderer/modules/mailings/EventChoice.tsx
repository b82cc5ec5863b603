import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useCall } from '../../app/queries'
import { OptionField } from '../../components/fields/OptionField'
import { formatDay } from '../../components/format'
import type { MailingPart } from './TextTab'

/** Which event it is about: for {мероприятие}, {результат} and the list of its participants. */
export function EventChoice({ form }: MailingPart) {
  const field = form.bind('eventId')
  return <EventField {...field} />
}

interface EventFieldProps {
  label: string
  value: number | null
  onChange: (id: number | null) => void
}

export function EventField(field: EventFieldProps) {
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState(false)
  const [asked] = useDebouncedValue(search, 120)
  const found = useCall(
    'events.list',
    { search: asked, limit: 50, totals: false, sort: [{ column: 'from', desc: true }] },
    { enabled: opened, keepPrevious: true },
  )
  const chosen = useCall('events.get', { id: field.value ?? 0 }, { enabled: field.value !== null })
  return (
    <OptionField
      {...field}
      shownName={field.value === null ? '' : (chosen.data?.event.name ?? '')}
      options={found.data?.rows.map((row) => ({ id: row.id, name: row.name, detail: formatDay(row.from) }))}
      onSearch={setSearch}
      onOpened={setOpened}
      nothingFound="Такого мероприятия нет."
    />
  )
}
