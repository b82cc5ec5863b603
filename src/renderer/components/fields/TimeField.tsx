import { formatTime, parseTime } from '@shared/domain/dates'
import { useEffect, useState } from 'react'
import type { FieldProps } from './field'
import { TextField } from './TextField'

/** A time of day as HH:MM or null. Reads «14-30», «14.30», «14 ч»; other words go on for the schema to refuse. */
export function TimeField(props: FieldProps<string | null>) {
  const [text, setText] = useState(props.value ?? '')
  const [known, setKnown] = useState(props.value)
  useEffect(() => {
    if (props.value === known) return
    setKnown(props.value)
    setText(props.value ?? '')
  }, [props.value, known])
  const change = (typed: string) => {
    const value = readTime(typed)
    setText(typed)
    setKnown(value)
    props.onChange(value)
  }
  const leave = () => {
    const time = parseTime(text)
    if (time !== null) setText(formatTime(time))
    props.onBlur?.()
  }
  return <TextField {...props} placeholder="14:30" value={text} onChange={change} onBlur={leave} />
}

function readTime(typed: string): string | null {
  const clean = typed.trim()
  if (clean === '') return null
  const digits = /^(\d{1,2})(\d{2})$/.exec(clean)
  return parseTime(digits ? `${digits[1]}:${digits[2]}` : clean) ?? clean
}
