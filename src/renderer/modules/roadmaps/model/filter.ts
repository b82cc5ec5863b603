import type { RoadmapItemState } from '@shared/contract/roadmaps'
import type { Line } from './lines'

/** What of the paper is shown, by how far it is. */
export type StateFilter = 'all' | 'overdue' | 'soon' | 'done'

export const filterNames: Readonly<Record<StateFilter, string>> = {
  all: 'Все',
  overdue: 'Просрочено',
  soon: 'Скоро',
  done: 'Выполнено',
}

/** Rows of that state, with the item of a sub-event and the section of an item above them. */
export function shownLines(
  lines: readonly Line[],
  states: ReadonlyMap<string, RoadmapItemState>,
  filter: StateFilter,
): readonly Line[] {
  if (filter === 'all') return lines
  const shown = new Set<string>()
  for (const line of lines) {
    if (line.kind === 'section' || states.get(line.uid)?.state !== filter) continue
    shown.add(line.uid).add(line.section.uid)
    if (line.kind === 'part') shown.add(line.item.uid)
  }
  return lines.filter(({ uid }) => shown.has(uid))
}

/** Items of each state; sub-events are of their item. */
export function countsOf(
  lines: readonly Line[],
  states: ReadonlyMap<string, RoadmapItemState>,
): Readonly<Record<StateFilter, number>> {
  const counts = { all: 0, overdue: 0, soon: 0, done: 0 }
  for (const line of lines) {
    if (line.kind !== 'item') continue
    counts.all += 1
    const state = states.get(line.uid)?.state
    if (state === 'overdue' || state === 'soon' || state === 'done') counts[state] += 1
  }
  return counts
}
