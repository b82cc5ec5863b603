import { decisionStates } from '@shared/contract/meetings'
import {
  IconAlertCircle,
  IconCircle,
  IconCircleCheck,
  IconCircleHalf2,
  IconClockExclamation,
  IconRepeat,
} from '@tabler/icons-react'
import classes from './Panels.module.css'

type State = keyof typeof decisionStates

const looks: Record<State, { icon: typeof IconCircle; tone: string }> = {
  done: { icon: IconCircleCheck, tone: 'good' },
  partial: { icon: IconCircleHalf2, tone: 'calm' },
  overdue: { icon: IconAlertCircle, tone: 'danger' },
  soon: { icon: IconClockExclamation, tone: 'warning' },
  open: { icon: IconCircle, tone: 'calm' },
  standing: { icon: IconRepeat, tone: 'calm' },
}

/** The state of a decision, by icon and word. */
export function DecisionState({ state }: { state: State }) {
  const { icon: Icon, tone } = looks[state]
  return (
    <span className={classes.state} data-tone={tone}>
      <Icon size={16} aria-hidden />
      {decisionStates[state]}
    </span>
  )
}
