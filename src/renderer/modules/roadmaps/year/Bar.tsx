import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react'
import type { DueStateName } from '../../../components/DueStateMark'
import type { PlacedBar } from '../model/year'
import classes from './Year.module.css'

const icons: Partial<Record<DueStateName, typeof IconCheck>> = {
  done: IconCheck,
  overdue: IconAlertTriangle,
  soon: IconClock,
}

/** One due: a bar over its days, a diamond on its last day, an outline over what it is repeated in. */
export function Bar({ bar, state, top }: { bar: PlacedBar; state: DueStateName; top: number }) {
  const Icon = icons[state]
  const words = bar.text
  // A month has room for a short word; the head of the column names it anyway.
  const isRoomy = words.length * 0.9 + 3 <= bar.width
  if (bar.kind === 'deadline') {
    const isLate = bar.left > 70
    return (
      <span
        className={classes.deadline}
        data-late={isLate || undefined}
        data-state={state}
        style={{ left: `${bar.left}%`, top }}
      >
        <span className={classes.diamond}>{Icon && <Icon size={11} stroke={2.5} aria-hidden />}</span>
        <span className={classes.words}>{words}</span>
      </span>
    )
  }
  return (
    <span
      className={classes.bar}
      data-kind={bar.kind}
      data-state={state}
      style={{ left: `${bar.left}%`, width: `${bar.width}%`, top }}
      title={words}
    >
      {Icon && <Icon size={13} stroke={2.2} aria-hidden />}
      <span className={isRoomy ? classes.words : classes.unseen}>{words}</span>
    </span>
  )
}
