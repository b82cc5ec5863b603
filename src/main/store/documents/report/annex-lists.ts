import type { ColumnSpec, ListSpec } from '@shared/contract/lists'
import type { ReportPart, Trace } from '@shared/contract/report-content'
import type { ReportData } from '@shared/contract/reports'
import { formatDate } from '@shared/domain/dates'
import { formatSchoolYear } from '@shared/domain/school-year'
import { sheetName } from '../xlsx/excel-text'
import { layOut, type SheetColumn } from '../xlsx/list-columns'

/** Rows behind the figures of a report: whole lists, each in the year or on the day the figures ask of. */
export interface AnnexList {
  spec: ListSpec
  asked: AskedList
  /** Name of its sheet. */
  sheet: string
  columns: readonly SheetColumn[]
  rows: readonly AnnexRow[]
}

export type AnnexRow = Readonly<Record<string, unknown>>
export type AskedList = Pick<Trace, 'list' | 'schoolYear' | 'on'>

/** A list asked for that is not in the workbook: too long for a file one sends. */
export interface LeftOut {
  spec: ListSpec
  rows: number
}

/** More rows are not sent upward; the list itself can be exported. */
export const MOST_ANNEX_ROWS = 20_000

export interface ListAnswer {
  count: number
  /** Null: too many, none was read. */
  rows: readonly AnnexRow[] | null
}

/** Lists that stand in the annexes whatever the figures ask of. */
const always = ['schools', 'librarians', 'meetings', 'decisions', 'events', 'transfers', 'writeOffs']

export async function annexLists(
  data: ReportData,
  specs: Readonly<Record<string, ListSpec>>,
  personal: boolean,
  read: (asked: AskedList, columns: readonly string[]) => Promise<ListAnswer>,
): Promise<{ lists: AnnexList[]; left: LeftOut[] }> {
  const lists: AnnexList[] = []
  const left: LeftOut[] = []
  const names = new Set<string>()
  for (const { asked, traces } of askedLists(data, specs)) {
    const spec = specs[asked.list]
    if (spec === undefined) continue
    const chosen = columnsOf(spec, traces, personal)
    const { count, rows } = await read(
      asked,
      chosen.map(({ key }) => key),
    )
    if (rows === null) left.push({ spec, rows: count })
    else
      lists.push({ spec, asked, sheet: unique(titleOf(spec, asked, data), names), columns: layOut(chosen, rows), rows })
  }
  return { lists, left }
}

const keyOf = ({ list, schoolYear, on }: AskedList): string => `${list} ${schoolYear} ${on}`

function askedLists(
  data: ReportData,
  specs: Readonly<Record<string, ListSpec>>,
): { asked: AskedList; traces: Trace[] }[] {
  const found = new Map<string, { asked: AskedList; traces: Trace[] }>()
  for (const list of always) {
    const spec = specs[list]
    if (spec === undefined) continue
    const asked = { list, schoolYear: spec.schoolYear === 'none' ? null : data.report.schoolYear, on: null }
    found.set(keyOf(asked), { asked, traces: [] })
  }
  for (const { trace } of partsOf(data).flatMap((part) => part.figures)) {
    if (trace === null) continue
    const asked = { list: trace.list, schoolYear: trace.schoolYear, on: trace.on }
    const one = found.get(keyOf(asked)) ?? { asked, traces: [] }
    one.traces.push(trace)
    found.set(keyOf(asked), one)
  }
  return [...found.values()]
}

export function partsOf({ report, contents }: ReportData): ReportPart[] {
  return report.sections.filter(({ hidden }) => !hidden).flatMap(({ uid }) => contents[uid]?.parts ?? [])
}

/** Those the list shows and those the figures count by; what is personal only when asked for. */
function columnsOf(spec: ListSpec, traces: readonly Trace[], personal: boolean): ColumnSpec[] {
  const counted = new Set(
    traces.flatMap(({ filters, sum }) => [...filters.map(({ column }) => column), ...(sum === null ? [] : [sum])]),
  )
  return spec.columns.filter(
    (column) => (column.hidden !== true || counted.has(column.key)) && (personal || column.personal !== true),
  )
}

function titleOf(spec: ListSpec, { schoolYear, on }: AskedList, { report }: ReportData): string {
  if (on !== null) return `${spec.title} на ${formatDate(on, 'digits')}`
  if (schoolYear === report.schoolYear || spec.schoolYear === 'none') return spec.title
  return schoolYear === null ? `${spec.title}, все годы` : `${spec.title} ${formatSchoolYear(schoolYear)}`
}

/** Excel tells sheets apart by their first 31 signs, whatever the case. */
export function unique(title: string, names: Set<string>): string {
  let name = sheetName(title)
  for (let at = 2; names.has(name.toLowerCase()); at++) {
    const tail = ` (${at})`
    name = `${sheetName(title).slice(0, 31 - tail.length)}${tail}`
  }
  names.add(name.toLowerCase())
  return name
}
