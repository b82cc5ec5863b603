import { ActionIcon, Button, Checkbox, Group, Popover, Stack } from '@mantine/core'
import type { ListSpec } from '@shared/contract/lists'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import classes from '../DataGrid.module.css'
import type { GridColumns } from '../model/useColumns'

/** Which columns are shown and in what order. */
export function ColumnChooser({ spec, columns }: { spec: ListSpec; columns: GridColumns }) {
  const shown = new Set(columns.shown.map((column) => column.key))
  const ordered = columns.order.flatMap((key) => spec.columns.find((column) => column.key === key) ?? [])
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal shadow="md">
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={30}
          aria-label="Столбцы"
          title="Какие столбцы показывать и в каком порядке"
          className={classes.firm}
        >
          <IconColumns3 size={17} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label="Какие столбцы показывать">
        <Stack gap={2} className={classes.columnList}>
          {ordered.map((column, index) => {
            const isShown = shown.has(column.key)
            const move = (by: -1 | 1) => {
              const neighbour = by === -1 ? ordered[index - 1] : ordered[index + 2]
              columns.moveBefore(column.key, neighbour?.key ?? null)
            }
            return (
              <Group key={column.key} gap={2} wrap="nowrap" justify="space-between" className={classes.columnChoice}>
                <Checkbox
                  size="xs"
                  label={column.title}
                  checked={isShown}
                  disabled={isShown && shown.size === 1}
                  data-autofocus={index === 0 || undefined}
                  onChange={() => columns.setShown(column.key, !isShown)}
                />
                <Group gap={0} wrap="nowrap">
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={28}
                    aria-label={`Левее: ${column.title}`}
                    disabled={index === 0}
                    onClick={() => move(-1)}
                  >
                    <IconArrowUp size={14} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={28}
                    aria-label={`Правее: ${column.title}`}
                    disabled={index === ordered.length - 1}
                    onClick={() => move(1)}
                  >
                    <IconArrowDown size={14} aria-hidden />
                  </ActionIcon>
                </Group>
              </Group>
            )
          })}
        </Stack>
        <Button size="compact-sm" variant="subtle" mt="xs" onClick={columns.reset}>
          Вернуть как было
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
