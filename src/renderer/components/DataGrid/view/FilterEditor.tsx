import { Button, Checkbox, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import type { ColumnSpec, Filter } from '@shared/contract/lists'
import { isRealDate } from '@shared/domain/dates'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { DateField } from '../../fields/DateField'
import { NumberField } from '../../fields/NumberField'
import { unitsOf } from '../model/cells'
import type { ListBase } from '../model/rows'

export interface FilterEditorProps {
  list: string
  /** What else the list is asked by: values are counted under the other conditions. */
  base: ListBase
  column: ColumnSpec
  filter: Filter | null
  onChange: (filter: Filter | null) => void
  onClose: () => void
}

/** A condition on one column, by its type; works while it is typed. */
export function FilterEditor(props: FilterEditorProps) {
  const { column, filter, onChange, onClose } = props
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    onClose()
  }
  const setEmptiness = (op: 'empty' | 'filled') => {
    onChange(filter?.op === op ? null : { op, column: column.key })
  }
  return (
    <Stack gap="xs" w={250} onKeyDown={onKeyDown}>
      <Text size="sm" fw={600}>
        {column.title}
      </Text>
      <Condition {...props} />
      {column.type !== 'boolean' && (
        <Group gap={6} grow>
          <Button
            size="compact-sm"
            variant={filter?.op === 'filled' ? 'filled' : 'default'}
            aria-pressed={filter?.op === 'filled'}
            onClick={() => setEmptiness('filled')}
          >
            Заполнено
          </Button>
          <Button
            size="compact-sm"
            variant={filter?.op === 'empty' ? 'filled' : 'default'}
            aria-pressed={filter?.op === 'empty'}
            onClick={() => setEmptiness('empty')}
          >
            Не заполнено
          </Button>
        </Group>
      )}
      <Group justify="space-between" gap={6}>
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={filter === null}
          onClick={() => {
            onChange(null)
            onClose()
          }}
        >
          Убрать условие
        </Button>
        <Button size="compact-sm" onClick={onClose}>
          Готово
        </Button>
      </Group>
    </Stack>
  )
}

function Condition(props: FilterEditorProps) {
  switch (props.column.type) {
    case 'text':
      return <TextCondition {...props} />
    case 'number':
    case 'hundredths':
    case 'money':
      return <NumberCondition {...props} />
    case 'date':
      return <DateCondition {...props} />
    case 'choice':
      return <ChoiceCondition {...props} />
    case 'boolean':
      return <BooleanCondition {...props} />
  }
}

function TextCondition({ column, filter, onChange }: FilterEditorProps) {
  const [text, setText] = useState(filter?.op === 'contains' ? filter.value : '')
  const change = useRef(onChange)
  change.current = onChange
  const sent = useRef(text)
  useEffect(() => {
    if (text === sent.current) return
    const timer = setTimeout(() => {
      sent.current = text
      const value = text.trim()
      change.current(value === '' ? null : { op: 'contains', column: column.key, value })
    }, 200)
    return () => clearTimeout(timer)
  }, [text, column.key])
  return (
    <TextInput
      data-autofocus
      size="xs"
      label="Содержит"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      autoComplete="off"
    />
  )
}

function useBorders(filter: Filter | null) {
  return filter?.op === 'between' ? { from: filter.from, to: filter.to } : { from: null, to: null }
}

function NumberCondition({ column, filter, onChange }: FilterEditorProps) {
  const borders = useBorders(filter)
  const units = unitsOf(column)
  const set = (part: { from?: number | null; to?: number | null }) => {
    const next = { ...borders, ...part }
    // Half-typed text is not a border yet.
    if ([next.from, next.to].some((border) => typeof border === 'string')) return
    onChange(next.from === null && next.to === null ? null : { op: 'between', column: column.key, ...next })
  }
  return (
    <Group gap={6} grow>
      <NumberField
        label="От"
        bare
        autoFocus
        scale={units}
        value={asNumber(borders.from)}
        onChange={(from) => set({ from })}
      />
      <NumberField label="До" bare scale={units} value={asNumber(borders.to)} onChange={(to) => set({ to })} />
    </Group>
  )
}

function asNumber(value: string | number | null): number | null {
  return typeof value === 'number' ? value : null
}

function DateCondition({ column, filter, onChange }: FilterEditorProps) {
  const start = useBorders(filter)
  const [borders, setBorders] = useState(start)
  const set = (part: { from?: string | null; to?: string | null }) => {
    const next = { ...borders, ...part }
    setBorders(next)
    if ([next.from, next.to].some((day) => day !== null && !isRealDate(String(day)))) return
    onChange(next.from === null && next.to === null ? null : { op: 'between', column: column.key, ...next })
  }
  return (
    <Group gap={6} grow align="flex-start">
      <DateField label="С" bare autoFocus value={asDay(borders.from)} onChange={(from) => set({ from })} />
      <DateField label="По" bare value={asDay(borders.to)} onChange={(to) => set({ to })} />
    </Group>
  )
}

function asDay(value: string | number | null): string | null {
  return value === null ? null : String(value)
}

function ChoiceCondition({ column, filter, onChange }: FilterEditorProps) {
  const chosen = filter?.op === 'in' ? filter.values : []
  const toggle = (value: string, on: boolean) => {
    const values = on ? [...chosen, value] : chosen.filter((one) => one !== value)
    onChange(values.length === 0 ? null : { op: 'in', column: column.key, values })
  }
  return (
    <Stack gap={6} mah={260} style={{ overflowY: 'auto' }}>
      {Object.entries(column.choices ?? {}).map(([value, label], index) => (
        <Checkbox
          key={value}
          size="xs"
          data-autofocus={index === 0 || undefined}
          label={label === '' ? '(не указано)' : label}
          checked={chosen.includes(value)}
          onChange={(event) => toggle(value, event.currentTarget.checked)}
        />
      ))}
    </Stack>
  )
}

function BooleanCondition({ column, filter, onChange }: FilterEditorProps) {
  const value = filter?.op === 'equals' ? (filter.value === true ? 'yes' : 'no') : 'all'
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      value={value}
      data={[
        { value: 'all', label: 'все' },
        { value: 'yes', label: 'да' },
        { value: 'no', label: 'нет' },
      ]}
      onChange={(next) => onChange(next === 'all' ? null : { op: 'equals', column: column.key, value: next === 'yes' })}
    />
  )
}
