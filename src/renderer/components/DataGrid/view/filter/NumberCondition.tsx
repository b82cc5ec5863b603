import { Group, NativeSelect } from '@mantine/core'
import type { Filter } from '@shared/contract/lists'
import { useState } from 'react'
import { NumberField } from '../../../fields/NumberField'
import { unitsOf } from '../../model/cells'
import type { FilterEditorProps } from './FilterEditor'

const manners = { between: 'От и до', equals: 'Равно', above: 'Больше', below: 'Меньше' } as const
type Manner = keyof typeof manners

/** «От 100 до 500», «больше 0,5». */
export function NumberCondition({ column, filter, onChange }: FilterEditorProps) {
  const [manner, setManner] = useState<Manner>(mannerOf(filter))
  const units = unitsOf(column)
  const borders = filter?.op === 'between' ? filter : { from: null, to: null }
  const setBorders = (part: { from?: number | null; to?: number | null }) => {
    const next = { from: asNumber(borders.from), to: asNumber(borders.to), ...part }
    // Half-typed text is not a border yet.
    if ([next.from, next.to].some((border) => typeof border === 'string')) return
    onChange(next.from === null && next.to === null ? null : { op: 'between', column: column.key, ...next })
  }
  return (
    <div>
      <NativeSelect
        size="xs"
        mb={6}
        aria-label="Как сравнивать"
        value={manner}
        data={Object.entries(manners).map(([value, label]) => ({ value, label }))}
        onChange={(event) => {
          setManner(event.currentTarget.value as Manner)
          onChange(null)
        }}
      />
      {manner === 'between' ? (
        <Group gap={6} grow>
          <NumberField
            label="От"
            bare
            autoFocus
            scale={units}
            value={asNumber(borders.from)}
            onChange={(from) => setBorders({ from })}
          />
          <NumberField
            label="До"
            bare
            scale={units}
            value={asNumber(borders.to)}
            onChange={(to) => setBorders({ to })}
          />
        </Group>
      ) : (
        <NumberField
          key={manner}
          label={manners[manner]}
          bare
          autoFocus
          scale={units}
          value={filter?.op === manner ? asNumber(filter.value) : null}
          onChange={(value) => {
            if (value === null) onChange(null)
            else if (typeof value === 'number') onChange({ op: manner, column: column.key, value })
          }}
        />
      )}
    </div>
  )
}

function mannerOf(filter: Filter | null): Manner {
  return filter !== null && filter.op in manners ? (filter.op as Manner) : 'between'
}

function asNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
