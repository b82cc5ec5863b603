import type { Roadmap, RoadmapItem, RoadmapPart, RoadmapSection } from '@shared/contract/roadmaps'
import { roadmapNumbers } from '@shared/domain/roadmap-numbers'

/** What stands on one line of the sheet. `uid` names it through every change. */
export type Line =
  | { kind: 'section'; uid: string; section: RoadmapSection }
  | { kind: 'item'; uid: string; section: RoadmapSection; item: RoadmapItem; number: string }
  | { kind: 'part'; uid: string; section: RoadmapSection; item: RoadmapItem; part: RoadmapPart; number: string }

/** Lines from top to bottom; a nameless first section has no line of its own. */
export function linesOf(roadmap: Roadmap): Line[] {
  const lines: Line[] = []
  const numbers = roadmapNumbers(roadmap.sections, roadmap.numbering)
  for (const [index, section] of roadmap.sections.entries()) {
    if (index > 0 || !isNameless(section)) lines.push({ kind: 'section', uid: section.uid, section })
    for (const item of section.items) {
      lines.push({ kind: 'item', uid: item.uid, section, item, number: numbers.get(item.uid) ?? '' })
      for (const part of item.parts)
        lines.push({ kind: 'part', uid: part.uid, section, item, part, number: numbers.get(part.uid) ?? '' })
    }
  }
  return lines
}

export function isNameless(section: Pick<RoadmapSection, 'number' | 'title'>): boolean {
  return section.title.trim() === '' && section.number === ''
}

const SECTION = /^\s*((?:раздел\s+)?(?:[IVXLCІХ]+|\d{1,3}(?:\.\d{1,3})*))\s*(?:[.:)]+\s*|$)([\s\S]*)$/iu

/**
 * The number a line begins with, apart from its words: the other way of `sectionLine`. Cyrillic «І» and «Х» pass for Roman
 * figures as they do on paper, small letters do not.
 */
export function readSection(text: string): { number: string; title: string } {
  const found = SECTION.exec(text)
  const number = (found?.[1] ?? '').trim()
  const isNumber = /^раздел/iu.test(number) || number === number.toUpperCase()
  return found && number !== '' && isNumber
    ? { number, title: (found[2] ?? '').trim() }
    : { number: '', title: text.trim() }
}
