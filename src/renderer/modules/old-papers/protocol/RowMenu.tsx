import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCornerDownRight, IconDotsVertical, IconTrash } from '@tabler/icons-react'

export interface RowMenuProps {
  /** Of the row: «Решение 2». */
  label: string
  onMove?: (by: -1 | 1) => void
  /** Other places it can go to. */
  to?: readonly { title: string; run: () => void }[]
  onRemove: () => void
}

/** What can be done with a row: moved, taken to another place, removed. */
export function RowMenu({ label, onMove, to = [], onRemove }: RowMenuProps) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={`${label}: переставить или убрать`}>
          <IconDotsVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {onMove && (
          <>
            <Menu.Item leftSection={<IconArrowUp size={15} aria-hidden />} onClick={() => onMove(-1)}>
              Выше
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowDown size={15} aria-hidden />} onClick={() => onMove(1)}>
              Ниже
            </Menu.Item>
          </>
        )}
        {to.length > 0 && <Menu.Divider />}
        {to.map((place) => (
          <Menu.Item
            key={place.title}
            leftSection={<IconCornerDownRight size={15} aria-hidden />}
            maw={380}
            onClick={place.run}
          >
            {place.title}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={onRemove}>
          Убрать
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
