import { ActionIcon, Menu, Text, Tooltip, VisuallyHidden } from '@mantine/core'
import { counted } from '@shared/domain/text/plural'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useGo } from '../../app/navigation'
import { stepsTo, useCall } from '../../app/queries'
import { formatRecent } from '../format'
import classes from './UndoMenu.module.css'

const SHOWN = 20
const actions = ['действие', 'действия', 'действий'] as const

/** The list beside Ctrl+Z's button, as in Word: from the last action down to the one pointed at, all of them go. */
export function UndoMenu() {
  const [isOpen, setOpen] = useState(false)
  const [count, setCount] = useState(0)
  const go = useGo()
  const steps = useCall('history.steps', { limit: SHOWN }, { enabled: isOpen, keepPrevious: true })
  const undo = steps.data?.undo ?? []
  const close = () => {
    setOpen(false)
    setCount(0)
  }
  return (
    <Menu
      withInitialFocusPlaceholder={false}
      // Not before the list is there: the keyboard starts at its first line.
      opened={isOpen && steps.data !== undefined}
      onChange={(open) => (open ? setOpen(true) : close())}
      position="bottom-end"
      width={380}
    >
      <Menu.Target>
        <Tooltip label="Отменить несколько действий">
          <ActionIcon variant="subtle" color="gray" w={28} h={32} aria-label="Отменить несколько действий">
            <IconChevronDown size={14} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {count > 0 ? `Отменить ${counted(count, actions)}` : 'Отменить действия, начиная с последнего'}
        </Menu.Label>
        <div className={classes.steps}>
          {undo.map((step, index) => (
            <Menu.Item
              key={step.groupId}
              className={classes.step}
              data-chosen={index < count || undefined}
              onMouseEnter={() => setCount(index + 1)}
              onFocus={() => setCount(index + 1)}
              onClick={() => {
                close()
                void stepsTo('undo', step.groupId, index + 1)
              }}
            >
              <span className={classes.row}>
                <VisuallyHidden>Отменить {counted(index + 1, actions)}, последнее из них: </VisuallyHidden>
                <span className={classes.title}>{step.title}</span>
                <Text span size="xs" c="dimmed" className={classes.when}>
                  {formatRecent(step.at)}
                </Text>
              </span>
            </Menu.Item>
          ))}
        </div>
        {steps.data && undo.length === 0 && (
          <Text size="sm" px="sm" py={4}>
            {steps.data.blocked ?? 'Отменять нечего.'}
          </Text>
        )}
        <Menu.Divider />
        <Menu.Item onClick={() => go('/history?tab=steps')}>Все действия, возврат отменённого…</Menu.Item>
        <Menu.Item onClick={() => go('/history')}>История изменений…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
