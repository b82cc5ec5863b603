import classes from './Year.module.css'

/** What the shapes mean; states are told by their icon and word in each row. */
export function Legend() {
  return (
    <ul className={classes.legend} aria-label="Обозначения">
      <li>
        <span className={classes.sampleBar} data-kind="period" /> период
      </li>
      <li>
        <span className={classes.sampleDiamond} /> крайний срок
      </li>
      <li>
        <span className={classes.sampleBar} data-kind="repeated" /> повторяется
      </li>
    </ul>
  )
}
