import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type FieldProps, inputProps } from './field'

export interface NumberFieldProps extends FieldProps<number | null> {
  /** Stored units in one shown unit: 100 shows a ставка of 50 as «0,5». */
  scale?: number
  /** Right of the figure: «лет», «м²». */
  unit?: string
}

/** What was typed as a number: spaces of any kind between thousands, comma or point. NaN when it is not one. */
export function readNumber(text: string): number {
  const clean = text.replace(/[\s\u00A0\u202F]/gu, '').replace(',', '.')
  return /^[-+]?\d+(\.\d+)?$/.test(clean) ? Number(clean) : Number.NaN
}

function show(value: unknown, scale: number): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'number') return String(value)
  // Rounding hides binary fractions: 0.07 × 100.
  return String(Math.round((value / scale) * 1e6) / 1e6).replace('.', ',')
}

/** A number; null when empty. Unreadable text goes on as it is for the schema to refuse. */
export function NumberField(props: NumberFieldProps) {
  const scale = props.scale ?? 1
  const [text, setText] = useState(() => show(props.value, scale))
  const [typed, setTyped] = useState<number | null>(props.value)

  // The value came from elsewhere (undo, another record): its text replaces what stood here.
  useEffect(() => {
    if (props.value === typed) return
    setTyped(props.value)
    setText(show(props.value, scale))
  }, [props.value, typed, scale])

  const change = (next: string) => {
    setText(next)
    const value = readTyped(next, scale)
    setTyped(value)
    props.onChange(value)
  }
  return (
    <TextInput
      {...inputProps(props)}
      inputMode="decimal"
      autoComplete="off"
      styles={{ input: { textAlign: props.bare ? 'right' : 'left', fontVariantNumeric: 'tabular-nums' } }}
      rightSection={props.unit ? <span className="fieldUnit">{props.unit}</span> : undefined}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      onFocus={(event) => props.bare && event.currentTarget.select()}
    />
  )
}

function readTyped(text: string, scale: number): number | null {
  if (text.trim() === '') return null
  const number = readNumber(text)
  // Unreadable text travels in the number's place on purpose (see field.ts); the schema answers with its sentence.
  if (Number.isNaN(number)) return text as unknown as number
  return scale === 1 ? number : Math.round(number * scale)
}
