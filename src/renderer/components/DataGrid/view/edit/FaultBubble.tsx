import { Popover } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './edit.module.css'

/** Why a cell is not taken, beside it; null: nothing is wrong. The cell itself is described by the sentence, so it is hidden from readers here. */
export function FaultBubble({ sentence, children }: { sentence: string | null; children: ReactNode }) {
  return (
    <Popover
      opened={sentence !== null}
      position="bottom-start"
      withinPortal
      withRoles={false}
      offset={3}
      shadow="md"
      zIndex={190}
    >
      <Popover.Target>
        <span className={classes.faultTarget}>{children}</span>
      </Popover.Target>
      <Popover.Dropdown className={classes.fault} aria-hidden>
        <IconAlertCircle size={16} className={classes.faultIcon} />
        <span>{sentence}</span>
      </Popover.Dropdown>
    </Popover>
  )
}
