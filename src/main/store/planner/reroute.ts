import { lowest } from './bits'
import type { Flows } from './flows'
import { at } from './ints'

/**
 * Paths by which copies find another way: forward from supplies that have some left, or backward from demands that lack
 * some, along arcs of open trips and against arcs that carry. Copies that a group lost come back to the same group.
 */
export class Rerouting {
  /** What the last search of each direction reached, as sets of the component. */
  readonly supplies: Int32Array
  readonly demands: Int32Array
  private readonly otherSupplies: Int32Array
  private readonly otherDemands: Int32Array
  /** By place in the component: whence it was reached; −1: it is where the search began. */
  private readonly intoSupply: Int32Array
  private readonly intoDemand: Int32Array
  private readonly queue: Int32Array

  constructor(readonly flows: Flows) {
    const { graph, layout } = flows
    let [supplies, demands, supplyWords, demandWords] = [0, 0, 0, 0]
    for (let c = 0; c < graph.components; c++) {
      supplies = Math.max(supplies, at(graph.componentSupplies, c + 1) - at(graph.componentSupplies, c))
      demands = Math.max(demands, at(graph.componentDemands, c + 1) - at(graph.componentDemands, c))
      supplyWords = Math.max(supplyWords, at(layout.supplyWords, c))
      demandWords = Math.max(demandWords, at(layout.demandWords, c))
    }
    this.supplies = new Int32Array(supplyWords)
    this.demands = new Int32Array(demandWords)
    this.otherSupplies = new Int32Array(supplyWords)
    this.otherDemands = new Int32Array(demandWords)
    this.intoSupply = new Int32Array(supplies)
    this.intoDemand = new Int32Array(demands)
    this.queue = new Int32Array(Math.max(supplies, demands))
  }

  /** Brings up to `copies` more to the group by open trips. Answers how many came. */
  bring(component: number, group: number, copies: number, backward: boolean): number {
    let brought = 0
    while (brought < copies) {
      const sent = backward
        ? this.fromDemands(component, group, copies - brought)
        : this.fromSupplies(component, group, copies - brought)
      if (sent === 0) break
      brought += sent
    }
    return brought
  }

  /** Fills `supplies`: those that could send more of what is left, if only there were a trip. */
  reachForward(component: number): void {
    this.fromSupplies(component, -1, 0)
  }

  /** Fills `demands`: those that could pass on what they have to one of the group that lacks it. */
  reachBackward(component: number, group: number): void {
    this.fromDemands(component, group, 0)
  }

  /** With no limit it only fills `supplies`. */
  private fromSupplies(component: number, group: number, limit: number): number {
    const { flows, intoSupply, intoDemand, queue, supplies: seen, otherDemands: seenDemands } = this
    const { graph, layout, openRow, flowColumn, leftSet, lackSet } = flows
    const supplyWords = at(layout.supplyWords, component)
    const demandWords = at(layout.demandWords, component)
    const firstSupply = at(graph.componentSupplies, component)
    const firstDemand = at(graph.componentDemands, component)
    const lack = limit > 0 ? flows.lackStart(component, group) : -1
    let tail = 0
    const begin = at(layout.supplySet, component)
    for (let w = 0; w < supplyWords; w++) {
      const some = at(leftSet, begin + w)
      seen[w] = some
      for (let rest = some; rest !== 0; rest &= rest - 1) {
        const i = (w << 5) + lowest(rest)
        intoSupply[i] = -1
        queue[tail++] = i
      }
    }
    for (let w = 0; w < demandWords; w++) seenDemands[w] = 0
    for (let head = 0; head < tail; head++) {
      const i = at(queue, head)
      const row = at(layout.row, firstSupply + i)
      for (let w = 0; w < demandWords; w++) {
        const fresh = at(openRow, row + w) & ~at(seenDemands, w)
        if (fresh === 0) continue
        if (lack >= 0) {
          const hit = fresh & at(lackSet, lack + w)
          if (hit !== 0) {
            const j = (w << 5) + lowest(hit)
            intoDemand[j] = i
            return this.augment(component, j, limit)
          }
        }
        seenDemands[w] = at(seenDemands, w) | fresh
        for (let rest = fresh; rest !== 0; rest &= rest - 1) {
          const j = (w << 5) + lowest(rest)
          intoDemand[j] = i
          const column = at(layout.column, firstDemand + j)
          for (let v = 0; v < supplyWords; v++) {
            const back = at(flowColumn, column + v) & ~at(seen, v)
            if (back === 0) continue
            seen[v] = at(seen, v) | back
            for (let more = back; more !== 0; more &= more - 1) {
              const other = (v << 5) + lowest(more)
              intoSupply[other] = j
              queue[tail++] = other
            }
          }
        }
      }
    }
    return 0
  }

  /** With no limit it only fills `demands`. */
  private fromDemands(component: number, group: number, limit: number): number {
    const { flows, intoSupply, intoDemand, queue, demands: seen, otherSupplies: seenSupplies } = this
    const { graph, layout, openColumn, flowRow, leftSet, lackSet } = flows
    const supplyWords = at(layout.supplyWords, component)
    const demandWords = at(layout.demandWords, component)
    const firstSupply = at(graph.componentSupplies, component)
    const firstDemand = at(graph.componentDemands, component)
    const left = at(layout.supplySet, component)
    let tail = 0
    const begin = flows.lackStart(component, group)
    for (let w = 0; w < demandWords; w++) {
      const some = at(lackSet, begin + w)
      seen[w] = some
      for (let rest = some; rest !== 0; rest &= rest - 1) {
        const j = (w << 5) + lowest(rest)
        intoDemand[j] = -1
        queue[tail++] = j
      }
    }
    for (let w = 0; w < supplyWords; w++) seenSupplies[w] = 0
    for (let head = 0; head < tail; head++) {
      const j = at(queue, head)
      const column = at(layout.column, firstDemand + j)
      for (let w = 0; w < supplyWords; w++) {
        const fresh = at(openColumn, column + w) & ~at(seenSupplies, w)
        if (fresh === 0) continue
        if (limit > 0) {
          const hit = fresh & at(leftSet, left + w)
          if (hit !== 0) {
            const i = (w << 5) + lowest(hit)
            intoSupply[i] = j
            return this.augmentFrom(component, i, limit)
          }
        }
        seenSupplies[w] = at(seenSupplies, w) | fresh
        for (let rest = fresh; rest !== 0; rest &= rest - 1) {
          const i = (w << 5) + lowest(rest)
          intoSupply[i] = j
          const row = at(layout.row, firstSupply + i)
          for (let v = 0; v < demandWords; v++) {
            const back = at(flowRow, row + v) & ~at(seen, v)
            if (back === 0) continue
            seen[v] = at(seen, v) | back
            for (let more = back; more !== 0; more &= more - 1) {
              const other = (v << 5) + lowest(more)
              intoDemand[other] = i
              queue[tail++] = other
            }
          }
        }
      }
    }
    return 0
  }

  /** Along the path found from a supply with some left to this demand. */
  private augment(component: number, end: number, limit: number): number {
    const { flows, intoDemand, intoSupply } = this
    const { graph } = flows
    const supply = at(graph.componentSupplies, component)
    const demand = at(graph.componentDemands, component)
    let copies = Math.min(limit, at(flows.lack, demand + end))
    for (let j = end; ; ) {
      const i = at(intoDemand, j)
      j = at(intoSupply, i)
      if (j < 0) {
        copies = Math.min(copies, at(flows.left, supply + i))
        break
      }
      copies = Math.min(copies, at(flows.flow, flows.arcBetween(component, supply + i, demand + j)))
    }
    for (let j = end; ; ) {
      const i = at(intoDemand, j)
      flows.push(flows.arcBetween(component, supply + i, demand + j), copies)
      j = at(intoSupply, i)
      if (j < 0) return copies
      flows.push(flows.arcBetween(component, supply + i, demand + j), -copies)
    }
  }

  /** Along the path found from this supply, with some left, to a demand that lacks some. */
  private augmentFrom(component: number, begin: number, limit: number): number {
    const { flows, intoDemand, intoSupply } = this
    const { graph } = flows
    const supply = at(graph.componentSupplies, component)
    const demand = at(graph.componentDemands, component)
    let copies = Math.min(limit, at(flows.left, supply + begin))
    for (let i = begin; ; ) {
      const j = at(intoSupply, i)
      i = at(intoDemand, j)
      if (i < 0) {
        copies = Math.min(copies, at(flows.lack, demand + j))
        break
      }
      copies = Math.min(copies, at(flows.flow, flows.arcBetween(component, supply + i, demand + j)))
    }
    for (let i = begin; ; ) {
      const j = at(intoSupply, i)
      flows.push(flows.arcBetween(component, supply + i, demand + j), copies)
      i = at(intoDemand, j)
      if (i < 0) return copies
      flows.push(flows.arcBetween(component, supply + i, demand + j), -copies)
    }
  }
}
