import { type DueDates, nextDeadline } from '@shared/domain/due/state'
import { dueSummary } from '@shared/domain/due/summary'
import { decisionOutcome, decisionState, type ExecutionMark } from '@shared/domain/execution'
import { type RoadmapItemFacts, roadmapState } from '@shared/domain/roadmap-state'
import { type AttentionFacts, attentionKinds, attentionOf } from '@shared/domain/staffing/attention'
import { positionGroup } from '@shared/domain/staffing/positions'
import { normKey } from '@shared/domain/text/norm'
import { sortKey } from '@shared/domain/text/sort-key'
import type { Database as Sqlite } from 'better-sqlite3'

/**
 * Domain rules callable from queries, so that a list can be filtered and sorted by what they say. Never used in
 * indexes, triggers or stored columns: the file must stay writable for other tools.
 */
export function addFunctions(raw: Sqlite): void {
  raw.function('ru_norm', { deterministic: true }, (text) => (typeof text === 'string' ? normKey(text) : text))
  raw.function('ru_sort', { deterministic: true }, (text) => (typeof text === 'string' ? sortKey(text) : text))
  raw.function('position_group', { deterministic: true }, (position) =>
    typeof position === 'string' ? positionGroup(position) : null,
  )
  raw.function('librarian_attention', { deterministic: true, varargs: true }, attentionJson)
  raw.function('decision_state', { deterministic: true }, (dues, marks, addressees, today) =>
    decisionState(parse<DueDates>(dues), parse<string>(addressees), parse<ExecutionMark>(marks), String(today)),
  )
  raw.function('decision_outcome', { deterministic: true }, (dues, marks, addressees, today) =>
    decisionOutcome(parse<DueDates>(dues), parse<string>(addressees), parse<ExecutionMark>(marks), String(today)),
  )
  raw.function('decision_deadline', { deterministic: true }, (dues, today) =>
    nextDeadline(parse<DueDates>(dues), String(today)),
  )
  raw.function('due_summary', { deterministic: true }, (dues) =>
    dueSummary(parse<Parameters<typeof dueSummary>[0][number]>(dues)),
  )
  raw.function('roadmap_state', { deterministic: true }, roadmapStateJson)
}

function parse<T>(json: unknown): T[] {
  return typeof json === 'string' ? (JSON.parse(json) as T[]) : []
}

interface LinkedFact {
  state: string
  /** Of an event: its last day; of a decision: when it was marked. */
  on: string | null
  /** «Заседание РМО, протокол № 4», of the day, «, решение 1.2». */
  text: string
  date: string | null
  further: string
}

type FactsJson = Omit<RoadmapItemFacts, 'links' | 'parts'> & { links: LinkedFact[]; parts?: FactsJson[] }

const shownDay = (date: string): string => date.split('-').reverse().join('.')

/** What is linked as the rules take it: what was called off asks for nothing. */
function factsOf({ links, parts = [], ...facts }: FactsJson): RoadmapItemFacts {
  return {
    ...facts,
    links: links
      .filter((link) => link.state !== 'cancelled')
      .map(({ state, on, text, date, further }) => ({
        done: state === 'done' || state === 'held',
        on,
        text: date === null ? text : `${text} от ${shownDay(date)}${further}`,
      })),
    parts: parts.map(factsOf),
  }
}

/** Facts of an item with its parts as JSON → the state of the row with this uid: the item's own, or that of a part. */
function roadmapStateJson(json: unknown, uid: unknown, today: unknown): string | null {
  if (typeof json !== 'string') return null
  const item = factsOf(JSON.parse(json) as FactsJson)
  const found = roadmapState(item, String(today))
  const index = item.parts.findIndex((part) => part.uid === uid)
  return JSON.stringify(found.parts[index] ?? found.item)
}

const attentionOrder: readonly string[] = Object.keys(attentionKinds)

/** Columns of the list as facts → JSON for `json_each`; `place` is the kind's among all kinds. */
function attentionJson(...values: readonly unknown[]): string {
  const date = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  const [hasCategory, categoryUntil, lastCourseOn, attestedOn, consentOn, birthDate, hasEducation, on] = values
  const facts: AttentionFacts = {
    hasCategory: hasCategory === 1,
    categoryUntil: date(categoryUntil),
    lastCourseOn: date(lastCourseOn),
    attestedOn: date(attestedOn),
    consentOn: date(consentOn),
    birthDate: date(birthDate),
    hasEducation: hasEducation === 1,
  }
  return JSON.stringify(
    attentionOf(facts, String(on)).map((one) => ({ ...one, place: attentionOrder.indexOf(one.kind) })),
  )
}
