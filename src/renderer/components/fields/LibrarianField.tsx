import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useCall } from '../../app/queries'
import type { FieldProps } from './field'
import { OptionField } from './OptionField'

/** Someone of the bank by number; for people who need not be in it there is PersonField. */
export function LibrarianField(field: FieldProps<number | null>) {
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState(false)
  const [asked] = useDebouncedValue(search, 120)
  const found = useCall('librarians.options', { search: asked, limit: 50 }, { enabled: opened, keepPrevious: true })
  const all = useCall('librarians.options', { limit: 2000 }, { enabled: field.value !== null })
  const detailOf = (one: { position: string; school: string }) => [one.position, one.school].filter(Boolean).join(' · ')
  return (
    <OptionField
      {...field}
      shownName={all.data?.find((one) => one.id === field.value)?.name ?? ''}
      options={found.data?.map((one) => ({ id: one.id, name: one.name, detail: detailOf(one) }))}
      onSearch={setSearch}
      onOpened={setOpened}
      nothingFound="Такого человека в банке нет. Добавьте его в разделе «Библиотекари»."
    />
  )
}
