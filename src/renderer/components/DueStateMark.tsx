import { decisionStates } from '@shared/contract/meetings'
import {
  IconAlertCircle,
  IconCircle,
  IconCircleCheck,
  IconCircleHalf2,
  IconClockExclamation,
  IconRepeat,
} from '@tabler/icons-react'
import classes from './DueStateMark.module.css'

export type DueStateName = keyof typeof decisionStates

const looks: Record<DueStateName, { icon: typeof IconCircle; tone: string }> = {
  done: { icon: IconCircleCheck, tone: 'good' },
  partial: { icon: IconCircleHalf2, tone: 'calm' },
  overdue: { icon: IconAlertCircle, tone: 'danger' },
  soon: { icon: IconClockExclamation, tone: 'warning' },
  open: { icon: IconCircle, tone: 'calm' },
  standing: { icon: IconRepeat, tone: 'calm' },
}

export interface DueStateMarkProps {
  state: DueStateName
  small?: boolean
  /** Instead of the usual word, where they say the state themselves: «Выполнено 12.03.2026». */
  words?: string | undefined
}

/** Where a decision or an item of a road map is, by icon and word. */
export function DueStateMark({ state, small, words }: DueStateMarkProps) {
  const { icon: Icon, tone } = looks[state]
  return (
    <span className={classes.state} data-tone={tone}>
      <Icon size={small ? 14 : 16} aria-hidden />
      {words ?? decisionStates[state]}
    </span>
  )
}
