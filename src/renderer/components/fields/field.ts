/**
 * What every field takes: works stand-alone and bound to a record's form. A value that cannot be read (a date
 * that does not exist, «пять» for a number) is passed on as the typed text: the schema refuses it with its sentence, and
 * the draft keeps it.
 */
export interface FieldProps<T> {
  label?: string
  /** For fields in tables, where the column head is the label. */
  ariaLabel?: string
  value: T
  // A method, so that a field that may hand on null fits where the contract demands a value: the schema refuses null.
  onChange(value: T): void
  onBlur?: () => void
  error?: string | undefined
  description?: string
  placeholder?: string
  required?: boolean
  disabled?: boolean
  readOnly?: boolean
  autoFocus?: boolean
  name?: string
  /** Bare look for cells of a sub-table. */
  bare?: boolean
  /** No buttons inside the field. */
  tight?: boolean
}

/** The common part handed on to a Mantine input. */
export function inputProps(props: Omit<FieldProps<unknown>, 'value' | 'onChange'>) {
  return {
    label: props.label,
    'aria-label': props.label === undefined ? props.ariaLabel : undefined,
    onBlur: props.onBlur,
    error: props.error,
    description: props.description,
    placeholder: props.placeholder,
    withAsterisk: props.required,
    // The word is in the schema's message; the browser's own bubble would be in another language.
    'aria-required': props.required,
    disabled: props.disabled,
    readOnly: props.readOnly,
    autoFocus: props.autoFocus,
    'data-autofocus': props.autoFocus || undefined,
    name: props.name,
    size: props.bare ? ('xs' as const) : ('sm' as const),
  }
}
