import { Button, Menu } from '@mantine/core'
import type { ListSpec } from '@shared/contract/lists'
import { counted } from '@shared/domain/text/plural'
import { IconChevronDown } from '@tabler/icons-react'
import { Fragment } from 'react'
import { type MarkedRows, type RowAction, runOn } from '../model/rowActions'

export interface RowActionsMenuProps {
  spec: ListSpec
  actions: readonly RowAction[]
  /** Null before the first row has come. */
  marked: MarkedRows | null
}

/** What can be done to the marked rows; the button says how many they are. */
export function RowActionsMenu({ spec, actions, marked }: RowActionsMenuProps) {
  const count = marked?.count ?? 0
  return (
    <Menu position="bottom-end" returnFocus withinPortal withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          disabled={count === 0}
          rightSection={<IconChevronDown size={15} aria-hidden />}
          title="Выделите строки мышью или Shift со стрелками, всё сразу — Ctrl+A"
        >
          С выделенными: {count}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={`Что сделать: ${counted(count, spec.nouns)}`}>
        {actions.map((action, index) => (
          <Fragment key={action.title}>
            {action.apart && <Menu.Divider />}
            <Menu.Item
              data-autofocus={index === 0 || undefined}
              leftSection={action.icon ? <action.icon size={16} aria-hidden /> : undefined}
              onClick={() => marked && void runOn(action, marked)}
            >
              {action.title}
            </Menu.Item>
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
