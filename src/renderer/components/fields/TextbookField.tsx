import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useCall } from '../../app/queries'
import type { FieldProps } from './field'
import { OptionField } from './OptionField'

export interface TextbookFieldProps extends FieldProps<number | null> {
  /** Known title of `value`, to show without asking. */
  knownName?: string
}

/** A textbook by its number; found by words in any form, by ISBN or by the code of the federal list. */
export function TextbookField({ knownName, ...field }: TextbookFieldProps) {
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState(false)
  const [picked, setPicked] = useState<{ id: number; name: string } | null>(null)
  const [asked] = useDebouncedValue(search, 120)
  const found = useCall('textbooks.find', { text: asked, limit: 30 }, { enabled: opened, keepPrevious: true })
  const isKnown = knownName !== undefined || picked?.id === field.value
  const stored = useCall('textbooks.get', { id: field.value ?? 0 }, { enabled: field.value !== null && !isKnown })
  const name = picked?.id === field.value ? picked.name : (knownName ?? stored.data?.textbook.title ?? '')
  return (
    <OptionField
      {...field}
      shownName={field.value === null ? '' : name}
      options={found.data?.map((one) => ({ id: one.id, name: one.title, detail: one.detail }))}
      onSearch={setSearch}
      onOpened={setOpened}
      onPick={({ id, name }) => setPicked({ id, name })}
      nothingFound="Такого учебника нет. Добавьте его в разделе «Учебники»."
    />
  )
}
