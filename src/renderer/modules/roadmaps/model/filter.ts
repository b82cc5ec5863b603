import type { RoadmapItemState } from '@shared/contract/roadmaps'
import { isTakenOff } from '@shared/domain/roadmap-state'
import type { Line } from './lines'

/** What of the paper is shown, by how far it is. */
export type StateFilter = 'all' | 'overdue' | 'soon' | 'done' | 'cancelled'

export const filterNames: Readonly<Record<StateFilter, string>> = {
  all: 'Все',
  overdue: 'Просрочено',
  soon: 'Скоро',
  done: 'Выполнено',
  cancelled: 'Снято',
}

/** As the report counts them: what was taken off is not done. */
function filterOf(state: RoadmapItemState | undefined): Exclude<StateFilter, 'all'> | null {
  if (state?.state === 'done') return isTakenOff(state) ? 'cancelled' : 'done'
  return state?.state === 'overdue' || state?.state === 'soon' ? state.state : null
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
    if (line.kind === 'section' || filterOf(states.get(line.uid)) !== filter) continue
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
  const counts = { all: 0, overdue: 0, soon: 0, done: 0, cancelled: 0 }
  for (const line of lines) {
    if (line.kind !== 'item') continue
    counts.all += 1
    const state = filterOf(states.get(line.uid))
    if (state !== null) counts[state] += 1
  }
  return counts
}
