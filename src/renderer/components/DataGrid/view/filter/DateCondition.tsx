import { Button, Group, NativeSelect, SimpleGrid } from '@mantine/core'
import { type Filter, Period } from '@shared/contract/lists'
import { isRealDate } from '@shared/domain/dates'
import { periodNames } from '@shared/domain/periods'
import { capitalised } from '@shared/papers/text'
import { useState } from 'react'
import { DateField } from '../../../fields/DateField'
import type { FilterEditorProps } from './FilterEditor'

const manners = { between: 'С … по …', below: 'Раньше', above: 'После' } as const
type Manner = keyof typeof manners

interface Days {
  from: string | null
  to: string | null
}

/** «С 01.09.2026 по …», «раньше …», «этот учебный год». */
export function DateCondition({ column, filter, onChange }: FilterEditorProps) {
  const [manner, setManner] = useState<Manner>(filter?.op === 'above' || filter?.op === 'below' ? filter.op : 'between')
  const [days, setDays] = useState<Days>(() => daysOf(filter))
  const set = (part: Partial<Days>, how: Manner = manner) => {
    const next = { ...days, ...part }
    setDays(next)
    if (![next.from, next.to].every((day) => day === null || isRealDate(day))) return
    if (how === 'between') {
      onChange(next.from === null && next.to === null ? null : { op: how, column: column.key, ...next })
    } else onChange(next.from === null ? null : { op: how, column: column.key, value: next.from })
  }
  return (
    <div>
      <SimpleGrid cols={2} spacing={6} mb="xs">
        {Period.options.map((period) => {
          const isOn = filter?.op === 'period' && filter.value === period
          return (
            <Button
              key={period}
              size="compact-xs"
              variant={isOn ? 'filled' : 'default'}
              aria-pressed={isOn}
              onClick={() => onChange(isOn ? null : { op: 'period', column: column.key, value: period })}
            >
              {capitalised(periodNames[period])}
            </Button>
          )
        })}
      </SimpleGrid>
      <NativeSelect
        size="xs"
        mb={6}
        aria-label="Как сравнивать"
        value={manner}
        data={Object.entries(manners).map(([value, label]) => ({ value, label }))}
        onChange={(event) => {
          const next = event.currentTarget.value as Manner
          setManner(next)
          set(next === 'between' ? {} : { to: null }, next)
        }}
      />
      {manner === 'between' ? (
        <Group gap={6} grow align="flex-start">
          <DateField label="С" bare autoFocus value={days.from} onChange={(from) => set({ from })} />
          <DateField label="По" bare value={days.to} onChange={(to) => set({ to })} />
        </Group>
      ) : (
        <DateField label={manners[manner]} bare autoFocus value={days.from} onChange={(from) => set({ from })} />
      )}
    </div>
  )
}

function daysOf(filter: Filter | null): Days {
  const asDay = (value: string | number | null) => (value === null ? null : String(value))
  if (filter?.op === 'between') return { from: asDay(filter.from), to: asDay(filter.to) }
  if (filter?.op === 'above' || filter?.op === 'below') return { from: asDay(filter.value), to: null }
  return { from: null, to: null }
}
