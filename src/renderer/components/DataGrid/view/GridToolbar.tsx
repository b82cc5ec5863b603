import { CloseButton, Group, Text, TextInput, Title } from '@mantine/core'
import type { ListSpec } from '@shared/contract/lists'
import { formatNumber } from '@shared/domain/text/plural'
import { IconSearch } from '@tabler/icons-react'
import { memo, type ReactNode, type RefObject } from 'react'
import { ListHistoryButton } from '../../history/ListHistoryButton'
import classes from '../DataGrid.module.css'
import type { Groups } from '../model/useGroups'
import type { ListState } from '../model/useListState'
import { ColumnChooser } from './ColumnChooser'
import { ExcelMenu } from './ExcelMenu'
import { GridChips } from './GridChips'
import { OnDay } from './OnDay'
import { OrderChooser } from './OrderChooser'
import { PrintMenu } from './PrintMenu'
import { ViewMenu } from './ViewMenu'

export interface GridToolbarProps {
  spec: ListSpec
  heading: boolean
  list: ListState
  groups: Groups
  /** Rows that match; null while unknown. */
  total: number | null
  searchRef: RefObject<HTMLInputElement | null>
  actions: ReactNode
}

/** Drawn again only when what it shows changes: rows come many times a second while one scrolls. */
export const GridToolbar = memo(function GridToolbar(props: GridToolbarProps) {
  const { spec, list } = props
  return (
    <div className={classes.toolbar}>
      <Group gap={8}>
        {props.heading && (
          <Title order={1} size="h3" className={classes.heading}>
            {spec.title}
          </Title>
        )}
        <ViewMenu spec={spec} list={list} />
        <TextInput
          ref={props.searchRef}
          className={classes.search}
          size="xs"
          placeholder="Найти в списке"
          aria-label={`Найти в списке «${spec.title}»`}
          leftSection={<IconSearch size={15} aria-hidden />}
          rightSection={
            list.typed === '' ? null : <CloseButton size="xs" aria-label="Стереть" onClick={() => list.setTyped('')} />
          }
          value={list.typed}
          onChange={(event) => list.setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && list.typed !== '') {
              event.preventDefault()
              list.setTyped('')
            }
          }}
        />
        {spec.onDay && <OnDay value={list.on} onChange={list.setOn} />}
        <Text size="xs" c="dimmed" className={`${classes.count} ${classes.wideOnly}`} aria-live="polite">
          {props.total === null ? '' : `Строк: ${formatNumber(props.total)}`}
        </Text>
        <div className={classes.spring} />
        <OrderChooser spec={spec} list={list} />
        <ColumnChooser spec={spec} columns={list.columns} />
        <PrintMenu spec={spec} list={list} groups={props.groups} />
        <ExcelMenu spec={spec} base={list.base} shown={list.columns.shown} />
        <div className={classes.wideOnly}>
          <ListHistoryButton spec={spec} />
        </div>
        <div className={classes.firm}>{props.actions}</div>
      </Group>
      <GridChips spec={spec} list={list} groups={props.groups} />
    </div>
  )
})
