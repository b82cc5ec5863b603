import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import type { FieldKey } from '../../model/fields'
import { useEditor } from '../EditorContext'
import classes from './Remarks.module.css'

/** What was noticed about a field, beside it: never in the way of typing. */
export function RemarksAt({ field }: { field: FieldKey }) {
  const { warnings, error } = useEditor().remarksAt(field)
  if (warnings.length === 0 && error === null) return null
  return (
    <div id={remarksId(field)} className={classes.remarks}>
      {error !== null && (
        <p className={classes.error} role="alert">
          <IconAlertCircle size={15} aria-hidden />
          <span>{error}</span>
        </p>
      )}
      {warnings.map((warning) => (
        <p key={warning} className={classes.warning}>
          <IconAlertTriangle size={15} role="img" aria-label="Замечание" />
          <span>{warning}</span>
        </p>
      ))}
    </div>
  )
}

/** For `aria-describedby` of the field. */
export function remarksId(field: FieldKey): string {
  return `remarks-${field}`
}
