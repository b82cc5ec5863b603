import { decisionList } from '@shared/contract/meetings'
import type { Figure, ReportPart, ReportTableRow, Said } from '@shared/contract/report-content'
import { formatDate } from '@shared/domain/dates'
import { type DecisionOutcome, decisionOutcomes } from '@shared/domain/execution'
import { shares } from '@shared/domain/staffing/shares'
import { say } from '@shared/papers/report/figures'
import { capital, yearAfterIn } from '@shared/papers/report/words'
import { prepared } from '../../database/prepared'
import { FigureSet } from '../figure-set'
import { center, chartPart, groupRow, left, percent, right, row, tablePart, totalRow } from '../parts'
import type { Counted, CountedGroup, ReportReader } from '../reader'
import { type LastYear, outcomeFigures, takenIn } from './decisions-counts'

/** Tables and charts of the section on decisions. */

export function outcomesTable(
  reader: ReportReader,
  taken: Counted,
  now: readonly CountedGroup[],
  last: LastYear | null,
): ReportPart[] {
  const figures = new FigureSet()
  const all = figures.count('taken', 'Принято решений', taken, last?.taken ?? null)
  const known = [...outcomeFigures(reader, figures, now, last)]
  const parts = shares(known.map(([, figure]) => figure.value ?? 0))
  const share = (figure: Figure, value: number): Said =>
    percent(
      figures.derived(
        `share:${figure.key}`,
        `${figure.title}, доля`,
        value,
        figure === all ? [all] : [figure, all],
        'tenths',
        '%',
      ),
    )
  return tablePart(
    'outcomes',
    `Исполнение решений, принятых в ${yearAfterIn(reader.schoolYear)}, на ${formatDate(reader.on, 'digits')}`,
    figures,
    [left('Итог исполнения', 55), right('Решений', 20), right('Доля, %', 20)],
    [
      ...known.map(([outcome, figure], index) =>
        row(capital(decisionOutcomes[outcome]), say(figure), share(figure, parts[index] ?? 0)),
      ),
      totalRow('Итого', say(all), share(all, 1000)),
    ],
  )
}

export function outcomesChart(reader: ReportReader, now: readonly CountedGroup[], last: LastYear | null): ReportPart[] {
  const figures = new FigureSet()
  const known = [...outcomeFigures(reader, figures, now, last)]
  const made = known.map(([, figure]) => figure)
  return chartPart(
    'outcomesChart',
    `Исполнение решений на ${formatDate(reader.on, 'digits')}`,
    figures,
    'bars',
    known.map(([outcome]) => decisionOutcomes[outcome]),
    [
      { title: yearTitle(reader.schoolYear), figures: made },
      ...(last === null ? [] : [{ title: yearTitle(reader.before), figures: made, of: 'previous' as const }]),
    ],
  )
}

const yearTitle = (schoolYear: string): string => `${schoolYear.replace('-', '–')} уч. год`

/** Outcomes as the columns of the table by protocols; the last takes what is not yet due and what was let go as well. */
const meetingColumns = {
  done: ['in-time', 'late', 'done'],
  partial: ['partial'],
  going: ['open', 'standing', 'cancelled'],
  overdue: ['overdue'],
} as const satisfies Record<string, readonly DecisionOutcome[]>
type MeetingColumn = keyof typeof meetingColumns

const columnTitles: Readonly<Record<MeetingColumn, string>> = {
  done: 'выполнено',
  partial: 'выполнено частично',
  going: 'исполняется или снято с контроля',
  overdue: 'не выполнено в срок',
}

const MOST_ROWS = 60

/** A row for each protocol; of very many protocols the list itself is the annex. */
export async function byMeeting(reader: ReportReader, taken: Counted): Promise<ReportPart[]> {
  const asked = takenIn(reader)
  const decided = await reader.rows(decisionList, ['meeting', 'meetingDate', 'outcome'], {
    ...asked,
    sort: [{ column: 'meetingDate', desc: false }],
  })
  const protocols = new Map<string, Record<string, unknown>[]>()
  for (const one of decided) {
    const key = `${one.meetingDate} ${one.meeting}`
    protocols.set(key, [...(protocols.get(key) ?? []), one])
  }
  if (protocols.size < 2 || protocols.size > MOST_ROWS) return []
  const figures = new FigureSet()
  const columns = Object.keys(meetingColumns) as MeetingColumn[]
  const cells = (key: string, title: string, rows: readonly Record<string, unknown>[], whole: Counted): Said[] => {
    const { filters } = whole.trace
    return columns.map((column) => {
      const values: readonly DecisionOutcome[] = meetingColumns[column]
      const counted = {
        count: rows.filter((one) => values.includes(one.outcome as DecisionOutcome)).length,
        sums: {},
        trace: {
          ...whole.trace,
          filters: [...filters, { op: 'in' as const, column: 'outcome', values: [...values] }],
        },
      }
      return say(figures.count(`${column}:${key}`, `${title}: ${columnTitles[column]}`, counted))
    })
  }
  const rows = [...protocols].map(([key, own]) => {
    const [first] = own
    const title = String(first?.meeting)
    const date = String(first?.meetingDate)
    const others = asked.filters.filter((filter) => filter.column !== 'meetingDate')
    const whole: Counted = {
      count: own.length,
      sums: {},
      trace: {
        ...taken.trace,
        filters: [
          ...others,
          { op: 'equals', column: 'meetingDate', value: date },
          { op: 'equals', column: 'meeting', value: title },
        ],
      },
    }
    const all = figures.count(`taken:${key}`, `${title} от ${formatDate(date, 'digits')}: принято`, whole)
    return row(title, formatDate(date, 'digits'), say(all), ...cells(key, title, own, whole))
  })
  const all = figures.count('taken', 'Принято решений', taken)
  return tablePart(
    'meetings',
    `Исполнение решений по протоколам на ${formatDate(reader.on, 'digits')}`,
    figures,
    [
      left('Протокол', 38),
      center('Дата', 17),
      right('Принято', 13),
      right('Выпол\u00ADнено', 13),
      right('Час\u00ADтично', 13),
      right('Испол\u00ADняется, снято', 16),
      right('Не выпол\u00ADнено в срок', 14),
    ],
    [...rows, totalRow('Итого', '', say(all), ...cells('all', 'Всего', decided, taken))],
  )
}

/** What is not done in time, the longest overdue first, with what was noted about it. */
export async function overdueTable(reader: ReportReader): Promise<ReportPart[]> {
  const asked = takenIn(reader)
  const late = await reader.rows(
    decisionList,
    ['meetingId', 'number', 'text', 'addressees', 'due', 'deadline', 'meeting', 'meetingDate'],
    {
      ...asked,
      filters: [...asked.filters, { op: 'in', column: 'outcome', values: ['overdue'] }],
      sort: [{ column: 'deadline', desc: false }],
    },
  )
  const noted = prepared<[number, string], { note: string }>(
    reader.context.raw,
    `SELECT trim(evidence || CASE WHEN evidence <> '' AND note <> '' THEN '; ' ELSE '' END || note) AS note FROM execution
     WHERE decisionUid = (SELECT uid FROM decision WHERE id = ?) AND "on" <= ? ORDER BY "on" DESC, ord DESC LIMIT 1`,
  )
  const figures = new FigureSet()
  const shown = late.slice(0, MOST_ROWS)
  const rows: ReportTableRow[] = shown.map((one) => {
    const opens = { record: 'meeting', id: Number(one.meetingId) }
    const said = (text: unknown): Said => ({ text: String(text) === '' ? '—' : String(text), opens })
    return row(
      String(one.number),
      said(one.text),
      said(one.addressees),
      said(one.due === '' ? formatDate(String(one.deadline), 'digits') : one.due),
      said(`${one.meeting} от ${formatDate(String(one.meetingDate), 'digits')}`),
      said(noted.get(Number(one.id), reader.on)?.note ?? ''),
    )
  })
  if (late.length > shown.length) {
    const all = await reader.count(decisionList, {
      ...asked,
      filters: [...asked.filters, { op: 'in', column: 'outcome', values: ['overdue'] }],
    })
    const whole = figures.count('overdue', 'Не выполнено в срок', all)
    rows.push(
      groupRow({
        text: `Показаны решения с самым давним сроком; всего не выполнено в срок — ${say(whole).text}.`,
        figure: whole.key,
      }),
    )
  }
  return tablePart(
    'overdue',
    `Решения, не выполненные в срок, на ${formatDate(reader.on, 'digits')}`,
    figures,
    [
      center('№', 8),
      left('Решение', 40),
      left('Кому', 22),
      left('Срок', 18),
      left('Протокол', 24),
      left('Отметка', 20),
    ],
    rows,
    true,
  )
}
