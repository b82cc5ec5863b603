import classes from './Cards.module.css'

export interface Figure {
  title: string
  value: string
  /** Where its rows are. */
  href?: string
}

/** What is counted of a record, in one line over its fields. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className={classes.figures}>
      {figures.map((one) => (
        <div key={one.title}>
          <dt>{one.title}</dt>
          <dd>{one.href ? <a href={one.href}>{one.value}</a> : one.value}</dd>
        </div>
      ))}
    </dl>
  )
}
