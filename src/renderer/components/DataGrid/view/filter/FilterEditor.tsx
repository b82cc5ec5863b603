import { Button, Group, Stack, Text } from '@mantine/core'
import type { ColumnSpec, Filter } from '@shared/contract/lists'
import type { KeyboardEvent } from 'react'
import type { ListBase } from '../../model/rows'
import { DateCondition } from './DateCondition'
import { NumberCondition } from './NumberCondition'
import { TextCondition } from './TextCondition'
import { ValuesCondition } from './ValuesCondition'

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
    <Stack gap="xs" w={270} onKeyDown={onKeyDown}>
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
      return (
        <>
          <TextCondition {...props} />
          <ValuesCondition {...props} />
        </>
      )
    case 'number':
    case 'hundredths':
    case 'money':
      return <NumberCondition {...props} />
    case 'date':
      return <DateCondition {...props} />
    case 'choice':
    case 'boolean':
      return <ValuesCondition {...props} autoFocus />
  }
}
