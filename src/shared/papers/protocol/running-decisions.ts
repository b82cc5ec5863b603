import type { Decision, MeetingRecord } from '../../contract/meetings'
import { line, numbered } from '../block-makers'
import type { Block, ListDefinition } from '../model'
import { decisionParagraphs } from './decision-text'

/** Every decision of the meeting as one list, numbered through: those of the items in their order, then the others. */

export const RUNNING_LIST: ListDefinition = { id: 'decisions', levels: [{ pattern: '%1.', start: 1 }] }

export function allDecisions(record: MeetingRecord): Decision[] {
  return [...record.meeting.agenda.flatMap((item) => item.decisions), ...record.meeting.decisions]
}

export function runningDecisions(record: MeetingRecord, label: string): Block[] {
  const decisions = allDecisions(record)
  if (decisions.length === 0) return []
  return [line('label', label), ...decisions.flatMap((decision) => decisionItem(RUNNING_LIST.id, 0, decision))]
}

/** A decision under its number; one not yet typed keeps its number, for those after it. */
export function decisionItem(list: string, level: number, decision: Decision): Block[] {
  const texts = decisionParagraphs(decision)
  return numbered(list, level, texts.length === 0 ? [[]] : texts)
}
