import { Text, Title } from '@mantine/core'
import type { CalendarItem } from '@shared/contract/calendar'
import { dateParts, monthName, todayIso } from '@shared/domain/dates'
import { monthOf, monthsOfSchoolYear } from '@shared/domain/month-weeks'
import { formatNumber } from '@shared/domain/text/plural'
import classes from './Calendar.module.css'
import { keyOf, placeOfItem, stateWords } from './items'

/** Entries of a month before «ещё N». */
const SHOWN = 6

export interface YearViewProps {
  schoolYear: string
  items: readonly CalendarItem[]
  /** Opens the month of this day. */
  onMonth: (first: string) => void
}

/** What people come to stands before terms: where there is no room for all of a month, those are left for its own page. */
const held = new Set(['meeting', 'event'])

/** As many as there is room for, in the order of days. */
function foremost(items: readonly CalendarItem[]): CalendarItem[] {
  const first = [...items.filter((item) => held.has(item.kind)), ...items.filter((item) => !held.has(item.kind))]
  const chosen = new Set(first.slice(0, SHOWN))
  return items.filter((item) => chosen.has(item))
}

/** A school year by months, each with what begins in it. */
export function YearView({ schoolYear, items, onMonth }: YearViewProps) {
  const today = todayIso(new Date())
  return (
    <div className={classes.year}>
      {monthsOfSchoolYear(schoolYear).map((first) => {
        const { from, to } = monthOf(first)
        const own = items.filter((item) => item.from >= from && item.from <= to)
        const { year, month } = dateParts(first)
        const name = `${monthName(month)} ${year}`
        return (
          <section
            key={first}
            className={classes.box}
            aria-label={name}
            data-now={(from <= today && today <= to) || undefined}
          >
            <Title order={2} size="h5">
              <button type="button" className={classes.boxTitle} onClick={() => onMonth(first)}>
                {name}
              </button>
            </Title>
            {own.length === 0 && (
              <Text size="xs" c="dimmed">
                пусто
              </Text>
            )}
            <ul className={classes.boxList}>
              {foremost(own).map((item) => (
                <li key={keyOf(item)}>
                  <a
                    href={`#${placeOfItem(item)}`}
                    className={classes.boxEntry}
                    title={[item.title, item.detail].filter(Boolean).join('\n')}
                  >
                    <span className={classes.boxDay}>{dateParts(item.from).day}</span>
                    <span className={classes.boxText} data-state={item.state} data-kind={item.kind}>
                      {item.state === 'late' && <span title={stateWords.late}>! </span>}
                      {item.title}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
            {own.length > SHOWN && (
              <button type="button" className={classes.boxMore} onClick={() => onMonth(first)}>
                ещё {formatNumber(own.length - SHOWN)}
              </button>
            )}
          </section>
        )
      })}
    </div>
  )
}
