import { ActionIcon, Button, Checkbox, Popover, Stack } from '@mantine/core'
import type { ListSpec } from '@shared/contract/lists'
import { IconColumns3 } from '@tabler/icons-react'
import classes from '../DataGrid.module.css'
import type { GridColumns } from '../model/useColumns'

/** Which columns are shown. */
export function ColumnChooser({ spec, columns }: { spec: ListSpec; columns: GridColumns }) {
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal shadow="md">
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={30}
          aria-label="Столбцы"
          title="Какие столбцы показывать"
          className={classes.firm}
        >
          <IconColumns3 size={17} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label="Какие столбцы показывать">
        <Stack gap={8} className={classes.columnList}>
          {spec.columns.map((column, index) => {
            const own = columns.table.getColumn(column.key)
            const isShown = own?.getIsVisible() ?? false
            return (
              <Checkbox
                key={column.key}
                size="xs"
                label={column.title}
                checked={isShown}
                disabled={isShown && columns.shown.length === 1}
                data-autofocus={index === 0 || undefined}
                onChange={() => own?.toggleVisibility()}
              />
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
