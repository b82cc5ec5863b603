import { CloseButton, TextInput } from '@mantine/core'
import { formatDate, isRealDate } from '@shared/domain/dates'
import { useEffect, useState } from 'react'
import { readDay } from '../../fields/readDay'

interface OnDayProps {
  value: string | null
  onChange: (day: string | null) => void
}

/** «На дату»: the list as it was at the end of that day; empty is now. Taken by Enter or on leaving the field. */
export function OnDay({ value, onChange }: OnDayProps) {
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  useEffect(() => {
    setText(value === null ? '' : formatDate(value, 'digits'))
    setWrong(false)
  }, [value])
  const take = () => {
    const day = readDay(text)
    const isDay = day === null || isRealDate(day)
    setWrong(!isDay)
    if (!isDay) return
    setText(day === null ? '' : formatDate(day, 'digits'))
    if (day !== value) onChange(day)
  }
  return (
    <TextInput
      size="xs"
      w={132}
      aria-label="На дату"
      placeholder="На дату: сейчас"
      title={isWrong ? 'Такой даты нет. Впишите день как 15.05.2025.' : 'Остатки на конец этого дня; пусто — сейчас'}
      error={isWrong}
      value={text}
      rightSection={
        text === '' ? null : (
          <CloseButton
            size="xs"
            aria-label="Показать, как сейчас"
            onClick={() => {
              setText('')
              onChange(null)
            }}
          />
        )
      }
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
    />
  )
}
