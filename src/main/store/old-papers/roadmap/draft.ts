import { newUid } from '@shared/contract/fields'
import type { Due } from '@shared/contract/meetings'
import type { PaperMark, RoadmapDraft } from '@shared/contract/old-papers'
import type { RoadmapItem, RoadmapSection } from '@shared/contract/roadmaps'
import { type DueYears, duesOf, type FoundDue, type Period } from './dues'
import type { FoundItem, FoundPlan, FoundSection } from './found'
import type { FoundColumn } from './heads'
import { placesOf, type Words } from './words'

/** Writes down where a field came from. */
export type Mark = (path: string, words: readonly Words[], note?: string) => void

export function marker(marks: PaperMark[]): Mark {
  return (path, words, note = '') => {
    marks.push({ path, places: words.flatMap(placesOf), sure: note === '', note, choices: [] })
  }
}

type Drafted = Pick<RoadmapDraft, 'columns' | 'sections' | 'numbering'>

/** Lines of the contract are a thousand characters at most; what is longer is no name and stays in the original. */
const LINE = 1000
const TEXT = 100_000
const MOST_SECTIONS = 200
const MOST_COLUMNS = 20

/** The draft of what was found, every field with its mark. Words that no field can hold are left to the unrecognised. */
export function draftOf(found: FoundPlan, years: DueYears, mark: Mark): Drafted {
  const columns = found.columns.slice(0, MOST_COLUMNS).map((column) => ({ column, uid: newUid() }))
  const uidOf = new Map(columns.map(({ column, uid }) => [column, uid]))
  for (const { column, uid } of columns) {
    mark(
      `columns/${uid}`,
      [column.heading],
      column.heading.text === '' ? 'У таблицы нет заголовков: что в столбце, понято по содержанию. Проверьте.' : '',
    )
  }
  const sections = withinLimit(found.sections)
  const numbering = numberingOf(sections)
  let expected = 0
  const drafted = sections.map((section): RoadmapSection => {
    const uid = newUid()
    if (section.whole.text !== '') mark(`sections/${uid}/title`, [section.whole])
    if (numbering === 'section') expected = 0
    const within = monthOf(section, years)
    return {
      uid,
      number: section.number.slice(0, LINE),
      title: section.title.text.slice(0, TEXT),
      items: section.items.map((item) => {
        expected += 1
        return itemOf(item, section, { years, within, uidOf, mark, running: String(expected), numbering })
      }),
    }
  })
  return {
    columns: columns.map(({ column, uid }) => ({
      uid,
      role: roleOf(column, found.columns),
      title: column.text.slice(0, LINE),
      width: null,
    })),
    sections: drafted,
    numbering,
  }
}

/** A record has one column of a kind: of two columns of dues the first holds the dues of both. */
function roleOf(column: FoundColumn, all: readonly FoundColumn[]): FoundColumn['role'] {
  const first = all.find(({ role }) => role === column.role)
  return SINGLE.has(column.role) && first !== column ? 'other' : column.role
}

const SINGLE: ReadonlySet<FoundColumn['role']> = new Set([
  'number',
  'title',
  'due',
  'executors',
  'coExecutors',
  'document',
  'results',
  'execution',
])

/** A plan of more than two hundred sections is none; the items of the others come under the last. */
function withinLimit(sections: readonly FoundSection[]): FoundSection[] {
  const kept = sections.slice(0, MOST_SECTIONS)
  const last = kept.at(-1)
  const rest = sections.slice(MOST_SECTIONS).flatMap(({ items }) => items)
  return last && rest.length > 0 ? [...kept.slice(0, -1), { ...last, items: [...last.items, ...rest] }] : kept
}

/** Whether numbers run through the sections or begin anew in each. */
function numberingOf(sections: readonly FoundSection[]): RoadmapDraft['numbering'] {
  const numbered = sections.map(({ items }) => items.map(({ number }) => number))
  if (numbered.every((numbers) => numbers.every((number) => number === ''))) return 'none'
  const firsts = numbered.filter((numbers) => numbers.length > 0).map((numbers) => numbers[0])
  return firsts.length > 1 && firsts.slice(1).filter((number) => number === '1').length * 2 >= firsts.length - 1
    ? 'section'
    : 'through'
}

/** Days of the month a section is of. */
function monthOf(section: FoundSection, years: DueYears): Period | null {
  if (!section.due) return null
  const [first, ...others] = duesOf(section.due, years)
  const due = first?.due
  return due?.from && due.to && others.length === 0 ? { from: due.from, to: due.to } : null
}

interface ItemContext {
  years: DueYears
  within: Period | null
  uidOf: Map<FoundColumn, string>
  mark: Mark
  running: string
  numbering: RoadmapDraft['numbering']
}

function itemOf(item: FoundItem, section: FoundSection, context: ItemContext): RoadmapItem {
  const { years, within, uidOf, mark, running, numbering } = context
  const uid = newUid()
  mark(
    `items/${uid}/title`,
    [item.numberWords, item.title],
    item.title.text === '' && item.parts.length === 0
      ? 'Не найдено, что делается в этом пункте. Впишите мероприятие.'
      : '',
  )
  const said = item.due.flatMap((words) => duesOf(words, years, within))
  const inherited = said.length === 0 && item.parts.length === 0 && section.due !== null
  const own = inherited && section.due ? duesOf(section.due, years) : said
  markDues(`items/${uid}/dues`, own, context)
  const parts = item.parts.map((given) => {
    const partUid = newUid()
    mark(`parts/${partUid}/title`, [given.title, given.label])
    const partDues = duesOf(given.due, years, within)
    markDues(`parts/${partUid}/dues`, partDues, context)
    return { uid: partUid, title: given.title.text.slice(0, TEXT), dues: partDues.map(({ due }) => due) }
  })
  const executors = item.executors.filter(({ words }) => words.text.length <= LINE)
  if (executors.length > 0)
    mark(
      `items/${uid}/executors`,
      executors.map(({ words }) => words),
    )
  if (item.document.text !== '') mark(`items/${uid}/document`, [item.document])
  if (item.results.text !== '') mark(`items/${uid}/results`, [item.results])
  const cells = item.cells.flatMap(({ column, words }) => {
    const columnUid = uidOf.get(column.of ?? column)
    if (columnUid === undefined) return []
    mark(`items/${uid}/cells/${columnUid}`, [words])
    return [{ columnUid, text: words.text.slice(0, TEXT) }]
  })
  return {
    uid,
    number: item.number === running || numbering === 'none' ? '' : item.number.slice(0, LINE),
    title: item.title.text.slice(0, TEXT),
    parts,
    dues: own.map(({ due }) => due),
    executors: executors.map(({ role, words }) => ({
      uid: newUid(),
      role,
      text: words.text.replace(/\s+/gu, ' '),
      librarianId: null,
      schoolId: null,
    })),
    document: item.document.text.slice(0, TEXT),
    results: item.results.text.slice(0, TEXT),
    cells,
  }
}

function markDues(path: string, dues: readonly FoundDue[], { mark, years }: ItemContext): void {
  if (dues.length === 0) return
  mark(
    path,
    dues.map(({ words }) => words),
    dueNote(
      dues.map(({ due }) => due),
      years,
    ),
  )
}

/** What to look at in a срок: no days could be made of it, or they lie outside the plan. */
function dueNote(dues: readonly Due[], { period }: DueYears): string {
  const strange = dues.find(({ from, to, recurrence }) => !from && !to && !recurrence)
  if (strange)
    return `Срок «${strange.text}» оставлен словами: чисел из него не выходит. Впишите даты, если они известны.`
  const outside = period && dues.find(({ from, to }) => (to && to < period.from) || (from && from > period.to))
  return outside ? `Срок «${outside.text}» не попадает во время плана. Проверьте год.` : ''
}
