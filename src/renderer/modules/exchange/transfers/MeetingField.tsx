import { useState } from 'react'
import { useCall } from '../../../app/queries'
import type { FieldProps } from '../../../components/fields/field'
import { OptionField } from '../../../components/fields/OptionField'
import { formatDay } from '../../../components/format'

/** The meeting a transfer is done at; none is as usual. */
export function MeetingField(field: FieldProps<number | null>) {
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState(false)
  const sort = [{ column: 'date', desc: true }]
  const found = useCall('meetings.list', { search, sort, limit: 50, totals: false }, { enabled: opened })
  const chosen = useCall(
    'meetings.list',
    { filters: [{ op: 'in', column: 'id', values: [field.value ?? 0] }], totals: false },
    { enabled: field.value !== null },
  )
  const nameOf = (row: { date: string; series: string }) => `${formatDay(row.date)} · ${row.series}`
  const shown = chosen.data?.rows.find((row) => row.id === field.value)
  return (
    <OptionField
      {...field}
      placeholder="без встречи"
      shownName={shown ? nameOf(shown) : ''}
      options={found.data?.rows.map((row) => ({ id: row.id, name: nameOf(row), detail: row.theme }))}
      onSearch={setSearch}
      onOpened={setOpened}
      nothingFound="Такой встречи нет. Подготовьте её: «Обменный фонд → Обзор → Подготовить встречу»."
    />
  )
}
