import { Select } from '@mantine/core'
import { type FieldProps, inputProps } from './field'

export interface SelectFieldProps<V extends string> extends FieldProps<V> {
  /** Stored value → what people read, in this order. */
  choices: Readonly<Record<V, string>>
}

/** One of a fixed list. For «any other text too» there is ComboField. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const data = (Object.keys(props.choices) as V[]).map((value) => ({ value, label: props.choices[value] }))
  return (
    <Select
      {...inputProps(props)}
      data={data}
      value={props.value}
      onChange={(value) => {
        if (value !== null) props.onChange(value as V)
      }}
      allowDeselect={false}
      checkIconPosition="right"
      comboboxProps={{ withinPortal: true }}
    />
  )
}
