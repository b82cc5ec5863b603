import type { CommandContext } from '../../context'
import { prepared } from '../../database/prepared'
import { roadmapHandlers } from '../../modules/roadmaps/handlers'
import type { Bank } from '../associations'
import { uidCounter } from '../marks'
import { type BuiltRoadmap, roadmapBuilder } from './build'
import { network2026 } from './network-2026'
import { rmoPlan2025 } from './rmo-plan-2025'
import { rmoPlan2026 } from './rmo-plan-2026'

/** Road map of the network and two plans of the РМО, with what was done of them by `asOf`; meetings are there already. */
export function fillRoadmaps(context: CommandContext, bank: Bank, asOf: string): void {
  const next = uidCounter('demo-done')
  const build = roadmapBuilder(bank, (of) => associationOf(context, of))
  for (const script of [rmoPlan2025, network2026, rmoPlan2026]) {
    const built = build(script)
    const { id } = roadmapHandlers['roadmaps.save'](context, { id: null, revision: null, roadmap: built.roadmap })
    for (const [itemUid, marks] of byItem(built, asOf)) {
      roadmapHandlers['roadmaps.mark'](context, {
        id,
        itemUid,
        marks: marks.map((mark) => ({ ...mark, uid: next(), itemUid })),
      })
    }
    for (const [itemUid, ends] of linked(context, built)) {
      const links = ends.map((end) => ({ uid: next(), itemUid, ...end }))
      roadmapHandlers['roadmaps.link'](context, { id, itemUid, links })
    }
  }
}

function associationOf({ raw }: CommandContext, of: 'rmo' | 'centres'): number {
  const rows = prepared<[], { id: number }>(raw, 'SELECT id FROM association ORDER BY id').all()
  const id = rows[of === 'rmo' ? 0 : 1]?.id
  if (id === undefined) throw new Error(`The sample has no association «${of}»`)
  return id
}

function byItem({ marks }: BuiltRoadmap, asOf: string): Map<string, BuiltRoadmap['marks'][number]['mark'][]> {
  const found = new Map<string, BuiltRoadmap['marks'][number]['mark'][]>()
  for (const { itemUid, mark } of marks) {
    if (mark.on <= asOf) found.set(itemUid, [...(found.get(itemUid) ?? []), mark])
  }
  return found
}

type End =
  | { kind: 'decision'; decisionUid: string; eventId: null }
  | { kind: 'event'; decisionUid: null; eventId: number }

function linked({ raw }: CommandContext, { links, events }: BuiltRoadmap): Map<string, End[]> {
  const found = new Map<string, End[]>()
  const add = (itemUid: string, end: End): void => {
    found.set(itemUid, [...(found.get(itemUid) ?? []), end])
  }
  for (const { itemUid, date, begins } of links) {
    const row = prepared<[string, string], { uid: string }>(
      raw,
      `SELECT decision.uid FROM decision JOIN meeting ON meeting.id = meetingId
       WHERE meeting.date = ? AND instr(decision.text, ?) = 1`,
    ).get(date, begins)
    if (!row) throw new Error(`The sample has no decision «${begins}» of ${date}`)
    add(itemUid, { kind: 'decision', decisionUid: row.uid, eventId: null })
  }
  for (const { itemUid, name } of events) {
    const row = prepared<[string], { id: number }>(raw, 'SELECT id FROM event WHERE name = ?').get(name)
    if (!row) throw new Error(`The sample has no event «${name}»`)
    add(itemUid, { kind: 'event', decisionUid: null, eventId: row.id })
  }
  return found
}
