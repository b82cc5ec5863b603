import { VisuallyHidden } from '@mantine/core'
import type { CalendarItem } from '@shared/contract/calendar'
import { dateParts, formatDate, todayIso, weekday } from '@shared/domain/dates'
import { type Placed, placeInWeek } from '@shared/domain/month-weeks'
import { counted, formatNumber } from '@shared/domain/text/plural'
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { dayByKey, weekdayNames } from '../../components/month'
import classes from './Calendar.module.css'
import { isLong, keyOf, placeOfItem, stateWords } from './items'

/** Lines of a day that have room; the last gives way to «ещё N» where there are more. */
const LANES = 3

export interface MonthViewProps {
  gridRef: RefObject<HTMLDivElement | null>
  day: string
  weeks: readonly (readonly string[])[]
  items: readonly CalendarItem[]
  onDay: (day: string) => void
  /** To what the day has, and what can be begun on it. */
  onEnter: () => void
}

/** Keys move as `dayByKey` says, Enter goes to the day's own list. */
export function MonthView({ gridRef, day, weeks, items, onDay, onEnter }: MonthViewProps) {
  const isMoved = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the day it was moved to by a key
  useEffect(() => {
    if (isMoved.current) gridRef.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus()
    isMoved.current = false
  }, [day])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onEnter()
      return
    }
    const next = dayByKey(day, event.key)
    if (next === null) return
    event.preventDefault()
    isMoved.current = true
    onDay(next)
  }
  const short = items.filter((item) => !isLong(item))
  return (
    // biome-ignore lint/a11y/useSemanticElements: days with lines over them are no table
    <div ref={gridRef} className={classes.grid} role="grid" aria-label="Дни месяца" tabIndex={-1} onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y: rows of the grid above */}
      <div role="row" className={classes.weekdays}>
        {weekdayNames.map((name) => (
          // biome-ignore lint/a11y: as above
          <span key={name} role="columnheader">
            {name}
          </span>
        ))}
      </div>
      {weeks.map((week) => (
        <Week key={week[0]} week={week} day={day} items={short} onDay={onDay} onEnter={onEnter} />
      ))}
    </div>
  )
}

interface WeekProps extends Pick<MonthViewProps, 'day' | 'items' | 'onDay' | 'onEnter'> {
  week: readonly string[]
}

function Week({ week, day, items, onDay, onEnter }: WeekProps) {
  const placed = placeInWeek(items, week)
  const covers = ({ column, days }: Placed<CalendarItem>, at: number): boolean => column <= at && at < column + days
  const counts = week.map((_, at) => placed.filter((one) => covers(one, at)).length)
  /** Days where something stands on a line there is no room for: their last line says how many there are. */
  const isFull = week.map((_, at) => placed.some((one) => one.lane >= LANES && covers(one, at)))
  const isShown = (one: Placed<CalendarItem>): boolean =>
    one.lane < LANES - 1 || (one.lane === LANES - 1 && !isFull.some((full, at) => full && covers(one, at)))
  const month = dateParts(day).month
  const today = todayIso(new Date())
  return (
    // biome-ignore lint/a11y: a row of the grid
    <div role="row" className={classes.week}>
      {week.map((one, at) => {
        const hidden = placed.filter((entry) => covers(entry, at) && !isShown(entry)).length
        const count = counts[at] ?? 0
        return (
          // biome-ignore lint/a11y: a cell of the grid, whose keys are the grid's
          <div
            key={one}
            role="gridcell"
            className={classes.day}
            data-day={one}
            data-today={one === today || undefined}
            data-outside={dateParts(one).month !== month || undefined}
            data-rest={weekday(one) > 5 || undefined}
            aria-selected={one === day}
            aria-current={one === today ? 'date' : undefined}
            tabIndex={one === day ? 0 : -1}
            onClick={() => onDay(one)}
            onDoubleClick={onEnter}
          >
            <VisuallyHidden>
              {formatDate(one, 'words')}
              {count === 0 ? '' : `, ${counted(count, ['запись', 'записи', 'записей'])}`}
            </VisuallyHidden>
            <span className={classes.number} aria-hidden>
              {dateParts(one).day}
            </span>
            {hidden > 0 && (
              <span className={classes.more} aria-hidden>
                ещё {formatNumber(hidden)}
              </span>
            )}
          </div>
        )
      })}
      {/* The day's cell says how many there are and its list beside has them all for the keyboard; these are for the eye and the mouse. */}
      <div className={classes.entries} aria-hidden>
        {placed.filter(isShown).map(({ item, column, days, lane }) => (
          <a
            key={keyOf(item)}
            href={`#${placeOfItem(item)}`}
            tabIndex={-1}
            className={classes.entry}
            data-kind={item.kind}
            data-state={item.state}
            title={[item.title, item.detail, stateWords[item.state]].filter(Boolean).join('\n')}
            style={{ gridColumn: `${column + 1} / span ${days}`, gridRow: lane + 1 }}
          >
            {item.time !== null && <b>{item.time} </b>}
            {item.state === 'late' && '! '}
            {item.title}
          </a>
        ))}
      </div>
    </div>
  )
}
