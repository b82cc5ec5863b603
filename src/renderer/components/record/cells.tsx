import { CheckField } from '../fields/CheckField'
import { ComboField } from '../fields/ComboField'
import { DateField } from '../fields/DateField'
import { LibrarianField } from '../fields/LibrarianField'
import { NumberField } from '../fields/NumberField'
import { SchoolField } from '../fields/SchoolField'
import { SelectField } from '../fields/SelectField'
import { TextAreaField } from '../fields/TextAreaField'
import { TextField } from '../fields/TextField'
import type { RowColumn } from './RowsEditor'

/** Ready columns of `RowsEditor`, by the type of the value. */

type KeysOf<R, V> = { [K in keyof R & string]: R[K] extends V ? K : never }[keyof R & string]
interface Look {
  /** CSS width in a table. */
  width?: string
  /** Of twelve, in a card. */
  span?: number
}

export function textColumn<R>(key: KeysOf<R, string>, title: string, look: Look = {}): RowColumn<R> {
  return { key, title, ...look, cell: (_, cell) => <TextField {...(cell(key) as never as TextCell)} /> }
}

export function longTextColumn<R>(
  key: KeysOf<R, string>,
  title: string,
  { minRows = 2, ...look }: Look & { minRows?: number } = {},
): RowColumn<R> {
  return {
    key,
    title,
    ...look,
    cell: (_, cell) => <TextAreaField {...(cell(key) as never as TextCell)} minRows={minRows} />,
  }
}

export function comboColumn<R>(
  key: KeysOf<R, string>,
  title: string,
  options: readonly string[],
  look: Look = {},
): RowColumn<R> {
  return {
    key,
    title,
    ...look,
    cell: (_, cell) => <ComboField {...(cell(key) as never as TextCell)} options={options} />,
  }
}

export function dateColumn<R>(key: KeysOf<R, string | null>, title: string, look: Look = {}): RowColumn<R> {
  return { key, title, ...look, cell: (_, cell) => <DateField {...(cell(key) as never as DateCell)} /> }
}

export function numberColumn<R>(
  key: KeysOf<R, number | null>,
  title: string,
  look: Look & { scale?: number } = {},
): RowColumn<R> {
  const { scale, ...rest } = look
  return {
    key,
    title,
    ...rest,
    cell: (_, cell) => (
      <NumberField {...(cell(key) as never as NumberCell)} {...(scale === undefined ? {} : { scale })} />
    ),
  }
}

export function choiceColumn<R, V extends string>(
  key: KeysOf<R, V>,
  title: string,
  choices: Readonly<Record<V, string>>,
  look: Look = {},
): RowColumn<R> {
  return {
    key,
    title,
    ...look,
    cell: (_, cell) => <SelectField<V> {...(cell(key) as never as ChoiceCell<V>)} choices={choices} />,
  }
}

export function checkColumn<R>(key: KeysOf<R, boolean>, title: string, look: Look = {}): RowColumn<R> {
  return { key, title, ...look, cell: (_, cell) => <CheckField {...(cell(key) as never as CheckCell)} /> }
}

export function schoolColumn<R>(key: KeysOf<R, number>, title: string, look: Look = {}): RowColumn<R> {
  return {
    key,
    title,
    ...look,
    // A new row has no school yet: 0 stands for none and is refused by the schema.
    cell: (_, cell) => {
      const { value, onChange, ...rest } = cell(key) as never as IdCell
      return <SchoolField {...rest} value={value || null} onChange={(id) => onChange(id ?? 0)} />
    },
  }
}

export function librarianColumn<R>(key: KeysOf<R, number>, title: string, look: Look = {}): RowColumn<R> {
  return {
    key,
    title,
    ...look,
    cell: (_, cell) => {
      const { value, onChange, ...rest } = cell(key) as never as IdCell
      return <LibrarianField {...rest} value={value || null} onChange={(id) => onChange(id ?? 0)} />
    },
  }
}

// `KeysOf` has proved the type of the cell; TypeScript cannot carry that through the indexed access.
type TextCell = Parameters<typeof TextField>[0]
type DateCell = Parameters<typeof DateField>[0]
type NumberCell = Parameters<typeof NumberField>[0]
type CheckCell = Parameters<typeof CheckField>[0]
type ChoiceCell<V extends string> = Omit<Parameters<typeof SelectField<V>>[0], 'choices'>
type IdCell = Omit<Parameters<typeof LibrarianField>[0], 'value' | 'onChange'> & {
  value: number
  onChange: (id: number) => void
}
