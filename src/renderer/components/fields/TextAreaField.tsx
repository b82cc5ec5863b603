import { Textarea } from '@mantine/core'
import { type FieldProps, inputProps } from './field'

export interface TextAreaFieldProps extends FieldProps<string> {
  minRows?: number
  maxRows?: number
}

/** Plain paragraphs; grows with its text. */
export function TextAreaField(props: TextAreaFieldProps) {
  return (
    <Textarea
      {...inputProps(props)}
      autosize
      minRows={props.minRows ?? 2}
      maxRows={props.maxRows ?? 16}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      spellCheck
    />
  )
}
