import { ActionIcon, Alert, Button, Chip, Group, SegmentedControl, Title } from '@mantine/core'
import type { CalendarItem } from '@shared/contract/calendar'
import { addMonths, dateParts, monthName, todayIso } from '@shared/domain/dates'
import { monthOf, weeksOf } from '@shared/domain/month-weeks'
import { formatSchoolYear, schoolYearBounds, schoolYearOf } from '@shared/domain/school-year'
import { buildCalendarMonth } from '@shared/papers/calendar/month'
import { IconChevronLeft, IconChevronRight, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useAction } from '../../app/actions'
import { useCall } from '../../app/queries'
import { errorSentence } from '../../app/toasts'
import { printPaper } from '../../components/paper/files'
import classes from './Calendar.module.css'
import { DayPanel } from './DayPanel'
import { calendarKinds, keepHidden, readHidden } from './items'
import { MonthView } from './MonthView'
import { useCalendarPlace } from './useCalendarPlace'
import { YearView } from './YearView'

/** /calendar — everything that has a day: a month with its days, or a school year by months. */
export function CalendarScreen() {
  const [{ day, view }, setPlace] = useCalendarPlace()
  const [hidden, setHidden] = useState(readHidden)
  const panel = useRef<HTMLElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const kinds = calendarKinds()
  const shown = kinds.map(({ kind }) => kind).filter((kind) => !hidden.includes(kind))
  const weeks = weeksOf(day)
  const schoolYear = schoolYearOf(day)
  const days =
    view === 'year' ? schoolYearBounds(schoolYear) : { from: weeks[0]?.[0] ?? day, to: weeks.at(-1)?.at(-1) ?? day }
  const found = useCall('calendar.items', { ...days, kinds: shown }, { keepPrevious: true })
  const items = found.data ?? []
  const { year, month } = dateParts(day)
  const title = view === 'year' ? formatSchoolYear(schoolYear) : `${capital(monthName(month))} ${year}`
  const step = view === 'year' ? 12 : 1
  const toggle = (kind: string) => {
    const next = hidden.includes(kind) ? hidden.filter((one) => one !== kind) : [...hidden, kind]
    keepHidden(next)
    setHidden(next)
  }
  return (
    <div className={classes.screen}>
      <Group className={classes.bar} gap="xs">
        <Title order={1} size="h2" className={classes.title} aria-live="polite">
          Календарь: {title}
        </Title>
        <Group gap={2} wrap="nowrap">
          <ActionIcon
            variant="default"
            size={30}
            aria-label={view === 'year' ? 'Предыдущий учебный год' : 'Предыдущий месяц (Page Up)'}
            onClick={() => setPlace({ day: addMonths(day, -step) })}
          >
            <IconChevronLeft size={17} aria-hidden />
          </ActionIcon>
          <Button size="xs" variant="default" onClick={() => setPlace({ day: todayIso(new Date()) })}>
            Сегодня
          </Button>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={view === 'year' ? 'Следующий учебный год' : 'Следующий месяц (Page Down)'}
            onClick={() => setPlace({ day: addMonths(day, step) })}
          >
            <IconChevronRight size={17} aria-hidden />
          </ActionIcon>
        </Group>
        <SegmentedControl
          size="xs"
          aria-label="Вид календаря"
          value={view}
          data={[
            { value: 'month', label: 'Месяц' },
            { value: 'year', label: 'Учебный год' },
          ]}
          onChange={(next) => setPlace({ view: next === 'year' ? 'year' : 'month' })}
        />
        {view === 'month' && <PrintMonth day={day} items={items} />}
      </Group>
      <Group className={classes.kinds} gap={6} role="group" aria-label="Что показывать">
        {kinds.map(({ kind, title: name, icon: Icon }) => (
          <Chip key={kind} size="xs" variant="outline" checked={!hidden.includes(kind)} onChange={() => toggle(kind)}>
            <span className={classes.kind} data-kind={kind}>
              <Icon size={14} aria-hidden /> {name}
            </span>
          </Chip>
        ))}
      </Group>
      {found.error && (
        <Alert color="red" m="md" title="Календарь не открылся">
          {errorSentence(found.error)}
        </Alert>
      )}
      {view === 'year' ? (
        <YearView schoolYear={schoolYear} items={items} onMonth={(first) => setPlace({ day: first, view: 'month' })} />
      ) : (
        <div className={classes.month}>
          <MonthView
            gridRef={grid}
            day={day}
            weeks={weeks}
            items={items}
            onDay={(next) => setPlace({ day: next })}
            onEnter={() => panel.current?.querySelector<HTMLElement>('a, button')?.focus()}
          />
          <DayPanel
            panelRef={panel}
            day={day}
            items={items}
            onLeave={() => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()}
          />
        </div>
      )}
    </div>
  )
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

function PrintMonth({ day, items }: { day: string; items: readonly CalendarItem[] }) {
  const profile = useCall('profile.get', {})
  const print = (to: 'printer' | 'pdf') => {
    const { from, to: last } = monthOf(day)
    const own = items.filter((item) => item.from <= last && item.to >= from)
    const titles = new Map(calendarKinds().map(({ kind, title }) => [kind, title]))
    if (profile.data) {
      void printPaper(
        buildCalendarMonth(day, own, profile.data, (kind) => titles.get(kind) ?? ''),
        to,
      )
    }
  }
  useAction('print', () => print('printer'))
  return (
    <Group gap={2} wrap="nowrap" ml="auto">
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => print('printer')}
      >
        Печать
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
        onClick={() => print('pdf')}
      >
        PDF
      </Button>
    </Group>
  )
}
