import { TextInput } from '@mantine/core'
import { type FieldProps, inputProps } from './field'

export interface TextFieldProps extends FieldProps<string> {
  type?: 'text' | 'email' | 'tel' | 'url'
  maxLength?: number
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return (
    <TextInput
      {...inputProps(props)}
      // «email» and «url» types bring the browser's own validation: the schema does it, in Russian.
      type={props.type === 'tel' ? 'tel' : 'text'}
      maxLength={props.maxLength}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      autoComplete="off"
      spellCheck={props.type === undefined || props.type === 'text'}
    />
  )
}
