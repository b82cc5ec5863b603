import type { RoadmapDraft } from '@shared/contract/old-papers'
import type { RoadmapItem, RoadmapSection } from '@shared/contract/roadmaps'

/** Changes of a road map under review. Every one answers a new draft. */

export function updateSection(
  roadmap: RoadmapDraft,
  uid: string,
  change: (section: RoadmapSection) => RoadmapSection,
): RoadmapDraft {
  return { ...roadmap, sections: roadmap.sections.map((one) => (one.uid === uid ? change(one) : one)) }
}

export function updateItem(
  roadmap: RoadmapDraft,
  uid: string,
  change: (item: RoadmapItem) => RoadmapItem,
): RoadmapDraft {
  return {
    ...roadmap,
    sections: roadmap.sections.map((section) =>
      section.items.some((item) => item.uid === uid)
        ? { ...section, items: section.items.map((item) => (item.uid === uid ? change(item) : item)) }
        : section,
    ),
  }
}

export function removeItem(roadmap: RoadmapDraft, uid: string): RoadmapDraft {
  return {
    ...roadmap,
    sections: roadmap.sections.map((section) => ({
      ...section,
      items: section.items.filter((one) => one.uid !== uid),
    })),
  }
}

/** Up or down by one; over the border of a section it goes into the next. */
export function moveItem(roadmap: RoadmapDraft, uid: string, by: -1 | 1): RoadmapDraft {
  const at = roadmap.sections.findIndex(({ items }) => items.some((item) => item.uid === uid))
  const section = roadmap.sections[at]
  const index = section?.items.findIndex((item) => item.uid === uid) ?? -1
  const item = section?.items[index]
  if (!section || !item) return roadmap
  const to = index + by
  if (to >= 0 && to < section.items.length) {
    const items = section.items.toSpliced(index, 1).toSpliced(to, 0, item)
    return updateSection(roadmap, section.uid, (one) => ({ ...one, items }))
  }
  const next = roadmap.sections[at + by]
  if (!next) return roadmap
  const sections = roadmap.sections.map((one) => {
    if (one.uid === section.uid) return { ...one, items: one.items.toSpliced(index, 1) }
    if (one.uid !== next.uid) return one
    return { ...one, items: by < 0 ? [...one.items, item] : [item, ...one.items] }
  })
  return { ...roadmap, sections }
}

/** Its items go to the section before it; of the first one to the next. */
export function removeSection(roadmap: RoadmapDraft, uid: string): RoadmapDraft {
  const at = roadmap.sections.findIndex((one) => one.uid === uid)
  const section = roadmap.sections[at]
  if (!section) return roadmap
  const rest = roadmap.sections.toSpliced(at, 1)
  if (section.items.length === 0) return { ...roadmap, sections: rest }
  const heir = rest[at - 1] ?? rest[0]
  if (!heir) return { ...roadmap, sections: [{ ...section, title: '', number: '' }] }
  const items = at > 0 ? [...heir.items, ...section.items] : [...section.items, ...heir.items]
  return { ...roadmap, sections: rest.map((one) => (one.uid === heir.uid ? { ...one, items } : one)) }
}
