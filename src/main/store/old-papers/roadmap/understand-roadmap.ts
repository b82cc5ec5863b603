import type { Original, PaperMark, Understood } from '@shared/contract/old-papers'
import type { IsoDate } from '@shared/domain/dates'
import { approvalOf, type FoundApproval } from './approval'
import { coverageOf } from './coverage'
import { draftOf, type Mark, marker } from './draft'
import type { DueYears, Period } from './dues'
import { holdersIn, type Known } from './executors'
import type { FoundPlan, FoundSection } from './found'
import { type Front, frontOf } from './front'
import { type Block, blocksOf, cellWords, type Grid, type SeenLine } from './grid'
import type { FoundColumn } from './heads'
import { lineKinds, listStart } from './list-lines'
import { readList } from './list-plan'
import { type FoundPeriod, periodIn } from './period'
import { looksNumbered, sectionOf } from './sections'
import { layoutOf, type TableLayout } from './table-layout'
import { readTable } from './table-plan'
import { rowKind } from './table-rows'
import { joined, placesOf, plain, type Words } from './words'

export type UnderstoodRoadmap = Extract<Understood, { kind: 'roadmap' }>

/** What a road map or plan says, each field with its place in the original. `today` dates what the paper does not. */
export function understandRoadmap(original: Original, today: IsoDate): UnderstoodRoadmap {
  const blocks = blocksOf(original)
  const body = bodyOf(blocks, { date: today, period: null })
  const front = frontOf(body.front)
  const approval = approvalOf(front.stamps)
  const period = periodIn(front.title.text, today) ?? periodIn(labelledPeriod(front.preamble.text), today)
  const years: DueYears = {
    date: period?.from ?? approval?.date ?? today,
    period: period && { from: period.from, to: period.to },
  }
  const found = readPlan(body, years)

  const marks: PaperMark[] = []
  const mark = marker(marks)
  markFront(front, approval, period, mark)
  const closing = joined(found.closing, '\n')
  const drafted = draftOf(found.plan, years, mark)
  if (front.preamble.text !== '') mark('preamble', [front.preamble])
  if (closing.text !== '') mark('closing', [closing])

  const coverage = coverageOf(original)
  for (const { places } of marks) coverage.take(places)
  for (const words of found.known) coverage.take(placesOf(words))
  return {
    kind: 'roadmap',
    roadmap: {
      kind: /дорожн/iu.test(front.title.text) ? 'roadmap' : 'plan',
      title: oneLine(front.title.text),
      from: period?.from ?? null,
      to: period?.to ?? null,
      associationId: null,
      approval: {
        text: oneLine(approval?.words.text ?? ''),
        number: approval?.number ?? '',
        date: approval?.date ?? null,
        annex: approval?.annex ?? '',
      },
      ...drafted,
      preamble: front.preamble.text,
      closing: closing.text,
      note: '',
    },
    marks,
    unrecognised: coverage.left(),
  }
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** The line of the head that names the time of the plan: «Срок реализации: 2024–2026 годы». */
const labelledPeriod = (text: string): string =>
  text.split('\n').find((line) => /^(?:сроки?|период|время)(?!\p{L}).{0,40}[:–—-]/iu.test(line)) ?? ''

function markFront(front: Front, approval: FoundApproval | null, period: FoundPeriod | null, mark: Mark): void {
  mark('title', [front.title], front.title.text === '' ? 'Название не найдено. Впишите его.' : '')
  mark(
    'period',
    [],
    period ? periodNote(period, approval) : 'Из названия не видно, на какое время план. Укажите начало и окончание.',
  )
  if (approval) mark('approval', [approval.words])
}

/** A plan approved when its time was over has kept the year of the one before. */
function periodNote(period: Period, approval: FoundApproval | null): string {
  return approval?.date && approval.date > period.to
    ? 'План утверждён позже, чем кончается время в его названии. Проверьте, не остался ли год от прежнего.'
    : ''
}

/** The paper parted: what stands before the plan, and the plan itself. */
interface Body {
  front: SeenLine[][]
  rest: Block[]
}

function bodyOf(blocks: readonly Block[], years: DueYears): Body {
  const at = blocks.findIndex((block) => block.kind === 'table' && isPlan(block.grid, years))
  if (at < 0) return listBody(blocks, years)
  const front = stretchesOf(blocks.slice(0, at))
  const last = blocks.slice(0, at).at(-1)
  // A heading right above the first table is a section where others like it part the tables below.
  const headings = headingsAbove(blocks, at, years)
  const table = blocks[at]
  const above = table?.kind === 'table' ? rowsAbove(table.grid, years) : []
  if (headings && last?.kind === 'line') {
    for (const stretch of front) {
      const index = stretch.indexOf(headings)
      if (index >= 0) stretch.splice(index, 1)
    }
    return { front: [...front, above], rest: [{ kind: 'line', line: headings }, ...blocks.slice(at)] }
  }
  return { front: [...front, above], rest: blocks.slice(at) }
}

const isPlan = (grid: Grid, years: DueYears): boolean => layoutOf(grid, null, years) !== null

/** Lines as they stand together: of the page, and of each cell of a table that only holds their places. */
function stretchesOf(blocks: readonly Block[]): SeenLine[][] {
  const found: SeenLine[][] = [[]]
  for (const block of blocks) {
    if (block.kind === 'line') found.at(-1)?.push(block.line)
    else {
      for (let row = 0; row < block.grid.rows; row += 1)
        for (const { lines } of block.grid.beginning(row)) found.push(lines)
      found.push([])
    }
  }
  return found.filter((stretch) => stretch.length > 0)
}

/** Rows of the table above its head: a title or stamp put into it. */
function rowsAbove(grid: Grid, years: DueYears): SeenLine[] {
  const layout = layoutOf(grid, null, years)
  const lines: SeenLine[] = []
  for (let row = 0; row < (layout?.head?.from ?? 0); row += 1)
    for (const cell of grid.beginning(row)) lines.push(...cell.lines)
  return lines
}

/** The line above the first table when it is a heading as those between the tables are. */
function headingsAbove(blocks: readonly Block[], at: number, years: DueYears): SeenLine | null {
  const table = blocks[at]
  const lines = blocks.slice(0, at).filter((block) => block.kind === 'line' && block.line.words.text !== '')
  const last = lines.at(-1)
  if (last?.kind !== 'line' || !mayHead(last.line)) return null
  const later = blocks.slice(at + 1)
  const next = later.find(
    (block, index) => block.kind === 'line' && mayHead(block.line) && followedByTable(later, index),
  )
  // A table with sections of its own has the name of the whole plan above it.
  if (!next && table?.kind === 'table' && beginsWithSection(table.grid, years)) return null
  if (looksNumbered(last.line.words.text) || /^1[.)]\s|^I[.)\s]/u.test(last.line.words.text)) return last.line
  if (/^(?:1|I)[.)]?$/u.test(last.line.label)) return last.line
  return next?.kind === 'line' &&
    next.line.bold === last.line.bold &&
    next.line.centred === last.line.centred &&
    lines.length > 1
    ? last.line
    : null
}

function beginsWithSection(grid: Grid, years: DueYears): boolean {
  const layout = layoutOf(grid, null, years)
  for (let row = layout?.from ?? grid.rows; layout && row < Math.min(grid.rows, layout.from + 3); row += 1) {
    const { kind } = rowKind({ grid, layout, years }, row, null)
    if (kind !== 'head' && kind !== 'blank') return kind === 'section'
  }
  return false
}

const mayHead = ({ words }: SeenLine): boolean =>
  words.text !== '' && words.text.length <= 250 && !/[;,]$/u.test(words.text)

function followedByTable(blocks: readonly Block[], index: number): boolean {
  for (let at = index + 1; at < blocks.length; at += 1) {
    const block = blocks[at]
    if (block?.kind === 'table') return true
    if (block?.kind === 'line' && block.line.words.text !== '') return false
  }
  return false
}

function listBody(blocks: readonly Block[], years: DueYears): Body {
  const all = stretchesOf(blocks).flat().slice(0, MOST_LINES)
  const start = listStart(all, lineKinds(all, years), years)
  if (start < 0) return { front: [all], rest: [] }
  const rest = all.slice(start).map((line): Block => ({ kind: 'line', line }))
  return {
    front: stretchesOf(
      blocks.slice(
        0,
        blocks.findIndex((block) => block.kind === 'line' && block.line === all[start]),
      ),
    ),
    rest,
  }
}

interface PlanYield {
  plan: FoundPlan
  known: Words[]
  closing: Words[]
}

function readPlan({ rest }: Body, years: DueYears): PlanYield {
  const known = knownOf(rest)
  const sections: FoundSection[] = []
  const found: PlanYield = { plan: { columns: [], sections }, known: [], closing: [] }
  if (!rest.some(({ kind }) => kind === 'table')) {
    const list = readList(
      rest.flatMap((block) => (block.kind === 'line' ? [block.line] : [])),
      sections,
      years,
      known,
    )
    return { ...found, known: list.known, closing: list.closing }
  }
  let layout: TableLayout | null = null
  rest.forEach((block, index) => {
    if (block.kind === 'line') {
      const { line } = block
      if (line.words.text === '') return
      if (mayHead(line) && followedByTable(rest, index)) sections.push(sectionOf(line.words, line.label, years))
      else found.closing.push(line.words)
      return
    }
    const own = layoutOf(block.grid, layout, years)
    if (!own) {
      for (let row = 0; row < block.grid.rows; row += 1) found.closing.push(...block.grid.beginning(row).map(cellWords))
      return
    }
    layout = { ...own, columns: mergedColumns(found.plan.columns, own.columns) }
    const given = readTable(block.grid, layout, sections, years, known)
    if (own.head)
      for (let row = own.head.from; row < own.head.to; row += 1)
        found.known.push(...block.grid.beginning(row).map(cellWords))
    found.known.push(...given.known)
    found.closing.push(...given.notes)
  })
  return found
}

/** Lines of a plan without tables; what is more is no plan and stays in the original. */
const MOST_LINES = 5000
const MOST_COLUMNS = 20

/** Columns of a further table under those there are, by what they hold or are headed; new ones are added. */
function mergedColumns(all: FoundColumn[], own: readonly FoundColumn[]): FoundColumn[] {
  if (all.length === 0) {
    all.push(...own)
    return [...own]
  }
  const used = new Set<FoundColumn>()
  return own.map((column) => {
    const same = all.find((one) => !used.has(one) && plain(one.text) === plain(column.text))
    const alike = all.find((one) => !used.has(one) && one.role === column.role && one.role !== 'other')
    const known = same ?? alike
    if (known) used.add(known)
    else if (all.length < MOST_COLUMNS) {
      all.push(column)
      used.add(column)
    }
    // The table has its own place for it; cells are kept under the column of the plan.
    return known && known.column === column.column ? known : known ? { ...column, role: known.role, of: known } : column
  })
}

function knownOf(blocks: readonly Block[]): Known {
  const words = new Set<string>()
  const holders = new Set<string>()
  const read = (text: string): void => {
    for (const match of text.matchAll(/[\p{L}-]+/gu)) words.add(plain(match[0]))
  }
  for (const block of blocks) {
    if (block.kind === 'line') read(block.line.words.text)
    else {
      for (let row = 0; row < block.grid.rows; row += 1) {
        for (const { text } of block.grid.beginning(row)) {
          read(text)
          if (text.length < 1000) for (const holder of holdersIn(text)) holders.add(holder)
        }
      }
    }
  }
  return { words, holders }
}
