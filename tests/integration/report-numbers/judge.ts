import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallName, Input, Output } from '@shared/contract'
import { listSpecs } from '@shared/contract/list-specs'
import type { ListPage, ListQueryInput } from '@shared/contract/lists'
import type { Figure, ReportPart, Said, SectionContent, Trace } from '@shared/contract/report-content'
import type { SectionSpec } from '@shared/contract/reports'
import { AppError } from '@shared/errors'
import { openStore } from '@store/store'
import BetterSqlite, { type Database } from 'better-sqlite3'

/**
 * What the report's numbers are judged with: the district on a real file, its tables read by another connection, and the sections as
 * the window gets them. Nothing here knows how the report counts.
 */

export const today = '2026-11-21'

export type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>

export interface Judged {
  dir: string
  call: Call
  /** Rows of a statement over the tables themselves. */
  rows<R = Record<string, unknown>>(sql: string, ...values: unknown[]): R[]
  /** The one number a statement answers; null stays null. */
  number(sql: string, ...values: unknown[]): number | null
  section(kind: string, schoolYear: string, associationId?: number | null, compare?: boolean): Promise<SectionContent>
  catalogue(): Promise<SectionSpec[]>
  close(): Promise<void>
}

/** A district on a file of its own; whoever opens it closes it. */
export async function openDistrict(begin: (call: Call) => Promise<unknown>): Promise<Judged> {
  const dir = mkdtempSync(join(tmpdir(), 'metodist-judge-'))
  const store = openStore({
    dir,
    create: true,
    version: '0.0.0-test',
    author: 'Судья (test)',
    now: () => new Date(`${today}T12:00:00`),
  })
  const call: Call = async (name, input) => {
    const answer = await store.router.call(name, input)
    if (!answer.ok) throw AppError.fromFailure(answer.error)
    return answer.value as Output<typeof name>
  }
  await begin(call)
  const sqlite: Database = new BetterSqlite(join(dir, 'metodist.sqlite'), { readonly: true })
  return {
    dir,
    call,
    rows: <R>(sql: string, ...values: unknown[]) => sqlite.prepare(sql).all(...values) as R[],
    number: (sql, ...values) =>
      sqlite
        .prepare(sql)
        .pluck()
        .get(...values) as number | null,
    section: (kind, schoolYear, associationId = null, compare = true) =>
      call('reports.section', { kind, schoolYear, associationId, compare }),
    catalogue: () => call('reports.catalogue', {}),
    async close() {
      sqlite.close()
      await store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** The sample district in November 2026: the school years 2024–2025 and 2025–2026 are over, 2026–2027 goes on. */
export const sample = (): Promise<Judged> => openDistrict((call) => call('app.initialise', { mode: 'demo' }))

export interface YearDays {
  schoolYear: string
  from: string
  to: string
  /** The day of the numbers: the last of the year, today while it goes on. */
  on: string
}

/** 1 September – 31 August. */
export function daysOf(schoolYear: string): YearDays {
  const [first = '', second = ''] = schoolYear.split('-')
  const to = `${second}-08-31`
  return { schoolYear, from: `${first}-09-01`, to, on: to < today ? to : today }
}

export const yearBefore = (schoolYear: string): string => {
  const first = Number(schoolYear.slice(0, 4))
  return `${first - 1}-${first}`
}

/** @throws Error when the section has no such part */
export function partOf(content: SectionContent, key: string): ReportPart {
  const part = content.parts.find((one) => one.key === key)
  if (part === undefined)
    throw new Error(`«${content.kind}» has no part «${key}», only ${content.parts.map((one) => one.key).join(', ')}`)
  return part
}

/** Values of all figures of a part by key. */
export function valuesOf(part: ReportPart): Record<string, number | null> {
  return Object.fromEntries(part.figures.map((one) => [one.key, one.value]))
}

/** Cells of a table as they are printed, without what does not show: soft hyphens and the kinds of spaces. */
export function cellsOf(part: ReportPart): string[][] {
  if (part.form !== 'table') throw new Error(`«${part.key}» is not a table`)
  return part.rows.map((row) => row.cells.map((cell) => plain(cell.text)))
}

export const plain = (text: string): string => text.replace(/\u00AD/gu, '').replace(/[\u00A0\u202F]/gu, ' ')

/** Every stretch of text of a part. */
export function saidOf(part: ReportPart): Said[] {
  if (part.form === 'text') return part.paragraphs.flatMap((one) => one.runs)
  return part.form === 'table' ? part.rows.flatMap((row) => row.cells) : []
}

/** What people typed into a record the words open, and the dash of an empty cell, are not the report's own words. */
const ownWords = ({ text, opens }: Said): boolean => opens === undefined && text !== '—'

/** Paragraphs, cells, captions, heads and labels, each whole: what is read. */
export function textsOf(content: SectionContent): string[] {
  return content.parts.flatMap((part): string[] => {
    const own =
      part.form === 'text'
        ? part.paragraphs
            .filter((one) => one.runs.some(ownWords))
            .map((one) => one.runs.map((run) => run.text).join(''))
        : part.form === 'table'
          ? [
              ...part.columns.map((one) => one.title),
              ...part.rows.flatMap((row) => row.cells.filter(ownWords).map((cell) => cell.text)),
            ]
          : [...part.labels, ...part.series.map((one) => one.title)]
    return [part.title, ...own, ...part.figures.map((one) => one.title)]
  })
}

/** The number a printed text says, in the unit of the figure: «1 234,50 руб.» is 123450 kopecks. Null: it says none. */
export function printedNumber(text: string, unit: Figure['unit']): number | null {
  const match = /([−-])?(\d[\d\s\u00A0\u202F]*)(?:,(\d+))?/u.exec(text.replace(/\u00AD/gu, ''))
  if (match === null) return null
  const [, minus, whole = '', fraction = ''] = match
  const number = Number(`${whole.replace(/\D/gu, '')}.${fraction || '0'}`)
  const scale = unit === 'count' ? 1 : unit === 'tenths' ? 10 : 100
  return Math.round(number * scale) * (minus === undefined ? 1 : -1)
}

export type TracedRow = Record<string, unknown>

/** What a trace shows when it is clicked: every row of the list, page by page. */
export async function rowsOfTrace(call: Call, trace: Trace): Promise<TracedRow[]> {
  const name = `${trace.list}.list` as CallName
  const rows: TracedRow[] = []
  let after: ListPage<unknown>['cursors'][number] | null = null
  let total = 0
  do {
    const query: ListQueryInput = {
      schoolYear: trace.schoolYear,
      on: trace.on,
      filters: trace.filters,
      limit: 1000,
      after,
      // Counted once: of a long list that costs as much as its page.
      totals: after === null,
    }
    const page = (await call(name, query as Input<CallName>)) as Output<CallName> & ListPage<TracedRow>
    total = page.total ?? total
    rows.push(...page.rows)
    after = page.cursors.at(-1) ?? null
    if (page.rows.length === 0) break
  } while (rows.length < total)
  return rows
}

export interface Counted {
  /** Rows the list has by the query of the trace. */
  total: number
  /** What the figure says it is: the rows, or the sum of a column of theirs. */
  value: number
}

export const followTrace = async (call: Call, trace: Trace): Promise<Counted> =>
  countedOf(await rowsOfTrace(call, trace), trace)

export function countedOf(rows: readonly TracedRow[], { sum }: Trace): Counted {
  const value = sum === null ? rows.length : rows.reduce((whole, row) => whole + Number(row[sum] ?? 0), 0)
  return { total: rows.length, value }
}

/** The same; of a list longer than `most`, what stands in its row of totals, for its pages take minutes. */
export async function totalsOfTrace(call: Call, trace: Trace, most: number): Promise<Counted> {
  const query: ListQueryInput = {
    schoolYear: trace.schoolYear,
    on: trace.on,
    filters: trace.filters,
    limit: 1,
  }
  const page = (await call(`${trace.list}.list` as CallName, query as Input<CallName>)) as Output<CallName> &
    ListPage<TracedRow>
  const total = page.total ?? 0
  const sum = trace.sum === null ? total : page.totals[trace.sum]
  if (total <= most || sum === undefined) return followTrace(call, trace)
  return { total, value: sum ?? 0 }
}

/** Columns of a list, to see that a trace asks what the screen can show. */
export function columnsOf(list: string): string[] {
  const spec = listSpecs[list]
  if (spec === undefined) throw new Error(`there is no list «${list}»`)
  return spec.columns.map((one) => one.key)
}
