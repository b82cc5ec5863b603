import type { Profile } from '../../contract/app'
import type { CalendarItem } from '../../contract/calendar'
import { dateParts, daysBetween, formatDate, type IsoDate } from '../../domain/dates'
import { monthOf, weeksOf } from '../../domain/month-weeks'
import { monthName } from '../../domain/text/russian-months'
import { cell, line, row } from '../block-makers'
import { framed } from '../frame'
import { type Block, type Cell, columnsOf, type Paper, type Paragraph } from '../model'
import { landscape } from '../roadmap/roadmap'
import { printable } from '../text'

const WEEKDAYS = ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота', 'Воскресенье']
/** Days outside of the month, light enough to be written on. */
const OUTSIDE = 'F0F0F0'
/** From so many days on an entry stands under the table, not in each of its days. */
const LONG_DAYS = 7

/**
 * A month on one sheet: weeks down, days across, and below what goes on for a week or more.
 * @param kindTitle «Заседания»
 */
export function buildCalendarMonth(
  day: IsoDate,
  items: readonly CalendarItem[],
  profile: Profile,
  kindTitle: (kind: string) => string,
): Paper {
  const page = landscape(profile)
  const { month, year } = dateParts(day)
  const { from, to } = monthOf(day)
  const here = items.filter((item) => item.from <= to && item.to >= from)
  const isLong = (item: CalendarItem): boolean => daysBetween(item.from, item.to) >= LONG_DAYS
  const short = here.filter((item) => !isLong(item))
  const name = `${monthName(month)} ${year} года`
  const cellOf = (one: IsoDate): Cell => {
    if (one < from || one > to) return { ...cell('cell', ['']), shade: OUTSIDE }
    const own = short.filter((item) => item.from <= one && item.to >= one)
    return { blocks: [dayNumber(one), ...own.map(entry)] }
  }
  const blocks: Block[] = [
    line('title', `Календарь: ${name}`),
    ...(profile.municipality === '' ? [] : [line('subtitle', profile.municipality)]),
    {
      kind: 'table',
      columnsDxa: columnsOf(
        page,
        WEEKDAYS.map(() => 1),
      ),
      headRows: [row(WEEKDAYS.map((weekday) => cell('cell-head', [weekday])))],
      rows: weeksOf(day).map((week) => ({ ...row(week.map(cellOf)), heightMm: 22 })),
      borders: 'all',
      dense: true,
    },
    ...longLines(here.filter(isLong), kindTitle),
  ]
  return framed(profile, {
    title: `Календарь: ${name}`,
    page,
    tablePt: 9,
    subject: 'Календарь на месяц',
    keywords: 'календарь, сроки, заседания, мероприятия',
    blocks,
  })
}

const dayNumber = (one: IsoDate): Paragraph => ({
  kind: 'paragraph',
  style: 'cell',
  runs: [{ text: String(dateParts(one).day), bold: true }],
})

function entry(item: CalendarItem): Paragraph {
  const time = item.time === null ? '' : `${item.time} `
  return {
    kind: 'paragraph',
    style: 'cell',
    runs: [{ text: printable(`${time}${item.title}`), bold: item.kind === 'meeting' }],
  }
}

function longLines(items: readonly CalendarItem[], kindTitle: (kind: string) => string): Block[] {
  if (items.length === 0) return []
  return [
    { kind: 'spacer', heightPt: 6 },
    line('label', 'Идёт больше недели:'),
    ...items.map((item) =>
      line(
        'attribute',
        `${formatDate(item.from, 'digits')} – ${formatDate(item.to, 'digits')}: ${item.title} (${kindTitle(item.kind).toLowerCase()})`,
      ),
    ),
  ]
}
