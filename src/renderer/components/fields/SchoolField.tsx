import { useDebouncedValue } from '@mantine/hooks'
import { schoolStates } from '@shared/contract/schools'
import { useState } from 'react'
import { useCall } from '../../app/queries'
import type { FieldProps } from './field'
import { OptionField } from './OptionField'

export interface SchoolFieldProps extends FieldProps<number | null> {
  /** Known name of `value`, to show without asking (rosters of a hundred rows). */
  knownName?: string
  /** Leaves one out: a school cannot be its own successor. */
  except?: number | null
  onPickName?: (name: string) => void
}

/** A school by its number; found by any part of its name. */
export function SchoolField({ knownName, except, onPickName, ...field }: SchoolFieldProps) {
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState(false)
  const [asked] = useDebouncedValue(search, 120)
  const found = useCall('schools.options', { search: asked, limit: 50 }, { enabled: opened, keepPrevious: true })
  const all = useCall('schools.options', { limit: 2000 }, { enabled: field.value !== null && knownName === undefined })
  const shownName =
    field.value === null ? '' : (knownName ?? all.data?.find((one) => one.id === field.value)?.name ?? '')
  return (
    <OptionField
      {...field}
      shownName={shownName}
      options={found.data
        ?.filter((one) => one.id !== except)
        .map((one) => ({ id: one.id, name: one.name, detail: one.state === 'active' ? '' : schoolStates[one.state] }))}
      onSearch={setSearch}
      onOpened={setOpened}
      onPick={(option) => onPickName?.(option.name)}
      nothingFound="Такой школы нет. Добавьте её в разделе «Школы»."
    />
  )
}
