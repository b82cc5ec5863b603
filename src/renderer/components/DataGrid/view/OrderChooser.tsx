import { ActionIcon, Button, CloseButton, Group, NativeSelect, Popover, Stack, Text } from '@mantine/core'
import type { ListSpec } from '@shared/contract/lists'
import { IconArrowsSort, IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import classes from '../DataGrid.module.css'
import type { ListState } from '../model/useListState'

/** By what the list is sorted, first, second…, and by what it is grouped. */
export function OrderChooser({ spec, list }: { spec: ListSpec; list: ListState }) {
  const { columns } = list
  const titleOf = (key: string) => spec.columns.find((column) => column.key === key)?.title ?? key
  const free = spec.columns.filter((column) => !columns.sorting.some((one) => one.id === column.key))
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal shadow="md">
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={30}
          aria-label="Сортировка и группы"
          title="Сортировка и группы"
          className={classes.firm}
        >
          <IconArrowsSort size={17} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label="Сортировка и группы">
        <Stack gap="xs" w={290}>
          <NativeSelect
            size="xs"
            label="Группировать по столбцу"
            data-autofocus
            value={list.group ?? ''}
            data={[
              { value: '', label: 'Без групп' },
              ...spec.columns.map((column) => ({ value: column.key, label: column.title })),
            ]}
            onChange={(event) => list.setGroup(event.currentTarget.value || null)}
          />
          <Text size="xs" fw={500} component="div">
            Сортировка
          </Text>
          <ol className={classes.orderList}>
            {columns.sorting.map((one) => (
              <li key={one.id}>
                <Group gap={4} wrap="nowrap" justify="space-between">
                  <span>{titleOf(one.id)}</span>
                  <Group gap={2} wrap="nowrap">
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      leftSection={
                        one.desc ? (
                          <IconSortDescending size={14} aria-hidden />
                        ) : (
                          <IconSortAscending size={14} aria-hidden />
                        )
                      }
                      aria-label={`${titleOf(one.id)}: ${one.desc ? 'по убыванию' : 'по возрастанию'}, сменить`}
                      onClick={() => columns.sortBy(one.id, !one.desc, true)}
                    >
                      {one.desc ? 'по убыванию' : 'по возрастанию'}
                    </Button>
                    <CloseButton
                      size="sm"
                      aria-label={`Не сортировать по столбцу «${titleOf(one.id)}»`}
                      onClick={() => columns.sortBy(one.id, null, true)}
                    />
                  </Group>
                </Group>
              </li>
            ))}
          </ol>
          <NativeSelect
            size="xs"
            aria-label="Добавить столбец сортировки"
            value=""
            data={[
              { value: '', label: columns.sorting.length === 0 ? 'Сортировать по…' : 'Затем по…' },
              ...free.map((column) => ({ value: column.key, label: column.title })),
            ]}
            onChange={(event) => {
              if (event.currentTarget.value) columns.sortBy(event.currentTarget.value, false, true)
            }}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
