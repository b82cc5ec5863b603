import type { Graph } from './graph'
import { add, at } from './ints'

/**
 * The most copies that can go within one component, by Dinic's method on the whole network — every arc, whatever trips are
 * open. It knows nothing of the search for trips, so what it answers proves (or not) what that found.
 */
export interface Share {
  /** Copies on each arc, by place among the arcs of the component. */
  flow: Int32Array
  /** What is left of each supply and what each demand has got, by place in the component. */
  left: Int32Array
  got: Int32Array
}

export function emptyShare(graph: Graph, component: number): Share {
  const first = at(graph.componentSupplies, component)
  const last = at(graph.componentSupplies, component + 1)
  return {
    flow: new Int32Array(at(graph.supplyArcs, last) - at(graph.supplyArcs, first)),
    left: graph.supplyCopies.slice(first, last),
    got: new Int32Array(at(graph.componentDemands, component + 1) - at(graph.componentDemands, component)),
  }
}

/**
 * Adds to the share as much as fits under `caps` (copies each demand of the component may get at most); what a demand has
 * it keeps. Answers how many copies were added.
 */
export function pushToMaximum(graph: Graph, component: number, share: Share, caps: Int32Array): number {
  const network = networkOf(graph, component)
  let pushed = 0
  for (;;) {
    const { supplyLevel, demandLevel, reached } = levels(network, share, caps)
    if (!reached) return pushed
    const nextOfSupply = network.supplyArcs.slice(0, network.supplies)
    const nextOfDemand = network.demandArcs.slice(0, network.demands)
    const send = (i: number, limit: number): number => {
      for (; at(nextOfSupply, i) < at(network.supplyArcs, i + 1); add(nextOfSupply, i, 1)) {
        const arc = at(nextOfSupply, i)
        const j = at(network.target, arc)
        if (at(demandLevel, j) !== at(supplyLevel, i) + 1) continue
        const sent = sendOn(j, limit)
        if (sent === 0) continue
        add(share.flow, arc, sent)
        return sent
      }
      return 0
    }
    const sendOn = (j: number, limit: number): number => {
      const room = at(caps, j) - at(share.got, j)
      if (room > 0) {
        const sent = Math.min(limit, room)
        add(share.got, j, sent)
        return sent
      }
      for (; at(nextOfDemand, j) < at(network.demandArcs, j + 1); add(nextOfDemand, j, 1)) {
        const arc = at(network.into, at(nextOfDemand, j))
        const i = at(network.source, arc)
        const carried = at(share.flow, arc)
        if (carried === 0 || at(supplyLevel, i) !== at(demandLevel, j) + 1) continue
        const sent = send(i, Math.min(limit, carried))
        if (sent === 0) continue
        add(share.flow, arc, -sent)
        return sent
      }
      return 0
    }
    for (let i = 0; i < network.supplies; i++) {
      while (at(share.left, i) > 0) {
        const sent = send(i, at(share.left, i))
        if (sent === 0) break
        add(share.left, i, -sent)
        pushed += sent
      }
    }
  }
}

interface Network {
  supplies: number
  demands: number
  /** Arcs of supply i: `supplyArcs[i]`…; of demand j: `into[demandArcs[j]…]`. */
  supplyArcs: Int32Array
  demandArcs: Int32Array
  into: Int32Array
  source: Int32Array
  target: Int32Array
}

function networkOf(graph: Graph, component: number): Network {
  const firstSupply = at(graph.componentSupplies, component)
  const firstDemand = at(graph.componentDemands, component)
  const supplies = at(graph.componentSupplies, component + 1) - firstSupply
  const demands = at(graph.componentDemands, component + 1) - firstDemand
  const firstArc = at(graph.supplyArcs, firstSupply)
  const lastArc = at(graph.supplyArcs, firstSupply + supplies)
  const firstInto = at(graph.demandStart, firstDemand)
  return {
    supplies,
    demands,
    supplyArcs: graph.supplyArcs.slice(firstSupply, firstSupply + supplies + 1).map((arc) => arc - firstArc),
    demandArcs: graph.demandStart.slice(firstDemand, firstDemand + demands + 1).map((place) => place - firstInto),
    into: graph.demandArcs.slice(firstInto, at(graph.demandStart, firstDemand + demands)).map((arc) => arc - firstArc),
    source: graph.arcSupply.slice(firstArc, lastArc).map((supply) => supply - firstSupply),
    target: graph.arcDemand.slice(firstArc, lastArc).map((demand) => demand - firstDemand),
  }
}

/** Steps from the supplies that have something left, along arcs that can take more and against those that carry. */
function levels(
  network: Network,
  share: Share,
  caps: Int32Array,
): { supplyLevel: Int32Array; demandLevel: Int32Array; reached: boolean } {
  const supplyLevel = new Int32Array(network.supplies).fill(-1)
  const demandLevel = new Int32Array(network.demands).fill(-1)
  const queue = new Int32Array(network.supplies)
  let [tail, reached] = [0, false]
  for (let i = 0; i < network.supplies; i++) {
    if (at(share.left, i) === 0) continue
    supplyLevel[i] = 0
    queue[tail++] = i
  }
  for (let head = 0; head < tail && !reached; head++) {
    const i = at(queue, head)
    for (let arc = at(network.supplyArcs, i); arc < at(network.supplyArcs, i + 1); arc++) {
      const j = at(network.target, arc)
      if (at(demandLevel, j) >= 0) continue
      demandLevel[j] = at(supplyLevel, i) + 1
      if (at(caps, j) > at(share.got, j)) {
        reached = true
        continue
      }
      for (let place = at(network.demandArcs, j); place < at(network.demandArcs, j + 1); place++) {
        const back = at(network.into, place)
        const other = at(network.source, back)
        if (at(share.flow, back) === 0 || at(supplyLevel, other) >= 0) continue
        supplyLevel[other] = at(demandLevel, j) + 1
        queue[tail++] = other
      }
    }
  }
  return { supplyLevel, demandLevel, reached }
}
