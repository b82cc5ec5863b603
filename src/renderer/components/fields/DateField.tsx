import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { formatDate, isRealDate, todayIso } from '@shared/domain/dates'
import { IconCalendar } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { Calendar } from './Calendar'
import { type FieldProps, inputProps } from './field'
import { readDay } from './readDay'

export interface DateFieldProps extends FieldProps<string | null> {
  /** A day that must be given hands on «» instead of null when emptied, for the schema to refuse. */
  mandatory?: boolean
}

function show(value: string | null): string {
  if (value === null) return ''
  return isRealDate(value) ? formatDate(value, 'digits') : value
}

/**
 * A day: ISO text or null when empty. Reads «8.9.23», «8 сентября 2023», «080923»; text that is no date goes on as it was
 * typed, so that the schema says so and the draft keeps it. ↓ or the button opens the calendar; «сегодня» is read too.
 */
export function DateField(props: DateFieldProps) {
  const [text, setText] = useState(() => show(props.value))
  const [known, setKnown] = useState(props.value)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    if (props.value === known) return
    setKnown(props.value)
    setText(show(props.value))
  }, [props.value, known])

  const give = (value: string | null) => {
    setKnown(value)
    props.onChange(value)
  }
  const change = (next: string) => {
    setText(next)
    give(readDay(next) ?? (props.mandatory ? '' : null))
  }
  const leave = () => {
    const day = readDay(text)
    if (day !== null && isRealDate(day)) setText(formatDate(day, 'digits'))
    props.onBlur?.()
  }
  const pick = (day: string) => {
    give(day)
    setText(formatDate(day, 'digits'))
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && !open) {
      event.preventDefault()
      setOpen(true)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
    }
  }
  const shown = props.value !== null && isRealDate(props.value) ? props.value : todayIso(new Date())
  const closed = props.disabled === true || props.readOnly === true
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      trapFocus
      returnFocus
      withinPortal
      shadow="md"
      // The target is a text box, which may not carry the roles of a button that opens a dialog.
      withRoles={false}
    >
      <Popover.Target>
        <TextInput
          {...inputProps(props)}
          placeholder={props.placeholder ?? (props.bare ? undefined : 'дд.мм.гггг')}
          autoComplete="off"
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={leave}
          onKeyDown={onKeyDown}
          rightSection={
            closed || props.tight ? null : (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                tabIndex={-1}
                aria-label={`Выбрать в календаре: ${props.label ?? props.ariaLabel ?? 'дата'}`}
                onClick={() => setOpen((now) => !now)}
              >
                <IconCalendar size={16} aria-hidden />
              </ActionIcon>
            )
          }
        />
      </Popover.Target>
      <Popover.Dropdown p="xs" role="dialog" aria-label="Календарь">
        <Calendar key={shown} day={shown} onPick={pick} />
      </Popover.Dropdown>
    </Popover>
  )
}
