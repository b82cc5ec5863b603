import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core'
import { schoolStates } from '@shared/contract/schools'
import { useState } from 'react'
import { useCall } from '../app/queries'
import classes from './SchoolsChoice.module.css'

export interface SchoolsChoiceProps {
  /** «Школы объединения». */
  label: string
  value: readonly number[]
  onChange: (ids: number[]) => void
}

/** Which schools: all of the municipality at once, or ticked one by one. */
export function SchoolsChoice({ label, value, onChange }: SchoolsChoiceProps) {
  const [search, setSearch] = useState('')
  const schools = useCall('schools.options', { limit: 2000 })
  const all = schools.data ?? []
  const wanted = normal(search)
  const shown = all.filter((school) => normal(school.name).includes(wanted))
  const chosen = new Set(value)
  const toggle = (id: number, on: boolean) => onChange(on ? [...value, id] : value.filter((one) => one !== id))
  const tickAll = () => {
    const active = shown.filter((school) => school.state === 'active').map((school) => school.id)
    onChange([...new Set([...value, ...active])])
  }
  if (schools.data && all.length === 0) {
    return <Text c="dimmed">Школ пока нет. Сначала добавьте их в разделе «Школы».</Text>
  }
  return (
    <div>
      <Group gap="xs" mb="xs">
        <TextInput
          size="xs"
          placeholder="Найти школу"
          aria-label="Найти школу"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Button size="xs" variant="default" onClick={tickAll}>
          Отметить все
        </Button>
        <Button size="xs" variant="default" disabled={value.length === 0} onClick={() => onChange([])}>
          Снять отметки
        </Button>
        <Text size="xs" c="dimmed">
          Отмечено: {value.length} из {all.length}
        </Text>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keys */}
      <section className={classes.list} aria-label={label} tabIndex={0}>
        {shown.map((school) => (
          <Checkbox
            key={school.id}
            size="xs"
            label={school.state === 'active' ? school.name : `${school.name} (${schoolStates[school.state]})`}
            checked={chosen.has(school.id)}
            onChange={(event) => toggle(school.id, event.currentTarget.checked)}
          />
        ))}
      </section>
    </div>
  )
}

function normal(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').trim()
}
