import { blankRoadmapItem, blankRoadmapSection } from '@shared/contract/blank'
import { newUid } from '@shared/contract/fields'
import type { Roadmap, RoadmapItem, RoadmapPart, RoadmapSection } from '@shared/contract/roadmaps'
import { sectionLine } from '@shared/domain/roadmap-numbers'
import { duesText, mapItem, mapSections } from './cells'
import { isNameless, type Line, linesOf } from './lines'

/** Rows made, moved, deepened and taken away. Every step answers the document and the row it leaves the cursor on. */

export interface Step {
  roadmap: Roadmap
  /** Row for the cursor; null: where it was. */
  uid: string | null
  /** Why nothing was done, in words for her. */
  refusal?: string
}

export const newItem = (part: Partial<RoadmapItem> = {}): RoadmapItem => ({
  ...blankRoadmapItem(),
  ...part,
})

export const newPart = (part: Partial<RoadmapPart> = {}): RoadmapPart => ({
  uid: newUid(),
  title: '',
  dues: [],
  ...part,
})

export const newSection = (part: Partial<RoadmapSection> = {}): RoadmapSection => ({
  ...blankRoadmapSection(),
  ...part,
})

/** After the line's item; at the beginning of a section; at the end of the paper where there is no line. */
export function addItem(roadmap: Roadmap, line: Line | null, item: RoadmapItem = newItem()): Step {
  if (line === null) {
    const last = roadmap.sections.at(-1)
    const sections = last
      ? [...roadmap.sections.slice(0, -1), { ...last, items: [...last.items, item] }]
      : [newSection({ items: [item] })]
    return { roadmap: { ...roadmap, sections }, uid: item.uid }
  }
  const next = mapSections(roadmap, (section) => {
    if (section.uid !== line.section.uid) return section
    const at = line.kind === 'section' ? 0 : section.items.findIndex(({ uid }) => uid === line.item.uid) + 1
    return { ...section, items: section.items.toSpliced(at, 0, item) }
  })
  return { roadmap: next, uid: item.uid }
}

/** Under the line's item: after the sub-event itself, else as the last one. */
export function addPart(roadmap: Roadmap, line: Line | null): Step {
  const target = line ?? linesOf(roadmap).at(-1) ?? null
  if (target === null || target.kind === 'section')
    return { roadmap, uid: null, refusal: 'Подпункт добавляется к пункту: встаньте на строку пункта.' }
  const part = newPart()
  const next = mapItem(roadmap, target.item.uid, (item) => {
    const at = target.kind === 'part' ? item.parts.findIndex(({ uid }) => uid === target.uid) + 1 : item.parts.length
    return { ...item, parts: item.parts.toSpliced(at, 0, part) }
  })
  return { roadmap: next, uid: part.uid }
}

/** After the line: the items below it in its section become the new section's. */
export function addSection(roadmap: Roadmap, line: Line | null, section: RoadmapSection = newSection()): Step {
  const at = line === null ? -1 : roadmap.sections.findIndex(({ uid }) => uid === line.section.uid)
  const own = roadmap.sections[at]
  // What stands first without a name has no line: a new section always has something before it.
  if (line === null || !own) {
    const before = roadmap.sections.length === 0 ? [newSection()] : roadmap.sections
    return { roadmap: { ...roadmap, sections: [...before, section] }, uid: section.uid }
  }
  const cut = line.kind === 'section' ? own.items.length : own.items.findIndex(({ uid }) => uid === line.item.uid) + 1
  const sections = roadmap.sections.toSpliced(
    at,
    1,
    { ...own, items: own.items.slice(0, cut) },
    { ...section, items: own.items.slice(cut) },
  )
  return { roadmap: { ...roadmap, sections }, uid: section.uid }
}

/** A section that is taken away leaves its items to the one above. */
export function removeLines(roadmap: Roadmap, uids: ReadonlySet<string>): Roadmap {
  const sections: RoadmapSection[] = []
  for (const section of roadmap.sections) {
    const items = section.items
      .filter(({ uid }) => !uids.has(uid))
      .map((item) => ({ ...item, parts: item.parts.filter(({ uid }) => !uids.has(uid)) }))
    const above = sections.at(-1)
    if (!uids.has(section.uid)) sections.push({ ...section, items })
    else if (above) sections[sections.length - 1] = { ...above, items: [...above.items, ...items] }
    else if (items.length > 0) sections.push(newSection({ items }))
  }
  return { ...roadmap, sections }
}

/** One row up (−1) or down (1) among its like; an item passes into the neighbouring section. */
export function moveLine(roadmap: Roadmap, line: Line, by: -1 | 1): Roadmap {
  if (line.kind === 'part')
    return mapItem(roadmap, line.item.uid, (item) => ({ ...item, parts: swapped(item.parts, line.uid, by) }))
  const at = roadmap.sections.findIndex(({ uid }) => uid === line.section.uid)
  const section = roadmap.sections[at]
  const neighbour = roadmap.sections[at + by]
  if (!section) return roadmap
  if (line.kind === 'section') {
    // Items under no section stay first.
    if (!neighbour || (at + by === 0 && isNameless(neighbour))) return roadmap
    return { ...roadmap, sections: swapped(roadmap.sections, section.uid, by) }
  }
  const items = swapped(section.items, line.uid, by)
  if (items !== section.items) return { ...roadmap, sections: roadmap.sections.with(at, { ...section, items }) }
  if (!neighbour) return roadmap
  const without = { ...section, items: section.items.filter(({ uid }) => uid !== line.uid) }
  const joined = by < 0 ? [...neighbour.items, line.item] : [line.item, ...neighbour.items]
  return {
    ...roadmap,
    sections: roadmap.sections.with(at, without).with(at + by, { ...neighbour, items: joined }),
  }
}

/** Several rows that stand together keep their order. */
export function moveLines(roadmap: Roadmap, uids: readonly string[], by: -1 | 1): Roadmap {
  const chosen = new Set(uids)
  // What moves with the row above it is not moved again.
  const own = linesOf(roadmap).filter(
    (line) =>
      chosen.has(line.uid) &&
      !(line.kind === 'part' && chosen.has(line.item.uid)) &&
      !(line.kind !== 'section' && chosen.has(line.section.uid)),
  )
  const order = (by < 0 ? own : own.toReversed()).map(({ uid }) => uid)
  let next = roadmap
  for (const uid of order) {
    const line = linesOf(next).find((one) => one.uid === uid)
    if (!line) continue
    const moved = moveLine(next, line, by)
    // The first is at the end of its way: the rest stay behind it.
    if (moved === next) return roadmap === next ? roadmap : next
    next = moved
  }
  return next
}

function swapped<T extends { uid: string }>(rows: T[], uid: string, by: number): T[] {
  const at = rows.findIndex((row) => row.uid === uid)
  const [row, other] = [rows[at], rows[at + by]]
  return row && other ? rows.with(at, other).with(at + by, row) : rows
}

/** Section → item → sub-event. What a sub-event has no place for goes to the item it comes under: nothing is lost. */
export function indent(roadmap: Roadmap, line: Line): Step {
  if (line.kind === 'part') return { roadmap, uid: null, refusal: 'Глубже подпункта строк нет.' }
  if (line.kind === 'section') return sectionToItem(roadmap, line.section)
  const at = line.section.items.findIndex(({ uid }) => uid === line.uid)
  const above = line.section.items[at - 1]
  if (!above) return { roadmap, uid: null, refusal: 'Выше в этом разделе нет пункта, к которому отнести подпункт.' }
  const own: RoadmapPart = { uid: line.uid, title: line.item.title, dues: line.item.dues }
  const merged: RoadmapItem = {
    ...above,
    parts: [...above.parts, own, ...line.item.parts],
    executors: [
      ...above.executors,
      ...line.item.executors.filter(({ text }) => !above.executors.some((one) => one.text === text)),
    ],
    document: joined(above.document, line.item.document),
    results: joined(above.results, line.item.results),
    cells: joinedCells(above.cells, line.item.cells),
  }
  const next = mapSections(roadmap, (section) =>
    section.uid === line.section.uid ? { ...section, items: section.items.toSpliced(at - 1, 2, merged) } : section,
  )
  return { roadmap: next, uid: line.uid }
}

/** Sub-event → item → section; those below it in its item go with it. */
export function outdent(roadmap: Roadmap, line: Line): Step {
  if (line.kind === 'section') return { roadmap, uid: null, refusal: 'Выше раздела строк нет.' }
  if (line.kind === 'item') return itemToSection(roadmap, line)
  const at = line.item.parts.findIndex(({ uid }) => uid === line.uid)
  const own = newItem({
    uid: line.uid,
    title: line.part.title,
    dues: line.part.dues,
    parts: line.item.parts.slice(at + 1),
  })
  const next = mapSections(roadmap, (section) => {
    const place = section.items.findIndex(({ uid }) => uid === line.item.uid)
    const parent = section.items[place]
    if (!parent) return section
    return {
      ...section,
      items: section.items.toSpliced(place, 1, { ...parent, parts: parent.parts.slice(0, at) }, own),
    }
  })
  return { roadmap: next, uid: line.uid }
}

function itemToSection(roadmap: Roadmap, line: Extract<Line, { kind: 'item' }>): Step {
  const { item, section } = line
  const rest = [duesText(item.dues), item.document, item.results, ...item.cells.map(({ text }) => text)]
  if (item.parts.length > 0 || item.executors.length > 0 || rest.some((text) => text !== ''))
    return { roadmap, uid: null, refusal: 'Разделом становится строка, где заполнено одно название.' }
  const at = section.items.findIndex(({ uid }) => uid === line.uid)
  const made = newSection({ uid: item.uid, number: item.number, title: item.title, items: section.items.slice(at + 1) })
  const own = roadmap.sections.findIndex(({ uid }) => uid === section.uid)
  const above = { ...section, items: section.items.slice(0, at) }
  return {
    roadmap: { ...roadmap, sections: roadmap.sections.toSpliced(own, 1, above, made) },
    uid: made.uid,
  }
}

function sectionToItem(roadmap: Roadmap, section: RoadmapSection): Step {
  const at = roadmap.sections.findIndex(({ uid }) => uid === section.uid)
  const above = roadmap.sections[at - 1]
  const items = [newItem({ uid: section.uid, title: sectionLine(section) }), ...section.items]
  const sections = above
    ? roadmap.sections.toSpliced(at - 1, 2, { ...above, items: [...above.items, ...items] })
    : roadmap.sections.with(at, newSection({ items }))
  return { roadmap: { ...roadmap, sections }, uid: section.uid }
}

function joinedCells(one: RoadmapItem['cells'], other: RoadmapItem['cells']): RoadmapItem['cells'] {
  const texts = new Map(one.map(({ columnUid, text }) => [columnUid, text]))
  for (const { columnUid, text } of other) texts.set(columnUid, joined(texts.get(columnUid) ?? '', text))
  return [...texts].map(([columnUid, text]) => ({ columnUid, text }))
}

function joined(one: string, other: string): string {
  if (other === '' || one === other) return one
  return one === '' ? other : `${one}\n${other}`
}

/** Without rows added and left blank: what is saved. */
export function pruned(roadmap: Roadmap): Roadmap {
  const sections = roadmap.sections
    .map((section) => ({
      ...section,
      items: section.items
        .map((item) => ({ ...item, parts: item.parts.filter((part) => !isBlankPart(part)) }))
        .filter((item) => !isBlankItem(item)),
    }))
    .filter((section) => section.items.length > 0 || !isNameless(section))
  return { ...roadmap, sections }
}

const isBlankPart = (part: RoadmapPart): boolean => part.title.trim() === '' && part.dues.length === 0

function isBlankItem(item: RoadmapItem): boolean {
  return (
    [item.title, item.number, item.document, item.results].every((text) => text.trim() === '') &&
    item.parts.length === 0 &&
    item.dues.length === 0 &&
    item.executors.length === 0 &&
    item.cells.every(({ text }) => text.trim() === '')
  )
}
