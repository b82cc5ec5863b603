import type { CallName } from '@shared/contract'
import type { Figure, ReportPart, SectionContent, TablePart, Trace } from '@shared/contract/report-content'
import type { SectionSpec } from '@shared/contract/reports'
import { formatFigure } from '@shared/papers/report/figures'
import { expect } from 'vitest'
import type { TestStore } from './store'

/** A section of a report held against what it says of itself: numbers against the lists they open, words against the numbers. */

interface Asked {
  schoolYear: string
  associationId?: number | null
  compare?: boolean
}

/** All the catalogue's sections (or those named) as the program makes them, each held; by kind. */
export async function heldSections(
  store: TestStore,
  asked: Asked,
  kinds?: readonly string[],
): Promise<Record<string, SectionContent>> {
  const catalogue = await store.call('reports.catalogue', {})
  const found: Record<string, SectionContent> = {}
  for (const spec of catalogue) {
    if (kinds !== undefined && !kinds.includes(spec.kind)) continue
    const content = await store.call('reports.section', { ...asked, kind: spec.kind })
    holdShape(content, spec)
    await holdTraces(store, content)
    found[spec.kind] = content
  }
  return found
}

/** The number of every traced figure is what `<list>.list` answers to its trace, asked as the window asks. */
export async function holdTraces(store: TestStore, content: SectionContent): Promise<void> {
  // Columns of the same rows are summed from one reading of them.
  const read = new Map<string, Promise<Read>>()
  for (const part of content.parts) {
    for (const figure of part.figures) {
      if (figure.trace === null) continue
      expect(await traced(store, figure.trace, read), nameOf(content, part, figure)).toBe(figure.value)
    }
  }
}

interface Read {
  rows: Record<string, unknown>[]
  total: number
}

/** The number of rows, or the sum of the column over all of them, page by page. @param known rows read before, by their question */
export async function traced(
  store: TestStore,
  trace: Trace,
  known: Map<string, Promise<Read>> = new Map(),
): Promise<number> {
  const { list, sum } = trace
  const key = JSON.stringify({ ...trace, sum: null })
  const reading = known.get(key) ?? rowsOf(store, trace)
  known.set(key, reading)
  const { rows, total } = await reading
  if (sum === null) return total
  return rows.reduce((whole, row) => {
    if (!(sum in row)) throw new Error(`${list} has no column ${sum}`)
    return whole + Number(row[sum] ?? 0)
  }, 0)
}

async function rowsOf(store: TestStore, { list, schoolYear, on, filters }: Trace): Promise<Read> {
  const ask = async (offset: number) =>
    (await store.call(
      `${list}.list` as CallName,
      { schoolYear, on, filters, limit: 1000, offset, totals: offset === 0 } as never,
    )) as Read
  const { rows, total } = await ask(0)
  while (rows.length < total) {
    const more = await ask(rows.length)
    if (more.rows.length === 0) throw new Error(`${list}: ${rows.length} rows of ${total}`)
    rows.push(...more.rows)
  }
  return { rows, total }
}

/** Keys are of the catalogue and in its order; every figure said, drawn or worked out of is there; a number said is the figure's. */
export function holdShape(content: SectionContent, spec: SectionSpec): void {
  const order = spec.parts.map((part) => part.key)
  const keys = content.parts.map((part) => part.key)
  expect(keys, content.kind).toEqual(order.filter((key) => keys.includes(key)))
  for (const part of content.parts) {
    expect(spec.parts.find((one) => one.key === part.key)?.form, `${content.kind}/${part.key}`).toBe(part.form)
    const figures = new Map(part.figures.map((figure) => [figure.key, figure]))
    expect(figures.size, `${content.kind}/${part.key}: keys of figures`).toBe(part.figures.length)
    for (const figure of part.figures) {
      // A number is a list's or worked out of others; one that is neither cannot be checked by anybody.
      expect(figure.trace !== null || figure.of.length > 0, nameOf(content, part, figure)).toBe(true)
      for (const key of figure.of) expect(figures.has(key), `${nameOf(content, part, figure)}: of ${key}`).toBe(true)
    }
    if (part.form === 'chart') {
      for (const series of part.series) {
        expect(series.figures.length, `${content.kind}/${part.key}: labels`).toBe(part.labels.length)
        for (const key of series.figures) expect(figures.has(key), `${content.kind}/${part.key}: ${key}`).toBe(true)
      }
      continue
    }
    const said =
      part.form === 'text'
        ? part.paragraphs.flatMap((paragraph) => paragraph.runs)
        : part.rows.flatMap((row) => {
            expect(row.cells.length, `${content.kind}/${part.key}: cells of a row`).toBe(
              row.look === 'group' ? 1 : part.columns.length,
            )
            return row.cells
          })
    for (const { text, figure: key } of said) {
      if (key === undefined) continue
      const figure = figures.get(key)
      if (figure === undefined) throw new Error(`${content.kind}/${part.key}: «${text}» names no figure ${key}`)
      const digits = /\d/u.test(text)
      // «ни одного» may stand for a zero; any other number is printed as the figure is.
      if (digits || figure.value !== 0) expect(text, nameOf(content, part, figure)).toContain(numberOf(figure))
    }
    if (part.form === 'text') {
      for (const { runs } of part.paragraphs) holdSentence(runs.map((run) => run.text).join(''), content.kind)
    }
  }
}

/** Without the word after it: «87,5» of «87,5 %». */
const numberOf = (figure: Figure): string =>
  formatFigure({ unit: figure.unit, suffix: '' }, figure.value).split('\u00A0')[0] ?? ''

const nameOf = (content: SectionContent, part: ReportPart, figure: Figure): string =>
  `${content.kind}/${part.key}/${figure.key} «${figure.title}»`

/** What no sentence has: a missing value, two spaces, a space before a stop, a small beginning, two stops. */
function holdSentence(text: string, kind: string): void {
  expect(text, kind).not.toMatch(/undefined|null|NaN|\[object| {2}| [,.;:!?]|[,;:]\.|(?<!\p{L})\(\)|«»/u)
  expect(text, kind).not.toMatch(/(?<![\p{L}]|\.)\.\.(?!\.)/u)
  expect(text, kind).toMatch(/^[\p{Lu}\p{N}«№—–-]/u)
}

/** Of a column of a table, the figures of plain rows sum up to the total row's. */
export function holdTotal(part: ReportPart | undefined, column: number): void {
  const table = tableOf(part)
  const figures = new Map(table.figures.map((figure) => [figure.key, figure]))
  const value = (key: string | undefined): number => (key === undefined ? 0 : (figures.get(key)?.value ?? 0))
  const plain = table.rows.filter((row) => row.look === 'plain')
  const totals = table.rows.filter((row) => row.look === 'total')
  expect(totals, `${table.key}: one total row`).toHaveLength(1)
  const sum = plain.reduce((whole, row) => whole + value(row.cells[column]?.figure), 0)
  expect(sum, `${table.key}, column «${table.columns[column]?.title}»`).toBe(value(totals[0]?.cells[column]?.figure))
}

function tableOf(part: ReportPart | undefined): TablePart {
  if (part?.form !== 'table') throw new Error(`Not a table: ${part?.key}`)
  return part
}

/** The words of a section, a paragraph a line. */
export function wordsOf(content: SectionContent | undefined): string {
  return (content?.parts ?? [])
    .flatMap((part) => (part.form === 'text' ? part.paragraphs : []))
    .map(({ runs }) => runs.map((run) => run.text).join(''))
    .join('\n')
}
