import { type Flows, groups } from './flows'
import type { Graph } from './graph'
import { at } from './ints'

/**
 * With the trips settled: within each component the edition asked for goes before a substitute, and what serves longest
 * before the rest — by cancelling cycles of lower cost over the open trips. Neither copies nor (of a group) who gets how many
 * in all is changed; a trip may be left with nothing, which is one trip fewer.
 */
export function preferBetter(flows: Flows, minimumPair: number): void {
  const { graph } = flows
  for (let component = 0; component < graph.components; component++) {
    if (!costsDiffer(graph, component)) continue
    const cycles = new Cycles(flows, component, minimumPair)
    // So many are plenty: a component that is not done then is good enough as it is.
    for (let round = 16 + 4 * cycles.arcs; round > 0 && cycles.cancelOne(); round--);
  }
  flows.forget()
}

function costsDiffer(graph: Graph, component: number): boolean {
  const first = at(graph.supplyArcs, at(graph.componentSupplies, component))
  const last = at(graph.supplyArcs, at(graph.componentSupplies, component + 1))
  for (let arc = first + 1; arc < last; arc++) if (at(graph.arcCost, arc) !== at(graph.arcCost, first)) return true
  return false
}

/** Nodes: supplies, then demands, then the store of what is left, then a purse of each group. */
class Cycles {
  readonly arcs: number
  private readonly firstSupply: number
  private readonly firstDemand: number
  private readonly supplies: number
  private readonly demands: number
  private readonly from: number[] = []
  private readonly to: number[] = []
  private readonly arc: number[] = []
  private readonly usable: number[] = []
  private readonly cost: number[] = []

  constructor(
    private readonly flows: Flows,
    component: number,
    private readonly minimumPair: number,
  ) {
    const { graph } = flows
    this.firstSupply = at(graph.componentSupplies, component)
    this.firstDemand = at(graph.componentDemands, component)
    this.supplies = at(graph.componentSupplies, component + 1) - this.firstSupply
    this.demands = at(graph.componentDemands, component + 1) - this.firstDemand
    const first = at(graph.supplyArcs, this.firstSupply)
    const last = at(graph.supplyArcs, this.firstSupply + this.supplies)
    for (let arc = first; arc < last; arc++) {
      if (at(flows.open, at(graph.arcTrip, arc)) === 0 || at(flows.open, at(graph.arcLeg, arc)) === 0) continue
      this.usable.push(arc)
    }
    this.arcs = this.usable.length
  }

  /** Answers whether there was one. */
  cancelOne(): boolean {
    this.build()
    const cycle = this.negativeCycle()
    if (cycle.length === 0) return false
    return this.push(cycle)
  }

  private build(): void {
    const { flows, from, to, arc, cost } = this
    const { graph } = flows
    const stored = this.supplies + this.demands
    const edge = (one: number, other: number, of: number, price: number): void => {
      from.push(one)
      to.push(other)
      arc.push(of)
      cost.push(price)
    }
    for (const list of [from, to, arc, cost]) list.length = 0
    for (const one of this.usable) {
      const i = at(graph.arcSupply, one) - this.firstSupply
      const j = this.supplies + at(graph.arcDemand, one) - this.firstDemand
      edge(i, j, one, at(graph.arcCost, one))
      if (at(flows.flow, one) > 0) edge(j, i, one, -at(graph.arcCost, one))
    }
    for (let i = 0; i < this.supplies; i++) {
      const left = at(flows.left, this.firstSupply + i)
      if (left > 0) edge(stored, i, -1, 0)
      if (left < at(graph.supplyCopies, this.firstSupply + i)) edge(i, stored, -1, 0)
    }
    for (let j = 0; j < this.demands; j++) {
      const demand = this.firstDemand + j
      const purse = stored + 1 + at(flows.targets.group, demand)
      if (at(flows.lack, demand) > 0) edge(this.supplies + j, purse, -1, 0)
      if (at(flows.lack, demand) < at(flows.targets.most, demand)) edge(purse, this.supplies + j, -1, 0)
    }
  }

  /** Edges of a cycle whose cost is below zero (Bellman–Ford, looking for one after every round); empty: there is none. */
  private negativeCycle(): number[] {
    const nodes = this.supplies + this.demands + 1 + groups
    const [from, to, cost] = [Int32Array.from(this.from), Int32Array.from(this.to), Int32Array.from(this.cost)]
    const distance = new Float64Array(nodes)
    const into = new Int32Array(nodes).fill(-1)
    const seenBy = new Int32Array(nodes)
    for (;;) {
      let relaxed = false
      for (let edge = 0; edge < from.length; edge++) {
        const other = at(to, edge)
        const reach = (distance[at(from, edge)] as number) + at(cost, edge)
        if (reach >= (distance[other] as number)) continue
        distance[other] = reach
        into[other] = edge
        relaxed = true
      }
      if (!relaxed) return []
      // A circle in the way each was reached is a cycle below zero.
      seenBy.fill(-1)
      for (let start = 0; start < nodes; start++) {
        let node = start
        while (at(seenBy, node) < 0 && at(into, node) >= 0) {
          seenBy[node] = start
          node = at(from, at(into, node))
        }
        if (at(into, node) < 0 || at(seenBy, node) !== start) continue
        const cycle: number[] = []
        const first = node
        do {
          cycle.push(at(into, node))
          node = at(from, at(into, node))
        } while (node !== first)
        return cycle
      }
    }
  }

  private push(cycle: readonly number[]): boolean {
    const { flows, from, to, arc } = this
    const { graph } = flows
    const stored = this.supplies + this.demands
    let copies = Number.MAX_SAFE_INTEGER
    for (const edge of cycle) {
      const [one, other, of] = [from[edge] ?? 0, to[edge] ?? 0, arc[edge] ?? -1]
      if (of >= 0) {
        if (one >= this.supplies) copies = Math.min(copies, at(flows.flow, of))
      } else if (one === stored) copies = Math.min(copies, at(flows.left, this.firstSupply + other))
      else if (other === stored) {
        const supply = this.firstSupply + one
        copies = Math.min(copies, at(graph.supplyCopies, supply) - at(flows.left, supply))
      } else if (other > stored) copies = Math.min(copies, at(flows.lack, this.firstDemand + one - this.supplies))
      else {
        const demand = this.firstDemand + other - this.supplies
        copies = Math.min(copies, at(flows.targets.most, demand) - at(flows.lack, demand))
      }
    }
    flows.forget()
    for (const edge of cycle) {
      const of = arc[edge] ?? -1
      if (of >= 0) flows.push(of, (from[edge] ?? 0) < this.supplies ? copies : -copies)
    }
    for (const edge of cycle) {
      const of = arc[edge] ?? -1
      if (of < 0) continue
      if (flows.underLot(at(graph.arcDemand, of))) {
        flows.rollback()
        return false
      }
      for (const trip of [at(graph.arcTrip, of), at(graph.arcLeg, of)]) {
        if (trip === 0 || at(flows.volume, trip) === 0 || at(flows.volume, trip) >= this.minimumPair) continue
        if (at(graph.tripLocked, trip) > 0) continue
        flows.rollback()
        return false
      }
    }
    return true
  }
}

/** Closes what carries nothing any more. */
export function closeEmpty(flows: Flows): void {
  for (let trip = 1; trip < flows.graph.trips; trip++) {
    if (at(flows.open, trip) === 1 && at(flows.volume, trip) === 0) flows.setOpen(trip, false)
  }
}

/** Copies by problem's supply and demand, of every arc that carries. */
export function deliveriesOf(flows: Flows): { supply: number; demand: number; copies: number }[] {
  const { graph, flow } = flows
  const lines: { supply: number; demand: number; copies: number }[] = []
  for (let arc = 0; arc < graph.arcs; arc++) {
    const copies = at(flow, arc)
    if (copies === 0) continue
    lines.push({
      supply: at(graph.supplyIndex, at(graph.arcSupply, arc)),
      demand: at(graph.demandIndex, at(graph.arcDemand, arc)),
      copies,
    })
  }
  return lines
}
