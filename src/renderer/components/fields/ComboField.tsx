import { Autocomplete } from '@mantine/core'
import { type FieldProps, inputProps } from './field'

export interface ComboFieldProps extends FieldProps<string> {
  options: readonly string[]
}

/** One line with suggestions; any other text can be typed. */
export function ComboField(props: ComboFieldProps) {
  return (
    <Autocomplete
      {...inputProps(props)}
      data={[...props.options]}
      value={props.value}
      onChange={props.onChange}
      selectFirstOptionOnChange={false}
      limit={12}
      comboboxProps={{ withinPortal: true }}
    />
  )
}
