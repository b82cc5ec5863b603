import { type CampaignSchool, campaignSchoolStates } from '@shared/contract/writeoff'
import { IconAlertTriangle, IconCircleCheck, IconClock, IconFileText, IconMinus } from '@tabler/icons-react'
import classes from './Campaigns.module.css'

type State = CampaignSchool['state']

const icons = {
  none: IconMinus,
  waiting: IconClock,
  drafted: IconFileText,
  done: IconCircleCheck,
  overdue: IconAlertTriangle,
} as const satisfies Record<State, unknown>

/** Where a school is: a word and a sign, never a colour alone. */
export function StateMark({ state, text }: { state: State; text?: string }) {
  const Icon = icons[state]
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={15} aria-hidden /> {text ?? campaignSchoolStates[state]}
    </span>
  )
}
