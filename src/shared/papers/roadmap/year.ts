import type { Profile } from '../../contract/app'
import type { RoadmapBar, RoadmapRecord } from '../../contract/roadmaps'
import { addMonths, dateParts, formatDate, isoDate, lastDayOfMonth } from '../../domain/dates'
import { monthName } from '../../domain/text/russian-months'
import { cell, line, row } from '../block-makers'
import { framed } from '../frame'
import { type Block, type Cell, columnsOf, type Paper, type Row } from '../model'
import { paragraphs } from '../text'
import { landscape, sectionRow } from './roadmap'
import { oneLine, type PrintedPart, printedSections } from './rows'

/** The year view on paper: months across, items down; a bar is a row of filled cells, told apart in grey too. */

const PERIOD = 'A6A6A6'
const REPEATED = 'E4E4E4'

interface Month {
  from: string
  to: string
  year: number
  month: number
}

/** More months than a page bears are not printed. */
const MOST_MONTHS = 24

export function buildRoadmapYear(
  record: RoadmapRecord,
  bars: readonly RoadmapBar[],
  window: { from: string; to: string },
  profile: Profile,
): Paper {
  const page = landscape(profile)
  const months = monthsOf(window)
  const byRow = new Map<string, RoadmapBar[]>()
  for (const bar of bars) byRow.set(bar.itemUid, [...(byRow.get(bar.itemUid) ?? []), bar])
  const sections = printedSections(record)
  const rows = sections.flatMap((section): Row[] => [
    ...(section.line === '' ? [] : [sectionRow(section.line, months.length + 2)]),
    ...section.items.flatMap((item) => [
      rowOf(item, byRow.get(item.uid) ?? [], months),
      ...item.parts.map((part) => rowOf(part, byRow.get(part.uid) ?? [], months)),
    ]),
  ])
  const years = new Set(months.map(({ year }) => year)).size
  const blocks: Block[] = [
    line('title', 'ГРАФИК НА ГОД'),
    ...paragraphs(record.roadmap.title).map((text) => line('subtitle', text)),
    line('attribute', `${formatDate(window.from, 'digits')} – ${formatDate(window.to, 'digits')}`, { align: 'center' }),
    { kind: 'spacer', heightPt: 6 },
    {
      kind: 'table',
      columnsDxa: columnsOf(page, [5, months.length > 12 ? 36 : 40, ...months.map(() => 55 / months.length)]),
      headRows: [
        row([
          cell('cell-head', ['№']),
          cell('cell-head', ['Мероприятие']),
          ...months.map(({ month, year }) =>
            cell('cell-head', [`${short(month)}${years > 1 ? ` ${String(year).slice(2)}` : ''}`]),
          ),
        ]),
      ],
      rows,
      borders: 'all',
      dense: true,
    },
    { kind: 'spacer', heightPt: 6 },
    {
      kind: 'table',
      columnsDxa: columnsOf(page, [8, 42, 8, 52, 8, 82]),
      headRows: [],
      rows: [
        row([
          { ...cell('cell', ['']), shade: PERIOD },
          cell('cell', ['период']),
          { ...centred('•'), shade: REPEATED },
          cell('cell', ['повторяется, постоянно']),
          centred('10', true),
          cell('cell', ['срок — до этого числа']),
        ]),
      ],
      borders: 'none',
      keep: 'whole',
    },
  ]
  return framed(profile, {
    title: `График на год: ${oneLine(record.roadmap.title)}`,
    page: { ...page, numberedFromFirst: true },
    tablePt: 10,
    subject: 'График на год',
    keywords: 'график, дорожная карта',
    blocks,
  })
}

const short = (month: number): string => {
  const name = monthName(month)
  return name.length <= 4 ? name : name.slice(0, 3)
}

function monthsOf({ from, to }: { from: string; to: string }): Month[] {
  const months: Month[] = []
  const first = dateParts(from)
  let day = isoDate(first.year, first.month, 1)
  while (day <= to && months.length < MOST_MONTHS) {
    const { year, month } = dateParts(day)
    months.push({ from: day, to: lastDayOfMonth(day), year, month })
    day = addMonths(day, 1)
  }
  return months
}

function rowOf(part: PrintedPart, bars: readonly RoadmapBar[], months: readonly Month[]): Row {
  return row([
    cell('cell', [part.number]),
    cell('cell', paragraphs(part.title)),
    ...months.map((month) => monthCell(bars, month)),
  ])
}

function monthCell(bars: readonly RoadmapBar[], { from, to }: Month): Cell {
  const here = bars.filter((bar) => bar.from <= to && bar.to >= from)
  const days = [...new Set(here.filter((bar) => bar.kind === 'deadline').map((bar) => String(dateParts(bar.to).day)))]
  const isPeriod = here.some((bar) => bar.kind === 'period')
  const isRepeated = here.some((bar) => bar.kind === 'repeated')
  const made = centred(days.length > 0 ? days.join(', ') : isRepeated && !isPeriod ? '•' : '', days.length > 0)
  return isPeriod ? { ...made, shade: PERIOD } : isRepeated ? { ...made, shade: REPEATED } : made
}

function centred(text: string, bold = false): Cell {
  const made = cell('cell', [text])
  return {
    blocks: made.blocks.map((block) => ({
      ...block,
      align: 'center' as const,
      runs: block.runs.map((run) => (bold ? { ...run, bold } : run)),
    })),
  }
}
