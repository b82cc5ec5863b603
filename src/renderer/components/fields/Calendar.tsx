import { ActionIcon, Group, Text, UnstyledButton } from '@mantine/core'
import {
  addDays,
  addMonths,
  dateParts,
  daysInMonth,
  formatDate,
  isoDate,
  todayIso,
  weekday,
} from '@shared/domain/dates'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import classes from './Calendar.module.css'

const weekdays = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'] as const
const months = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
] as const

/** One month; arrows move by day and week, PageUp and PageDown by month, Enter picks. */
export function Calendar({ day, onPick }: { day: string; onPick: (day: string) => void }) {
  const [cursor, setCursor] = useState(day)
  const grid = useRef<HTMLDivElement>(null)
  const { year, month } = dateParts(cursor)
  const today = todayIso(new Date())
  const lead = weekday(isoDate(year, month, 1)) - 1
  const days = Array.from({ length: daysInMonth(year, month) }, (_, index) => isoDate(year, month, index + 1))

  useEffect(() => {
    grid.current?.querySelector<HTMLElement>(`[data-day="${cursor}"]`)?.focus()
  }, [cursor])

  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(cursor, event.key)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    setCursor(next)
  }
  return (
    <div>
      <Group justify="space-between" mb={4} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Предыдущий месяц"
          onClick={() => setCursor(addMonths(cursor, -1))}
        >
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <Text size="sm" fw={600} aria-live="polite">
          {months[month - 1]} {year}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Следующий месяц"
          onClick={() => setCursor(addMonths(cursor, 1))}
        >
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
      </Group>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the day buttons inside */}
      <div ref={grid} className={classes.grid} onKeyDown={onKeyDown}>
        {weekdays.map((name) => (
          <span key={name} className={classes.weekday} aria-hidden>
            {name}
          </span>
        ))}
        {days.map((iso, index) => (
          <UnstyledButton
            key={iso}
            className={classes.day}
            data-day={iso}
            data-chosen={iso === day || undefined}
            data-today={iso === today || undefined}
            style={index === 0 ? { gridColumnStart: lead + 1 } : undefined}
            tabIndex={iso === cursor ? 0 : -1}
            aria-label={formatDate(iso, 'words')}
            aria-current={iso === today ? 'date' : undefined}
            onClick={() => onPick(iso)}
          >
            {index + 1}
          </UnstyledButton>
        ))}
      </div>
    </div>
  )
}

function moved(day: string, key: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'PageUp':
      return addMonths(day, -1)
    case 'PageDown':
      return addMonths(day, 1)
    default:
      return null
  }
}
