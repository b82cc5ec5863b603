import { Button, Group, Text, Title } from '@mantine/core'
import type { CalendarItem } from '@shared/contract/calendar'
import { formatDate } from '@shared/domain/dates'
import { monthOf } from '@shared/domain/month-weeks'
import { IconAlertCircle, IconCircleCheck, IconPlus } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { formatDay } from '../../components/format'
import classes from './Calendar.module.css'
import { calendarKinds, isLong, keyOf, placeOfItem, stateWords } from './items'

export interface DayPanelProps {
  panelRef: RefObject<HTMLElement | null>
  day: string
  items: readonly CalendarItem[]
  /** Back to the month's days. */
  onLeave: () => void
}

/** Everything of one day, what can be begun on it, and what goes on around it for a month or more. */
export function DayPanel({ panelRef, day, items, onLeave }: DayPanelProps) {
  const own = items.filter((item) => !isLong(item) && item.from <= day && item.to >= day)
  const { from, to } = monthOf(day)
  const long = items.filter((item) => isLong(item) && item.from <= to && item.to >= from)
  const words = formatDate(day, 'words')
  return (
    <aside
      ref={panelRef}
      className={classes.panel}
      aria-label={words}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onLeave()
      }}
    >
      <Title order={2} size="h4">
        {words}
      </Title>
      {own.length === 0 ? (
        <Text size="sm" c="dimmed" my={6}>
          Ничего не назначено.
        </Text>
      ) : (
        <Entries items={own} />
      )}
      <Group gap={6} mt="xs" wrap="nowrap">
        <Begin title="Заседание" path={`/meetings/new?date=${day}`} />
        <Begin title="Мероприятие" path={`/events?open=new&on=${day}`} />
      </Group>
      {long.length > 0 && (
        <>
          <Title order={3} size="h5" mt="md">
            Весь месяц и дольше
          </Title>
          <Entries items={long} />
        </>
      )}
    </aside>
  )
}

function Begin({ title, path }: { title: string; path: string }) {
  return (
    <Button
      size="xs"
      px={8}
      variant="default"
      component="a"
      href={`#${path}`}
      leftSection={<IconPlus size={15} aria-hidden />}
    >
      {title}
    </Button>
  )
}

function Entries({ items }: { items: readonly CalendarItem[] }) {
  const kinds = new Map(calendarKinds().map((kind) => [kind.kind, kind]))
  return (
    <ul className={classes.list}>
      {items.map((item) => {
        const kind = kinds.get(item.kind)
        return (
          <li key={keyOf(item)}>
            <a href={`#${placeOfItem(item)}`} className={classes.line} data-kind={item.kind}>
              {kind && (
                <span role="img" aria-label={kind.title} title={kind.title} className={classes.icon}>
                  <kind.icon size={16} />
                </span>
              )}
              <span>
                <span data-state={item.state} className={classes.lineTitle}>
                  {item.time !== null && <b>{item.time} </b>}
                  {item.title}
                </span>
                <span className={classes.detail}>
                  {item.from === item.to ? '' : `${formatDay(item.from)} – ${formatDay(item.to)}. `}
                  {item.detail}
                </span>
                {item.state !== 'ahead' && (
                  <span className={classes.state} data-state={item.state}>
                    {item.state === 'late' ? (
                      <IconAlertCircle size={14} aria-hidden />
                    ) : (
                      <IconCircleCheck size={14} aria-hidden />
                    )}
                    {stateWords[item.state]}
                  </span>
                )}
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
