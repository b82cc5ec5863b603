import { Checkbox, Loader, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { ListGroup } from '@shared/contract/grid'
import type { CellValue, ColumnSpec } from '@shared/contract/lists'
import { formatNumber } from '@shared/domain/text/plural'
import { valueText } from '@shared/papers/list/conditions'
import { useState } from 'react'
import { useCall } from '../../../../app/queries'
import { errorSentence } from '../../../../app/toasts'
import classes from '../../DataGrid.module.css'
import type { FilterEditorProps } from './FilterEditor'

/** Values offered at once; the rest are reached by searching. */
const OFFERED = 200
/** From so many on a search box is worth its place. */
const SEARCHED = 8

/** The values the column has, with how many rows each: one ticks those wanted, as in Excel. */
export function ValuesCondition(props: FilterEditorProps & { autoFocus?: boolean }) {
  const { list, base, column, filter, onChange } = props
  const [words, setWords] = useState('')
  const [search] = useDebouncedValue(words.trim(), 200)
  const others = (base.filters ?? []).filter((one) => one.column !== column.key)
  const answer = useCall(
    'lists.groups',
    { list, query: { ...base, filters: others, sort: [], group: null }, by: column.key, search, limit: OFFERED },
    { keepPrevious: true },
  )
  const chosen = filter?.op === 'in' ? filter.values : []
  const groups = valuesOffered(column, answer.data?.groups ?? [], chosen, search !== '')
  const toggle = (value: CellValue, on: boolean) => {
    const values = on ? [...chosen, value] : chosen.filter((one) => one !== value)
    onChange(values.length === 0 ? null : { op: 'in', column: column.key, values })
  }
  if (answer.error) return <Text size="xs">{errorSentence(answer.error)}</Text>
  if (!answer.data) return <Loader size="xs" />
  const isSearched = column.type === 'text' && (groups.length > SEARCHED || search !== '')
  return (
    <Stack gap={6}>
      {isSearched && (
        <TextInput
          size="xs"
          aria-label="Найти среди значений"
          placeholder="Найти среди значений"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          autoComplete="off"
        />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its frame */}
      <div className={classes.values} role="group" aria-label={`Значения столбца «${column.title}»`}>
        {groups.map((group, index) => (
          <Checkbox
            key={JSON.stringify(group.value)}
            size="xs"
            data-autofocus={(props.autoFocus && index === 0) || undefined}
            label={
              <>
                {valueText(column, group.value)} <span className={classes.groupCount}>{formatNumber(group.count)}</span>
              </>
            }
            checked={chosen.includes(group.value)}
            onChange={(event) => toggle(group.value, event.currentTarget.checked)}
          />
        ))}
        {groups.length === 0 && <Text size="xs">Таких значений нет.</Text>}
      </div>
      {answer.data.more && (
        <Text size="xs" c="dimmed">
          Показаны первые {OFFERED}. Остальные найдите по части слова.
        </Text>
      )}
    </Stack>
  )
}

/** Every choice there is, also those no row has; else the values found, and those ticked that the search has hidden. */
function valuesOffered(
  column: ColumnSpec,
  found: readonly ListGroup[],
  chosen: readonly CellValue[],
  isSearching: boolean,
): ListGroup[] {
  const none = (value: CellValue): ListGroup => ({ value, count: 0, totals: {} })
  if (column.type === 'choice') {
    const known = Object.keys(column.choices ?? {}).map(
      (value) => found.find((group) => group.value === value || (value === '' && group.value === null)) ?? none(value),
    )
    return [...known, ...found.filter((group) => !known.includes(group))]
  }
  const missing = isSearching ? [] : chosen.filter((value) => !found.some((group) => group.value === value))
  return [...missing.map(none), ...found]
}
