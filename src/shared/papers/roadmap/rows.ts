import type { Roadmap, RoadmapItemState, RoadmapRecord } from '../../contract/roadmaps'
import { dueSummary } from '../../domain/due/summary'
import { roadmapNumbers, sectionLine } from '../../domain/roadmap-numbers'

/** Rows of a road map as its papers print them, with what was done of each. */

type Item = Roadmap['sections'][number]['items'][number]

export interface PrintedPart {
  uid: string
  number: string
  title: string
  due: string
  /** What was done, in words. */
  execution: string
  state: RoadmapItemState | null
}

export interface PrintedItem extends PrintedPart {
  item: Item
  parts: PrintedPart[]
  /** The time of the item itself; `due` may be that. */
  executors: string[]
  coExecutors: string[]
}

export interface PrintedSection {
  uid: string
  line: string
  items: PrintedItem[]
}

export function printedSections({ roadmap, states }: Pick<RoadmapRecord, 'roadmap' | 'states'>): PrintedSection[] {
  const numbers = roadmapNumbers(roadmap.sections, roadmap.numbering)
  const byUid = new Map(states.map((state) => [state.itemUid, state]))
  const column = roadmap.columns.find(({ role }) => role === 'execution')?.uid
  const part = (row: { uid: string; title: string; dues: Item['dues'] }, typed = ''): PrintedPart => {
    const state = byUid.get(row.uid) ?? null
    const words = state?.words ?? ''
    return {
      uid: row.uid,
      number: numbers.get(row.uid) ?? '',
      title: row.title,
      due: dueSummary(row.dues),
      execution: [typed.trim(), words]
        .filter((text, index, all) => text !== '' && all.indexOf(text) === index)
        .join('\n'),
      state,
    }
  }
  return roadmap.sections.map((section) => ({
    uid: section.uid,
    line: sectionLine(section),
    items: section.items.map((item) => ({
      ...part(item, item.cells.find((cell) => cell.columnUid === column)?.text),
      item,
      parts: item.parts.map((one) => part(one)),
      executors: item.executors.filter(({ role }) => role === 'main').map(({ text }) => text),
      coExecutors: item.executors.filter(({ role }) => role === 'co').map(({ text }) => text),
    })),
  }))
}

/** «План мероприятий («дорожная карта») … на 2026 год» in one line. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
