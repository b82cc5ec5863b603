import classes from './StepList.module.css'

export interface StepListProps {
  /** «Шаги загрузки», for a screen reader. */
  label: string
  steps: readonly string[]
  /** Index of the step one is at. */
  at: number
}

/** The steps of a longer job, and the one under way. */
export function StepList({ label, steps, at }: StepListProps) {
  return (
    <ol className={classes.steps} aria-label={label}>
      {steps.map((title, index) => (
        <li
          key={title}
          aria-current={index === at ? 'step' : undefined}
          data-past={index < at || undefined}
          className={classes.step}
        >
          <span className={classes.number} aria-hidden>
            {index + 1}
          </span>
          {title}
        </li>
      ))}
    </ol>
  )
}
