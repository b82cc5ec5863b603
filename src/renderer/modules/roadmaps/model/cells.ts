import { newUid } from '@shared/contract/fields'
import type { Due } from '@shared/contract/meetings'
import type { Executor, Roadmap, RoadmapColumn, RoadmapItem } from '@shared/contract/roadmaps'
import { formatDate, isRealDate, todayIso } from '@shared/domain/dates'
import { parseDues } from '@shared/domain/due/parse'
import { dueText } from '@shared/domain/due/summary'
import { roadmapNumbers, sectionLine } from '@shared/domain/roadmap-numbers'
import { type Line, readSection } from './lines'

/** Cells of the sheet as text, and text back into the document. */

/** The execution column of a paper that has none: what was done is shown all the same. */
export const STATE_COLUMN: RoadmapColumn = {
  uid: 'execution-state',
  role: 'execution',
  title: 'Отметка о выполнении',
  width: null,
}

/** Columns as the paper has them; what was done is always among them. */
export function sheetColumns({ columns }: Pick<Roadmap, 'columns'>): readonly RoadmapColumn[] {
  return columns.some((column) => column.role === 'execution') ? columns : [...columns, STATE_COLUMN]
}

export function isTyped(line: Line, column: RoadmapColumn): boolean {
  if (column.uid === STATE_COLUMN.uid) return false
  if (line.kind === 'section') return true
  if (line.kind === 'item') return true
  return column.role === 'title' || column.role === 'due'
}

export function cellText(roadmap: Roadmap, line: Line, column: RoadmapColumn): string {
  if (line.kind === 'section') return sectionLine(line.section)
  if (line.kind === 'part') {
    if (column.role === 'number') return line.number
    if (column.role === 'title') return line.part.title
    return column.role === 'due' ? duesText(line.part.dues) : ''
  }
  const { item } = line
  switch (column.role) {
    case 'number':
      return line.number
    case 'title':
    case 'document':
    case 'results':
      return item[column.role]
    case 'due':
      return duesText(item.dues)
    case 'executors':
      return executorsText(shownExecutors(roadmap, item))
    case 'coExecutors':
      return executorsText(item.executors.filter(({ role }) => role === 'co'))
    case 'execution':
    case 'other':
      return item.cells.find(({ columnUid }) => columnUid === column.uid)?.text ?? ''
  }
}

/** Where the paper has no column of соисполнители they stand with the others. */
function shownExecutors(roadmap: Roadmap, item: RoadmapItem): readonly Executor[] {
  const apart = roadmap.columns.some(({ role }) => role === 'coExecutors')
  return apart ? item.executors.filter(({ role }) => role === 'main') : item.executors
}

export const duesText = (dues: readonly Due[]): string => dues.map(dueText).join(', ')

const executorsText = (executors: readonly Executor[]): string => executors.map(({ text }) => text).join('\n')

/** How the words of a срок are read: those of the document's period. */
export type DueReader = (text: string) => Due[]

export function dueReader({ from, to }: Pick<Roadmap, 'from' | 'to'>): DueReader {
  const isKnown = isRealDate(from) && isRealDate(to) && from <= to
  const ctx = {
    date: isRealDate(from) ? from : todayIso(new Date()),
    mode: 'field' as const,
    period: isKnown ? { from, to } : null,
  }
  return (text) =>
    parseDues(text, ctx).map((due) => ({ ...due, text: due.text.replace(/\s+/gu, ' ').trim(), range: null }))
}

/** What was understood of the words, where they do not say it themselves; `unclear`: no time could be made of some. */
export function dueMeaning(dues: readonly Due[]): { words: string; unclear: boolean } {
  const known = dues.flatMap((due) => {
    if (due.to === null || !isRealDate(due.to) || due.recurrence !== null) return []
    // The year is what may be read wrongly; where it stands in the words there is nothing to add.
    if (/(?:19|20)\d{2}/u.test(due.text)) return []
    const to = formatDate(due.to, 'digits')
    if (due.from === null || !isRealDate(due.from)) return [`до ${to}`]
    if (due.from === due.to) return [to]
    const from = formatDate(due.from, 'digits')
    return [`${due.from.slice(0, 4) === due.to.slice(0, 4) ? from.slice(0, 5) : from} – ${to}`]
  })
  const unclear = dues.some(({ from, to, recurrence }) => from === null && to === null && recurrence === null)
  return { words: known.join('; '), unclear }
}

/** People and schools whose names an executor's words may be. */
export interface KnownNames {
  librarians: readonly { id: number; name: string }[]
  schools: readonly { id: number; name: string }[]
}

/** Text into a cell. The same document when nothing changes. */
export function setCell(
  roadmap: Roadmap,
  line: Line,
  column: RoadmapColumn,
  typed: string,
  read: DueReader,
  known: KnownNames,
): Roadmap {
  const text = typed.replace(/\r\n?/g, '\n').trim()
  if (!isTyped(line, column) || text === cellText(roadmap, line, column)) return roadmap
  if (line.kind === 'section')
    return mapSections(roadmap, (one) => (one.uid === line.uid ? { ...one, ...readSection(text) } : one))
  if (line.kind === 'part') {
    const change = column.role === 'due' ? { dues: read(text) } : { title: text }
    return mapItem(roadmap, line.item.uid, (item) => ({
      ...item,
      parts: item.parts.map((part) => (part.uid === line.uid ? { ...part, ...change } : part)),
    }))
  }
  return mapItem(roadmap, line.uid, (item) => withCell(roadmap, item, column, text, read, known))
}

function withCell(
  roadmap: Roadmap,
  item: RoadmapItem,
  column: RoadmapColumn,
  text: string,
  read: DueReader,
  known: KnownNames,
): RoadmapItem {
  switch (column.role) {
    case 'number': {
      const number = text.replace(/\s+/gu, ' ').replace(/\.$/u, '').trim()
      const unnumbered = mapItem(roadmap, item.uid, (one) => ({ ...one, number: '' }))
      const running = roadmapNumbers(unnumbered.sections, roadmap.numbering).get(item.uid)
      return { ...item, number: number === running ? '' : number }
    }
    case 'title':
    case 'document':
    case 'results':
      return { ...item, [column.role]: text }
    case 'due':
      return { ...item, dues: read(text) }
    case 'executors': {
      const shown = shownExecutors(roadmap, item)
      const hidden = item.executors.filter((one) => !shown.includes(one))
      return { ...item, executors: [...readExecutors(text, shown, 'main', known), ...hidden] }
    }
    case 'coExecutors': {
      const main = item.executors.filter(({ role }) => role === 'main')
      const co = item.executors.filter(({ role }) => role === 'co')
      return { ...item, executors: [...main, ...readExecutors(text, co, 'co', known)] }
    }
    case 'execution':
    case 'other': {
      const others = item.cells.filter(({ columnUid }) => columnUid !== column.uid)
      return { ...item, cells: text === '' ? others : [...others, { columnUid: column.uid, text }] }
    }
  }
}

/** A line each; whoever was there already stays the same. */
export function readExecutors(
  text: string,
  before: readonly Executor[],
  role: Executor['role'],
  known: KnownNames,
): Executor[] {
  const left = [...before]
  const names = text
    .split(/[\n;]/u)
    .map((name) => name.replace(/\s+/gu, ' ').trim())
    .filter((name) => name !== '')
  return names.map((name) => {
    const at = left.findIndex((one) => one.text === name)
    const [same] = at < 0 ? [] : left.splice(at, 1)
    return (
      same ?? {
        uid: newUid(),
        role,
        text: name,
        librarianId: known.librarians.find((one) => one.name === name)?.id ?? null,
        schoolId: known.schools.find((one) => one.name === name)?.id ?? null,
      }
    )
  })
}

export function mapSections(
  roadmap: Roadmap,
  change: (section: Roadmap['sections'][number]) => Roadmap['sections'][number],
): Roadmap {
  return { ...roadmap, sections: roadmap.sections.map(change) }
}

export function mapItem(roadmap: Roadmap, uid: string, change: (item: RoadmapItem) => RoadmapItem): Roadmap {
  return mapSections(roadmap, (section) =>
    section.items.some((item) => item.uid === uid)
      ? { ...section, items: section.items.map((item) => (item.uid === uid ? change(item) : item)) }
      : section,
  )
}

/** Another period: words that were read by the old one are read by the new one; dates set otherwise stay. */
export function withPeriod(roadmap: Roadmap, period: { from: string; to: string }): Roadmap {
  const next = { ...roadmap, ...period }
  const [before, after] = [dueReader(roadmap), dueReader(next)]
  const reread = (dues: Due[]): Due[] =>
    dues.flatMap((due) => {
      const [was, ...more] = before(due.text)
      if (!was || more.length > 0 || was.from !== due.from || was.to !== due.to) return [due]
      return after(due.text)
    })
  return mapSections(next, (section) => ({
    ...section,
    items: section.items.map((item) => ({
      ...item,
      dues: reread(item.dues),
      parts: item.parts.map((part) => ({ ...part, dues: reread(part.dues) })),
    })),
  }))
}
