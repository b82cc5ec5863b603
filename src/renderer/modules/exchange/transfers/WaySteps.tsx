import type { TransferRecord } from '@shared/contract/transfers'
import { IconCheck } from '@tabler/icons-react'
import { formatDay } from '../../../components/format'
import { wayOf } from '../model/steps'
import classes from './Transfers.module.css'

/** How far a transfer has come: drafted → agreed → handed → received (→ returned), with the days. */
export function WaySteps({ record }: { record: TransferRecord }) {
  return (
    <ol className={classes.way} aria-label="Ход передачи">
      {wayOf(record).map((step) => (
        <li
          key={step.state}
          data-done={step.isDone || undefined}
          data-now={step.isNow || undefined}
          aria-current={step.isNow ? 'step' : undefined}
        >
          <span className={classes.wayTitle}>
            {step.isDone && <IconCheck size={14} aria-hidden />}
            {step.title}
          </span>
          <span className={classes.wayDay}>{step.isDone ? formatDay(step.on) : 'впереди'}</span>
        </li>
      ))}
    </ol>
  )
}
