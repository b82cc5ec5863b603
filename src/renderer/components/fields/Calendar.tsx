import { ActionIcon, Group, Text, UnstyledButton } from '@mantine/core'
import {
  addMonths,
  dateParts,
  daysInMonth,
  formatDate,
  isoDate,
  monthName,
  todayIso,
  weekday,
} from '@shared/domain/dates'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { dayByKey, weekdayNames } from '../month'
import classes from './Calendar.module.css'

/** One month; keys move as `dayByKey` says, Enter picks. */
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
    const next = dayByKey(cursor, event.key)
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
          {monthName(month)} {year}
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
        {weekdayNames.map((name) => (
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
