import { newUid } from '@shared/contract/fields'
import type { Roadmap, RoadmapItem, RoadmapPart, RoadmapSection } from '@shared/contract/roadmaps'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'

/** Rows of a paper by their uid: finding, changing, taking out, putting in. */

export interface Place {
  section: RoadmapSection
  item: RoadmapItem
  /** Null: the row is the item itself. */
  part: RoadmapPart | null
}

/** @throws AppError `not-found` */
export function placeOf(roadmap: Roadmap, uid: string): Place {
  for (const section of roadmap.sections) {
    for (const item of section.items) {
      if (item.uid === uid) return { section, item, part: null }
      const part = item.parts.find((one) => one.uid === uid)
      if (part) return { section, item, part }
    }
  }
  throw new AppError('not-found', 'Такого пункта в документе уже нет. Обновите его и повторите.')
}

function withItems(roadmap: Roadmap, change: (item: RoadmapItem) => RoadmapItem[]): Roadmap {
  return {
    ...roadmap,
    sections: roadmap.sections.map((section) => ({ ...section, items: section.items.flatMap(change) })),
  }
}

/** The paper with another item or sub-event in the place of this one. */
export function withRow(roadmap: Roadmap, uid: string, row: RoadmapItem | RoadmapPart): Roadmap {
  return withItems(roadmap, (item) =>
    item.uid === uid
      ? [{ ...item, ...row }]
      : [{ ...item, parts: item.parts.map((part) => (part.uid === uid ? { ...part, ...row } : part)) }],
  )
}

export function withoutRow(roadmap: Roadmap, uid: string): Roadmap {
  return withItems(roadmap, (item) =>
    item.uid === uid ? [] : [{ ...item, parts: item.parts.filter((part) => part.uid !== uid) }],
  )
}

/** The item at the end of the section called so; a new section stands last, one without a name first. */
export function withItemIn(roadmap: Roadmap, item: RoadmapItem, named: { number: string; title: string }): Roadmap {
  const key = normKey(`${named.number} ${named.title}`)
  const found = roadmap.sections.find(
    (section) =>
      normKey(`${section.number} ${section.title}`) === key || (key !== '' && normKey(section.title) === key),
  )
  if (found) {
    const sections = roadmap.sections.map((one) => (one === found ? { ...one, items: [...one.items, item] } : one))
    return { ...roadmap, sections }
  }
  const fresh = { uid: newUid(), ...named, items: [item] }
  return { ...roadmap, sections: key === '' ? [fresh, ...roadmap.sections] : [...roadmap.sections, fresh] }
}
