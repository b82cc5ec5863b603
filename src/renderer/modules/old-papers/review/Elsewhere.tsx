import type { Understood } from '@shared/contract/old-papers'
import { isShown } from '../model/shown'
import { Field } from './Field'
import classes from './Review.module.css'

/** What concerns the whole paper: warnings of no field, and doubts about what has no field of its own. */
export function Elsewhere({ understood }: { understood: Understood }) {
  const doubts = understood.marks.filter((mark) => !mark.sure && !isShown(understood, mark.path))
  return (
    <div className={classes.whole}>
      <Field path="head" label="Документ">
        {null}
      </Field>
      {doubts.map((mark) => (
        <Field key={mark.path} path={mark.path} label="Документ">
          {null}
        </Field>
      ))}
    </div>
  )
}
