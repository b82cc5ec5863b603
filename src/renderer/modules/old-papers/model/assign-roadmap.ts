import { blankRoadmapItem, blankRoadmapSection } from '@shared/contract/blank'
import { newUid } from '@shared/contract/fields'
import type { Original, Place, RoadmapDraft } from '@shared/contract/old-papers'
import type { RoadmapItem, RoadmapSection } from '@shared/contract/roadmaps'
import { parseDues } from '@shared/domain/due/parse'
import { AppError } from '@shared/errors'
import type { Of } from '../review/ReviewContext'
import type { Assigned } from './assign-protocol'
import type { Assignment } from './assignment'
import { dueOfWords } from './dues'
import { textOf, withoutPlaces } from './lines'
import { comparePlaces, handMark, withMark, withPlaces } from './marks'
import { updateItem } from './roadmap'

/** What words of a road map can be made by hand. */
export const roadmapAssignments: readonly Assignment[] = [
  { id: 'item', title: 'пунктом' },
  { id: 'part', title: 'подпунктом' },
  { id: 'section', title: 'разделом' },
  { id: 'due', title: 'сроком' },
  { id: 'executor', title: 'исполнителем' },
  { id: 'document', title: 'видом документа' },
  { id: 'results', title: 'результатом' },
  { id: 'title', title: 'названием' },
  { id: 'period', title: 'периодом' },
  { id: 'approval', title: 'утверждением' },
  { id: 'preamble', title: 'текстом до таблицы' },
  { id: 'closing', title: 'текстом после таблицы' },
  { id: 'note', title: 'заметкой' },
]

type Paper = Of<'roadmap'>

/** Makes a field of words of the original. @throws AppError when there is nothing it could belong to */
export function assignRoadmap(
  paper: Paper,
  original: Original,
  assignment: string,
  places: readonly Place[],
): Assigned<Paper> {
  const lines = textOf(original, places)
  const made = makeField(paper, assignment, lines, places)
  return { path: made.path, paper: { ...made.paper, unrecognised: withoutPlaces(original, paper, places) } }
}

function makeField(
  paper: Paper,
  assignment: string,
  lines: readonly string[],
  places: readonly Place[],
): Assigned<Paper> {
  const { roadmap } = paper
  const text = lines.join('\n')
  const line = lines.join(' ').replace(/\s+/gu, ' ')
  const put = (path: string, part: Partial<RoadmapDraft>): Assigned<Paper> => ({
    path,
    paper: withMark({ ...paper, roadmap: { ...roadmap, ...part } }, handMark(path, places)),
  })
  switch (assignment) {
    case 'title':
      return put('title', { title: text })
    case 'period':
      return put('period', periodOf(line, roadmap))
    case 'approval':
      return put('approval', { approval: { ...roadmap.approval, text } })
    case 'preamble':
    case 'closing':
    case 'note':
      return put(assignment, { [assignment]: [roadmap[assignment], text].filter((one) => one !== '').join('\n') })
    case 'section': {
      const section = { ...blankRoadmapSection(), title: text }
      return put(`sections/${section.uid}/title`, { sections: insertSection(paper, section, places) })
    }
    case 'item': {
      const item = { ...blankRoadmapItem(), title: text.replace(/^\d+(?:\.\d+)*[.)]?\s+/u, '') }
      return put(`items/${item.uid}/title`, { sections: insertItem(paper, item, places) })
    }
    default:
      return intoItem(paper, assignment, text, line, places)
  }
}

/** The rest belongs to the item it stands in or after. */
function intoItem(
  paper: Paper,
  assignment: string,
  text: string,
  line: string,
  places: readonly Place[],
): Assigned<Paper> {
  const uid = itemBefore(paper, places)
  if (uid === null) {
    throw new AppError(
      'invalid-input',
      'Выше этого места нет пункта. Сначала сделайте пункт, к которому это относится.',
    )
  }
  const { from, to } = paper.roadmap
  const period = from !== null && to !== null ? { from, to } : null
  const part = { uid: newUid(), title: text, dues: [] }
  const change: Record<string, (item: RoadmapItem) => RoadmapItem> = {
    part: (item) => ({ ...item, parts: [...item.parts, part] }),
    due: (item) => ({ ...item, dues: [...item.dues, dueOfWords(line, { date: from, period })] }),
    executor: (item) => ({
      ...item,
      executors: [...item.executors, { uid: newUid(), role: 'main', text: line, librarianId: null, schoolId: null }],
    }),
    document: (item) => ({ ...item, document: [item.document, text].filter((one) => one !== '').join('\n') }),
    results: (item) => ({ ...item, results: [item.results, text].filter((one) => one !== '').join('\n') }),
  }
  const path =
    assignment === 'part'
      ? `parts/${part.uid}/title`
      : `items/${uid}/${assignment === 'due' ? 'dues' : assignment === 'executor' ? 'executors' : assignment}`
  const roadmap = updateItem(paper.roadmap, uid, change[assignment] ?? ((item) => item))
  return { path, paper: withPlaces({ ...paper, roadmap }, path, places) }
}

/** Days named in the words, or the years they speak of. */
function periodOf(line: string, roadmap: RoadmapDraft): Partial<RoadmapDraft> {
  const years = [...line.matchAll(/(?<!\d)20\d\d(?!\d)/gu)].map(([year]) => Number(year))
  const [first, second] = years
  if (/учебн/iu.test(line) && first !== undefined) {
    return { from: `${first}-09-01`, to: `${second ?? first + 1}-08-31` }
  }
  const [due] = parseDues(line, { date: roadmap.from ?? `${first ?? 2000}-01-01`, mode: 'field' })
  if (due?.from && due.to) return { from: due.from, to: due.to }
  if (first !== undefined) return { from: `${first}-01-01`, to: `${second ?? first}-12-31` }
  throw new AppError(
    'invalid-input',
    `«${line}» — не понять, на какое время план. Впишите начало и конец в поля справа.`,
  )
}

const isOfItem = (path: string): boolean => /^(?:items|parts)\//u.test(path)

/** The item something of which stands last before these places. */
function itemBefore(paper: Paper, places: readonly Place[]): string | null {
  const [room, uid] = lastBefore(paper, places, isOfItem)?.split('/') ?? []
  const items = paper.roadmap.sections.flatMap((section) => section.items)
  if (room === 'parts') return items.find((item) => item.parts.some((part) => part.uid === uid))?.uid ?? null
  return uid ?? null
}

function lastBefore(paper: Paper, places: readonly Place[], fits: (path: string) => boolean): string | undefined {
  return paper.marks
    .filter((mark) => fits(mark.path) && mark.places.length > 0 && comparePlaces(mark.places, places) < 0)
    .sort((a, b) => comparePlaces(a.places, b.places))
    .at(-1)?.path
}

function insertItem(paper: Paper, item: RoadmapItem, places: readonly Place[]): RoadmapSection[] {
  const { sections } = paper.roadmap
  const before = lastBefore(paper, places, (path) => isOfItem(path) || path.startsWith('sections/'))
  const after = before && isOfItem(before) ? itemBefore(paper, places) : null
  const section = before?.startsWith('sections/') ? before.split('/')[1] : undefined
  if (sections.length === 0) return [{ ...blankRoadmapSection(), items: [item] }]
  const last = sections.length - 1
  const at = sections.findIndex(({ uid, items }) => uid === section || items.some((one) => one.uid === after))
  return sections.map((one, index) => {
    if (index !== (at < 0 ? last : at)) return one
    const place = one.items.findIndex(({ uid }) => uid === after)
    // Right under the heading of a section, or after the item it follows.
    const to = section !== undefined ? 0 : place < 0 ? one.items.length : place + 1
    return { ...one, items: one.items.toSpliced(to, 0, item) }
  })
}

/** Items that stand after the new heading go under it. */
function insertSection(paper: Paper, section: RoadmapSection, places: readonly Place[]): RoadmapSection[] {
  const { sections } = paper.roadmap
  const after = itemBefore(paper, places)
  const at = sections.findIndex(({ items }) => items.some(({ uid }) => uid === after))
  const holder = sections[at]
  if (!holder) return [section, ...sections]
  const cut = holder.items.findIndex(({ uid }) => uid === after) + 1
  const above = { ...holder, items: holder.items.slice(0, cut) }
  return sections.toSpliced(at, 1, above, { ...section, items: holder.items.slice(cut) })
}
