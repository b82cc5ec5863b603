import FlatQueue from 'flatqueue'
import type { Flows } from './flows'
import { at } from './ints'
import type { Rerouting } from './reroute'

/** Opens, one after another, the trip by which the most copies can go now; each then takes all it can. */
export function openGreedily(flows: Flows): void {
  const { graph, open, left, lack } = flows
  const potential = (trip: number): number => {
    let sum = 0
    for (let place = at(graph.tripStart, trip); place < at(graph.tripStart, trip + 1); place++) {
      const arc = at(graph.tripArcs, place)
      sum += Math.min(at(left, at(graph.arcSupply, arc)), at(lack, at(graph.arcDemand, arc)))
    }
    return sum
  }
  // What a trip could take only falls while others open: the heap's figure is never too low, and is looked at again.
  const queue = new FlatQueue()
  for (let trip = 1; trip < graph.trips; trip++) {
    const copies = at(open, trip) === 1 ? Number.MAX_SAFE_INTEGER : potential(trip)
    if (copies > 0) queue.push(trip, -copies)
  }
  for (let trip = queue.pop(); trip !== undefined; trip = queue.pop()) {
    const copies = potential(trip)
    if (copies === 0) continue
    const next = queue.peekValue()
    if (at(open, trip) === 0 && next !== undefined && copies < -next) {
      queue.push(trip, -copies)
      continue
    }
    flows.setOpen(trip, true)
    fill(flows, trip)
  }
}

function fill(flows: Flows, trip: number): void {
  const { graph, left, lack } = flows
  const arcs = [...graph.tripArcs.subarray(at(graph.tripStart, trip), at(graph.tripStart, trip + 1))]
  for (const arc of arcs.sort((one, other) => at(graph.arcCost, one) - at(graph.arcCost, other) || one - other)) {
    const copies = Math.min(at(left, at(graph.arcSupply, arc)), at(lack, at(graph.arcDemand, arc)))
    if (copies > 0) flows.push(arc, copies)
  }
}

/** Brings every component to the most it can have, by whatever trips that takes. */
export function complete(flows: Flows, rerouting: Rerouting): void {
  const { graph, open, lack } = flows
  const before = open.slice()
  for (let trip = 1; trip < graph.trips; trip++) flows.setOpen(trip, true)
  const groups = flows.targets.group
  for (let component = 0; component < graph.components; component++) {
    const seen = new Set<number>()
    for (let j = at(graph.componentDemands, component); j < at(graph.componentDemands, component + 1); j++) {
      if (at(lack, j) === 0 || seen.has(at(groups, j))) continue
      seen.add(at(groups, j))
      rerouting.bring(component, at(groups, j), Number.MAX_SAFE_INTEGER, false)
    }
  }
  for (let trip = 1; trip < graph.trips; trip++) {
    flows.setOpen(trip, at(flows.volume, trip) > 0 || (at(before, trip) === 1 && at(graph.tripLocked, trip) > 0))
  }
  flows.forget()
}
