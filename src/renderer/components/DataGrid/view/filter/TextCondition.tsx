import { NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { FilterEditorProps } from './FilterEditor'

const manners = {
  contains: 'Содержит',
  lacks: 'Не содержит',
  starts: 'Начинается с',
  equals: 'Равно',
} as const
type Manner = keyof typeof manners

/** Typing is sent after this much silence, ms. */
const PAUSE = 200

/** «Содержит …», «начинается с …». */
export function TextCondition({ column, filter, onChange }: FilterEditorProps) {
  const isText = filter !== null && filter.op in manners && 'value' in filter
  const [manner, setManner] = useState<Manner>(isText ? (filter.op as Manner) : 'contains')
  const [text, setText] = useState(isText ? String(filter.value) : '')
  const change = useRef(onChange)
  change.current = onChange
  const sent = useRef({ manner, text })
  useEffect(() => {
    if (text === sent.current.text && manner === sent.current.manner) return
    const send = () => {
      const value = text.trim()
      // Another manner of nothing is still no condition; a chosen list of values is left alone.
      if (value === '' && sent.current.text.trim() === '') return
      sent.current = { manner, text }
      change.current(value === '' ? null : { op: manner, column: column.key, value })
    }
    const timer = setTimeout(send, PAUSE)
    return () => clearTimeout(timer)
  }, [text, manner, column.key])
  return (
    <div>
      <NativeSelect
        size="xs"
        mb={6}
        aria-label="Как сравнивать"
        value={manner}
        data={Object.entries(manners).map(([value, label]) => ({ value, label }))}
        onChange={(event) => setManner(event.currentTarget.value as Manner)}
      />
      <TextInput
        data-autofocus
        size="xs"
        aria-label={manners[manner]}
        placeholder="Текст"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autoComplete="off"
      />
    </div>
  )
}
