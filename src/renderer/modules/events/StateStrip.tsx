import { SegmentedControl, Text } from '@mantine/core'
import { type Event, eventStates } from '@shared/contract/events'
import { daysBetween, isRealDate, todayIso } from '@shared/domain/dates'
import { counted } from '@shared/domain/text/plural'
import { IconAlertTriangle } from '@tabler/icons-react'
import classes from './Events.module.css'
import type { EventPart } from './MainTab'

const data = (Object.keys(eventStates) as Event['state'][]).map((value) => ({ value, label: eventStates[value] }))

/** Where the event is: planned, held or not; a past one asks. */
export function StateStrip({ form }: EventPart) {
  const { value, set } = form
  const today = todayIso(new Date())
  const isPast = value.state === 'planned' && isRealDate(value.to) && value.to < today
  return (
    <div className={classes.state}>
      <SegmentedControl
        size="xs"
        aria-label="Состояние"
        data={data}
        value={value.state}
        onChange={(state) => set('state', state as Event['state'])}
      />
      <Text size="sm" c={isPast ? undefined : 'dimmed'} className={isPast ? classes.past : undefined} role="status">
        {isPast && <IconAlertTriangle size={16} aria-hidden />}
        {wordsOf(value, today)}
      </Text>
    </div>
  )
}

function wordsOf({ state, from, to }: Event, today: string): string {
  if (state !== 'planned' || !isRealDate(from) || !isRealDate(to)) return ''
  if (to < today) return 'Дата прошла. Отметьте, проведено ли.'
  if (from <= today) return from === to ? 'Сегодня' : 'Идёт сейчас'
  const days = daysBetween(today, from)
  return days === 1 ? 'Завтра' : `Через ${counted(days, ['день', 'дня', 'дней'])}`
}
