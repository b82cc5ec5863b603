import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconChevronDown, IconDeviceFloppy } from '@tabler/icons-react'
import { useState } from 'react'
import { TemplateItems } from './TemplateItems'

export interface WordButtonProps {
  disabled?: boolean
  size?: 'sm' | 'compact-md'
  /** @param templateId her letterhead or cover; null: the paper as it is */
  onSave: (templateId: number | null) => void
}

/** «Сохранить в Word», and beside it on which letterhead of hers. */
export function WordButton({ disabled = false, size = 'sm', onSave }: WordButtonProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Group gap={1} wrap="nowrap">
      <Button
        size={size}
        style={{ flex: 1 }}
        leftSection={<IconDeviceFloppy size={18} aria-hidden />}
        disabled={disabled}
        onClick={() => onSave(null)}
      >
        Сохранить в Word
      </Button>
      <Menu position="bottom-end" withinPortal opened={opened} onChange={setOpened}>
        <Menu.Target>
          <ActionIcon
            size={size === 'sm' ? 36 : 30}
            variant="filled"
            aria-label="Сохранить на бланке"
            disabled={disabled}
          >
            <IconChevronDown size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <TemplateItems opened={opened} onSave={onSave} />
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}
