import { Checkbox } from '@mantine/core'
import type { FieldProps } from './field'

/** Yes or no. */
export function CheckField(props: FieldProps<boolean>) {
  return (
    <Checkbox
      label={props.label}
      aria-label={props.label === undefined ? props.ariaLabel : undefined}
      description={props.description}
      error={props.error}
      disabled={props.disabled || props.readOnly}
      name={props.name}
      checked={props.value}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
      onBlur={props.onBlur}
      size="sm"
    />
  )
}
