import type { Graph } from './graph'
import { add, at } from './ints'
import { emptyShare, pushToMaximum, type Share } from './max-flow'
import type { Problem } from './problem'

/** Who may get how much: the scarcity rule worked out, before any trip is thought of. */
export interface Targets {
  /** The most copies that can be satisfied, locked lines apart. */
  bound: number
  /** The same of each component. */
  component: number[]
  /** Copies below which a demand gets nothing; 0: any number will do. */
  least: Int32Array
  /** What the rule lets be satisfied; below `bound` only by minimum lots. */
  copies: number
  /** At most so many copies for each demand while a plan is being built; reached by all together. */
  caps: Int32Array
  /**
   * How far demands may go afterwards: copies may pass from one to another of the same group (and component) up to
   * `most`, without leaving the rule. Everyone's own group where shares are exact.
   */
  most: Int32Array
  group: Int32Array
}

export function targetsOf(problem: Problem, graph: Graph): Targets {
  const caps = graph.demandCopies.slice()
  const most = graph.demandCopies.slice()
  const group = new Int32Array(graph.demands)
  const least = leastOf(problem, graph)
  const byComponent: number[] = []
  let [bound, copies] = [0, 0]
  for (let component = 0; component < graph.components; component++) {
    const first = at(graph.componentDemands, component)
    const last = at(graph.componentDemands, component + 1)
    if (last === first) {
      byComponent.push(0)
      continue
    }
    const asked = graph.demandCopies.subarray(first, last)
    const whole = emptyShare(graph, component)
    const fullest = pushToMaximum(graph, component, whole, asked)
    bound += fullest
    byComponent.push(fullest)
    let total = 0
    for (const one of asked) total += one
    if (fullest === total) {
      copies += fullest
      continue
    }
    const priorities = Int32Array.from({ length: last - first }, (_, j) => priorityOf(problem, graph, first + j))
    if (problem.rule === 'priority') {
      copies += fullest
      if (priorities.every((one) => one === priorities[0])) continue
      const got = byPriority(graph, component, asked, priorities)
      caps.set(got, first)
      group.set(priorities, first)
      continue
    }
    const got =
      problem.rule === 'proportional'
        ? proportionally(graph, component, asked, fullest)
        : inLots(graph, component, whole, asked, priorities, least.subarray(first, last))
    for (const one of got) copies += one
    caps.set(got, first)
    // Lots may be moved among needs afterwards, none left with less than its own; shares are exact.
    if (problem.rule === 'proportional') most.set(got, first)
  }
  return { bound, component: byComponent, least, copies, caps, most, group }
}

/** A locked line of the same need counts towards its lot. */
function leastOf(problem: Problem, graph: Graph): Int32Array {
  const least = new Int32Array(graph.demands)
  if (problem.rule !== 'minimum-lot') return least
  for (let j = 0; j < graph.demands; j++) {
    const asked = problem.demands[at(graph.demandIndex, j)]?.copies ?? 0
    const locked = asked - at(graph.demandCopies, j)
    least[j] = Math.max(0, Math.min(asked, problem.minimumLot) - locked)
  }
  return least
}

function priorityOf(problem: Problem, graph: Graph, demand: number): number {
  return problem.demands[at(graph.demandIndex, demand)]?.priority ?? 1
}

/** The most for the first, then the most for the next with that kept. */
function byPriority(graph: Graph, component: number, asked: Int32Array, priorities: Int32Array): Int32Array {
  const share = emptyShare(graph, component)
  const levels = [...new Set(priorities)].sort((one, other) => one - other)
  for (const level of levels) {
    const caps = asked.map((copies, j) => (at(priorities, j) <= level ? copies : 0))
    pushToMaximum(graph, component, share, caps)
  }
  return share.got
}

/**
 * What there is, in proportion to what is asked (largest remainder; of equal ones the earlier). Who cannot get the share,
 * since no one who has something may give it, leaves it to the others: the total stays the most there can be.
 */
function proportionally(graph: Graph, component: number, asked: Int32Array, most: number): Int32Array {
  const share = emptyShare(graph, component)
  const stuck = new Set<number>()
  let given = 0
  while (given < most) {
    const open = [...asked.keys()].filter((j) => !stuck.has(j) && at(share.got, j) < at(asked, j))
    const quotas = largestRemainder(
      most - given,
      open.map((j) => at(asked, j)),
      open.map((j) => at(asked, j) - at(share.got, j)),
    )
    const caps = share.got.slice()
    for (const [place, j] of open.entries()) add(caps, j, quotas[place] ?? 0)
    const pushed = pushToMaximum(graph, component, share, caps)
    given += pushed
    for (const j of open) if (at(share.got, j) < at(caps, j)) stuck.add(j)
    if (pushed === 0) {
      given += pushToMaximum(graph, component, share, asked)
      break
    }
  }
  return share.got
}

/** `total` shared by weights, none above its room; whole numbers that sum to `total` where the rooms do. */
export function largestRemainder(total: number, weights: readonly number[], rooms: readonly number[]): number[] {
  const quotas = weights.map(() => 0)
  let rest = Math.min(
    total,
    rooms.reduce((sum, room) => sum + room, 0),
  )
  while (rest > 0) {
    const open = [...weights.keys()].filter((one) => (quotas[one] ?? 0) < (rooms[one] ?? 0))
    const sum = open.reduce((all, one) => all + (weights[one] ?? 0), 0)
    const exact = open.map((one) => (rest * (weights[one] ?? 0)) / sum)
    const capped = open.filter((one, place) => (exact[place] ?? 0) >= (rooms[one] ?? 0) - (quotas[one] ?? 0))
    if (capped.length > 0) {
      // Who is full leaves the rest to the others; then they share anew.
      for (const one of capped) {
        rest -= (rooms[one] ?? 0) - (quotas[one] ?? 0)
        quotas[one] = rooms[one] ?? 0
      }
      continue
    }
    const order = [...open.keys()].sort(
      (one, other) => ((exact[other] ?? 0) % 1) - ((exact[one] ?? 0) % 1) || one - other,
    )
    const whole = exact.map(Math.floor)
    let over = rest - whole.reduce((all, one) => all + one, 0)
    for (const place of order) {
      const one = open[place] ?? 0
      quotas[one] = (quotas[one] ?? 0) + (whole[place] ?? 0) + (over > 0 ? 1 : 0)
      over--
    }
    rest = 0
  }
  return quotas
}

/**
 * Every demand gets its lot (or all it asks for, where that is less) or nothing. From the most copies there can be: whoever
 * is left under the lot is raised to it at the cost of those above theirs, or else lets go of everything; then the others
 * take what was let go. Not proven to be the most: the gap to the bound is told.
 */
function inLots(
  graph: Graph,
  component: number,
  whole: Share,
  asked: Int32Array,
  priorities: Int32Array,
  least: Int32Array,
): Int32Array {
  const byRank = [...asked.keys()].sort(
    (one, other) => at(priorities, one) - at(priorities, other) || at(asked, other) - at(asked, one) || one - other,
  )
  const attempt = (order: readonly number[]): Int32Array => {
    const share = emptyShare(graph, component)
    const taken = new Set<number>()
    // Those that can all have their lots at once; then as much as fits.
    for (const j of order) {
      if (at(asked, j) === 0) continue
      const trial = copyOf(share)
      const caps = share.got.slice()
      caps[j] = at(least, j)
      if (pushToMaximum(graph, component, trial, caps) < at(least, j)) continue
      taken.add(j)
      share.flow.set(trial.flow)
      share.left.set(trial.left)
      share.got.set(trial.got)
    }
    pushToMaximum(
      graph,
      component,
      share,
      asked.map((copies, j) => (taken.has(j) ? copies : 0)),
    )
    return share.got
  }
  const sum = (got: Int32Array): number => got.reduce((all, one) => all + one, 0)
  let best = attempt(byRank)
  const top = sum(whole.got)
  // Which lots are chosen decides what is left over: a few other orders, while some copies stay behind.
  const smallest = [...byRank].sort((one, other) => at(least, one) - at(least, other) || one - other)
  const largest = [...byRank].sort((one, other) => at(least, other) - at(least, one) || one - other)
  for (const order of [largest, smallest]) {
    if (sum(best) === top) break
    const other = attempt(order)
    if (sum(other) > sum(best)) best = other
  }
  for (const j of byRank) {
    if (sum(best) === top) break
    const other = attempt([j, ...byRank.filter((one) => one !== j)])
    if (sum(other) > sum(best)) best = other
  }
  return best
}

const copyOf = (share: Share): Share => ({
  flow: share.flow.slice(),
  left: share.left.slice(),
  got: share.got.slice(),
})
