import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import classes from './TickList.module.css'

export interface TickOption {
  id: number
  name: string
  /** Beside the name: where she works. */
  detail?: string
  /** «Отметить все» passes it over: a closed school. */
  isPast?: boolean
}

export interface TickListProps {
  label: string
  /** «Найти школу». */
  searchLabel: string
  options: readonly TickOption[]
  value: readonly number[]
  onChange: (ids: number[]) => void
  /** Buttons that tick some of them at once: the members of an association. */
  sets?: readonly { title: string; ids: readonly number[] }[]
}

/** Records of a list that is known whole, ticked one by one or all at once. */
export function TickList({ label, searchLabel, options, value, onChange, sets }: TickListProps) {
  const [search, setSearch] = useState('')
  const wanted = normal(search)
  const shown = options.filter(({ name, detail }) => normal(`${name} ${detail ?? ''}`).includes(wanted))
  const chosen = new Set(value)
  const toggle = (id: number, on: boolean) => onChange(on ? [...value, id] : value.filter((one) => one !== id))
  const add = (ids: readonly number[]) => onChange([...new Set([...value, ...ids])])
  return (
    <div>
      <Group gap="xs" mb="xs">
        <TextInput
          size="xs"
          placeholder={searchLabel}
          aria-label={searchLabel}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          onClick={() => add(shown.filter(({ isPast }) => isPast !== true).map(({ id }) => id))}
        >
          Отметить все
        </Button>
        {sets?.map(({ title, ids }) => (
          <Button key={title} size="xs" variant="default" onClick={() => add(ids)}>
            {title}
          </Button>
        ))}
        <Button size="xs" variant="default" disabled={value.length === 0} onClick={() => onChange([])}>
          Снять отметки
        </Button>
        <Text size="xs" c="dimmed">
          Отмечено: {value.length} из {options.length}
        </Text>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keys */}
      <section className={classes.list} aria-label={label} tabIndex={0}>
        {shown.map(({ id, name, detail }) => (
          <Checkbox
            key={id}
            size="xs"
            label={name}
            description={detail}
            checked={chosen.has(id)}
            onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
        ))}
      </section>
    </div>
  )
}

function normal(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').trim()
}
