import { Button, CloseButton, Group, Pill, Text, TextInput, Title } from '@mantine/core'
import type { Filter, ListSpec } from '@shared/contract/lists'
import { formatNumber } from '@shared/domain/text/plural'
import { IconSearch } from '@tabler/icons-react'
import type { ReactNode, RefObject } from 'react'
import classes from '../DataGrid.module.css'
import { type Filters, filterText } from '../model/filters'
import type { ListBase } from '../model/rows'
import type { GridColumns } from '../model/useColumns'
import { ColumnChooser } from './ColumnChooser'
import { ExcelMenu } from './ExcelMenu'

export interface GridToolbarProps {
  spec: ListSpec
  heading: boolean
  columns: GridColumns
  base: ListBase
  /** Rows that match; null while unknown. */
  total: number | null
  search: string
  onSearch: (text: string) => void
  searchRef: RefObject<HTMLInputElement | null>
  filters: Filters
  onFilter: (column: string, filter: Filter | null) => void
  onClear: () => void
  actions: ReactNode
}

export function GridToolbar(props: GridToolbarProps) {
  const { spec, columns, filters } = props
  const chips = spec.columns.flatMap((column) => {
    const filter = filters[column.key]
    return filter ? [{ column, filter }] : []
  })
  return (
    <div className={classes.toolbar}>
      <Group gap="xs" wrap="nowrap">
        {props.heading && (
          <Title order={1} size="h3" className={classes.heading}>
            {spec.title}
          </Title>
        )}
        <TextInput
          ref={props.searchRef}
          className={classes.search}
          size="xs"
          placeholder="Найти в списке"
          aria-label={`Найти в списке «${spec.title}»`}
          leftSection={<IconSearch size={15} aria-hidden />}
          rightSection={
            props.search === '' ? null : (
              <CloseButton size="xs" aria-label="Стереть" onClick={() => props.onSearch('')} />
            )
          }
          value={props.search}
          onChange={(event) => props.onSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && props.search !== '') {
              event.preventDefault()
              props.onSearch('')
            }
          }}
        />
        <Text size="xs" c="dimmed" className={`${classes.count} ${classes.wideOnly}`} aria-live="polite">
          {props.total === null ? '' : `Строк: ${formatNumber(props.total)}`}
        </Text>
        <div className={classes.spring} />
        <ColumnChooser spec={spec} columns={columns} />
        <ExcelMenu spec={spec} base={props.base} shown={columns.shown} />
        <div className={classes.firm}>{props.actions}</div>
      </Group>
      {chips.length > 0 && (
        <Group gap={6} mt={6}>
          {chips.map(({ column, filter }) => (
            <Pill
              key={column.key}
              withRemoveButton
              onRemove={() => props.onFilter(column.key, null)}
              removeButtonProps={{
                'aria-label': `Убрать условие «${column.title}»`,
                tabIndex: 0,
                'aria-hidden': false,
              }}
            >
              {filterText(column, filter)}
            </Pill>
          ))}
          <Button size="compact-xs" variant="subtle" onClick={props.onClear}>
            Убрать все условия
          </Button>
        </Group>
      )}
    </div>
  )
}
