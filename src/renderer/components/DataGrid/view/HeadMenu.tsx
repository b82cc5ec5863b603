import { ActionIcon, Menu } from '@mantine/core'
import type { ColumnSpec } from '@shared/contract/lists'
import {
  IconArrowAutofitWidth,
  IconArrowLeft,
  IconArrowRight,
  IconChevronDown,
  IconEyeOff,
  IconFilter,
  IconLayoutRows,
  IconPin,
  IconPinnedOff,
  IconSortAscending,
  IconSortDescending,
  IconX,
} from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import classes from '../DataGrid.module.css'
import type { GridColumns } from '../model/useColumns'
import type { Groups } from '../model/useGroups'

interface HeadMenuProps {
  column: ColumnSpec
  position: number
  columns: GridColumns
  groups: Groups
  opened: boolean
  onOpened: (opened: boolean) => void
  onFilter: () => void
  onFit: () => void
}

/** Everything that can be done to a column: Alt+↓ on its head, the right button, or the arrow. */
export function HeadMenu(props: HeadMenuProps) {
  const { column, columns, groups, position } = props
  const sorted = columns.sorting.some((one) => one.id === column.key)
  const isOrdered = columns.sorting.length > 0
  const words = column.type === 'text' || column.type === 'choice'
  const isPinnedTo = columns.pinned === position + 1
  const isGroupedBy = groups.by?.key === column.key
  const target = useRef<HTMLButtonElement>(null)
  const hide = () => {
    // The menu goes with its column and cannot give the keyboard back.
    target.current?.closest<HTMLElement>('[role=grid], [role=treegrid]')?.focus({ preventScroll: true })
    columns.setShown(column.key, false)
  }
  return (
    <Menu
      opened={props.opened}
      onChange={props.onOpened}
      position="bottom-end"
      returnFocus
      withInitialFocusPlaceholder={false}
      withinPortal
      shadow="md"
      width={290}
    >
      <Menu.Target>
        <ActionIcon
          ref={target}
          className={classes.filterButton}
          size={22}
          variant="subtle"
          color="gray"
          tabIndex={-1}
          aria-label={`Столбец «${column.title}»: порядок, группы, вид`}
        >
          <IconChevronDown size={14} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={`Столбец «${column.title}»`}>
        <Item
          icon={<IconSortAscending size={16} aria-hidden />}
          onClick={() => columns.sortBy(column.key, false, false)}
          first
        >
          {words ? 'От А до Я' : 'По возрастанию'}
        </Item>
        <Item
          icon={<IconSortDescending size={16} aria-hidden />}
          onClick={() => columns.sortBy(column.key, true, false)}
        >
          {words ? 'От Я до А' : 'По убыванию'}
        </Item>
        {isOrdered && !sorted && (
          <Item
            icon={<IconSortAscending size={16} aria-hidden />}
            onClick={() => columns.sortBy(column.key, false, true)}
            keys="Shift+Enter"
          >
            Затем ещё и по этому
          </Item>
        )}
        {sorted && (
          <Item icon={<IconX size={16} aria-hidden />} onClick={() => columns.sortBy(column.key, null, true)}>
            Убрать сортировку
          </Item>
        )}
        <Menu.Divider />
        <Item icon={<IconFilter size={16} aria-hidden />} onClick={props.onFilter}>
          Условие…
        </Item>
        <Item
          icon={<IconLayoutRows size={16} aria-hidden />}
          onClick={() => groups.setBy(isGroupedBy ? null : column.key)}
        >
          {isGroupedBy ? 'Убрать группы' : 'Группировать по столбцу'}
        </Item>
        <Menu.Divider />
        <Item
          icon={isPinnedTo ? <IconPinnedOff size={16} aria-hidden /> : <IconPin size={16} aria-hidden />}
          onClick={() => columns.pin(isPinnedTo ? 0 : position + 1)}
          disabled={!isPinnedTo && position === columns.shown.length - 1}
        >
          {isPinnedTo ? 'Открепить' : 'Закрепить до этого столбца'}
        </Item>
        <Item
          icon={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => columns.move(column.key, -1)}
          disabled={position === 0}
          keys="Ctrl+Shift+←"
        >
          Левее
        </Item>
        <Item
          icon={<IconArrowRight size={16} aria-hidden />}
          onClick={() => columns.move(column.key, 1)}
          disabled={position === columns.shown.length - 1}
          keys="Ctrl+Shift+→"
        >
          Правее
        </Item>
        <Item icon={<IconArrowAutofitWidth size={16} aria-hidden />} onClick={props.onFit}>
          Ширина по содержимому
        </Item>
        <Item icon={<IconEyeOff size={16} aria-hidden />} onClick={hide} disabled={columns.shown.length === 1}>
          Скрыть столбец
        </Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Item(props: {
  icon: ReactNode
  onClick: () => void
  children: ReactNode
  disabled?: boolean
  keys?: string
  first?: boolean
}) {
  return (
    <Menu.Item
      leftSection={props.icon}
      onClick={props.onClick}
      disabled={props.disabled ?? false}
      data-autofocus={props.first || undefined}
      rightSection={props.keys === undefined ? undefined : <span className={classes.menuKeys}>{props.keys}</span>}
    >
      {props.children}
    </Menu.Item>
  )
}
