import type { Decision } from '@shared/contract/meetings'
import type { ProtocolDraft, RoadmapDraft, Understood } from '@shared/contract/old-papers'

/** What goes to the store: rows that were added and have no words yet stay in the window only. */
export function pruned(understood: Understood): Understood {
  return understood.kind === 'protocol'
    ? { ...understood, protocol: prunedProtocol(understood.protocol) }
    : { ...understood, roadmap: prunedRoadmap(understood.roadmap) }
}

const worded = <T extends { text: string }>(rows: readonly T[]): T[] => rows.filter(({ text }) => text.trim() !== '')

function prunedProtocol(protocol: ProtocolDraft): ProtocolDraft {
  const decision = (one: Decision): Decision => ({ ...one, addressees: worded(one.addressees), dues: worded(one.dues) })
  return {
    ...protocol,
    decisions: protocol.decisions.map(decision),
    agenda: protocol.agenda.map((item) => ({ ...item, decisions: item.decisions.map(decision) })),
  }
}

function prunedRoadmap(roadmap: RoadmapDraft): RoadmapDraft {
  return {
    ...roadmap,
    sections: roadmap.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({
        ...item,
        executors: worded(item.executors),
        dues: worded(item.dues),
        parts: item.parts.map((part) => ({ ...part, dues: worded(part.dues) })),
      })),
    })),
  }
}
