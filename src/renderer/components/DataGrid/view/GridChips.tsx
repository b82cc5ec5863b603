import { Button, Group, Pill, Text } from '@mantine/core'
import type { ListSpec } from '@shared/contract/lists'
import { formatDate } from '@shared/domain/dates'
import { formatNumber } from '@shared/domain/text/plural'
import { filterText } from '@shared/papers/list/conditions'
import type { ReactNode } from 'react'
import { GROUPS_SHOWN, type Groups } from '../model/useGroups'
import type { ListState } from '../model/useListState'

/** What stands between the list and all its rows: groups, years, conditions; each taken away by its own cross. */
export function GridChips({ spec, list, groups }: { spec: ListSpec; list: ListState; groups: Groups }) {
  const conditions = spec.columns.flatMap((column) => {
    const filter = list.filters[column.key]
    return filter ? [{ column, filter }] : []
  })
  const hasConditions = conditions.length > 0 || list.isAllYears || list.on !== null
  if (!hasConditions && !groups.by) return null
  return (
    <Group gap={6} mt={6}>
      {groups.by && (
        <>
          <Chip remove="Убрать группы" onRemove={() => groups.setBy(null)}>
            Группы: {groups.by.title}
          </Chip>
          <Button size="compact-xs" variant="subtle" onClick={() => groups.setAll(false)}>
            Свернуть все
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => groups.setAll(true)}>
            Развернуть все
          </Button>
          {groups.isCut && (
            <Text size="xs" c="dimmed">
              Значений больше {formatNumber(GROUPS_SHOWN)}: остальные — в последней группе. Отберите часть списка.
            </Text>
          )}
        </>
      )}
      {list.isAllYears && (
        <Chip remove="Убрать условие «Все учебные годы»" onRemove={list.showOneYear}>
          Все учебные годы
        </Chip>
      )}
      {list.on !== null && (
        <Chip remove="Убрать условие «На дату»" onRemove={() => list.setOn(null)}>
          На {formatDate(list.on, 'digits')}
        </Chip>
      )}
      {conditions.map(({ column, filter }) => (
        <Chip
          key={column.key}
          remove={`Убрать условие «${column.title}»`}
          onRemove={() => list.setFilter(column.key, null)}
        >
          {filterText(column, filter)}
        </Chip>
      ))}
      {hasConditions && (
        <Button size="compact-xs" variant="subtle" onClick={list.clearFilters}>
          Убрать все условия
        </Button>
      )}
    </Group>
  )
}

function Chip(props: { remove: string; onRemove: () => void; children: ReactNode }) {
  return (
    <Pill
      withRemoveButton
      onRemove={props.onRemove}
      removeButtonProps={{ 'aria-label': props.remove, tabIndex: 0, 'aria-hidden': false }}
    >
      {props.children}
    </Pill>
  )
}
