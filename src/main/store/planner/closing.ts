import { lowest } from './bits'
import type { Flows } from './flows'
import type { Graph } from './graph'
import { add, at } from './ints'
import type { Random } from './random'
import type { Rerouting } from './reroute'

interface Blocked {
  component: number
  group: number
  copies: number
}

/** Tries to do without a trip: what it carries goes by other open trips, or by ones opened for it. */
export class Closing {
  /** Trips that may not be opened before this step. */
  readonly forbidden: Int32Array
  step = 0
  /** No trip may be left with fewer copies, if it carries any. */
  minimumPair = 1
  /** Of trips that would do equally, the shortest is opened and not any. */
  shortest = false
  /** Demands of the component are all met: what was lost is looked for from them. */
  private readonly tight: Int32Array
  /** The trip has more than one arc in some component. */
  private readonly several: Int32Array
  /** How many of what is blocked could go by the trip, were it open; and the entry it was last scored for. */
  private readonly score: Int32Array
  private readonly scoredBy: Int32Array
  private readonly candidates: Int32Array
  private scoring = 0
  private firstScoring = 0
  private found = 0
  /** The trip whose copies are being moved. */
  private closing = 0
  /** Of the last attempt. */
  opened: number[] = []
  emptied: number[] = []

  constructor(
    readonly flows: Flows,
    readonly rerouting: Rerouting,
    private readonly random: Random,
  ) {
    const { graph, lack } = flows
    this.forbidden = new Int32Array(graph.trips)
    this.tight = new Int32Array(graph.components).fill(1)
    for (let j = 0; j < graph.demands; j++) if (at(lack, j) > 0) this.tight[at(graph.demandComponent, j)] = 0
    this.several = severalArcs(graph)
    this.score = new Int32Array(graph.trips)
    this.scoredBy = new Int32Array(graph.trips)
    this.candidates = new Int32Array(graph.trips)
  }

  /**
   * Closes the trip, opening at most `mayOpen` others. Answers by how many trips the plan grew (−1: one fewer), or null
   * when it cannot be done; nothing is changed then. `undo` takes a done one back.
   */
  close(trip: number, mayOpen: number): number | null {
    const { flows } = this
    const { graph, flow } = flows
    flows.forget()
    this.opened = []
    this.emptied = [trip]
    this.startScoring()
    const blocked: Blocked[] = []
    this.closing = trip
    flows.open[trip] = 0
    const last = at(graph.tripStart, trip + 1)
    this.use(trip, false)
    for (let place = at(graph.tripStart, trip); place < last; place++) {
      const arc = at(graph.tripArcs, place)
      const copies = at(flow, arc)
      if (copies === 0) continue
      const j = at(graph.arcDemand, arc)
      const component = at(graph.demandComponent, j)
      const group = at(flows.targets.group, j)
      flows.push(arc, -copies)
      const missing = copies - this.bring(component, group, copies)
      if (missing === 0) continue
      if (mayOpen === 0) return this.undo()
      blocked.push({ component, group, copies: missing })
      // With one trip to open, it must do for everything that is blocked: as soon as none does, the attempt is over.
      const able = this.scoreFor(component, group, mayOpen === 1 ? blocked.length - 1 : 0)
      if (able === 0) return this.undo()
    }
    let left = blocked
    while (left.length > 0) {
      if (this.opened.length === mayOpen) return this.undo()
      if (this.opened.length > 0) {
        this.startScoring()
        const need = this.opened.length === mayOpen - 1
        for (const [done, one] of left.entries()) {
          if (this.scoreFor(one.component, one.group, need ? done : 0) === 0) return this.undo()
        }
      }
      const best = this.bestToOpen(mayOpen - this.opened.length === 1 ? left.length : 1)
      if (best === 0) return this.undo()
      flows.setOpen(best, true)
      this.opened.push(best)
      left = left.filter((one) => {
        one.copies -= this.bring(one.component, one.group, one.copies)
        return one.copies > 0
      })
    }
    this.use(trip, false, true)
    this.closing = 0
    return this.settle()
  }

  /** Takes the last attempt back. */
  undo(): null {
    const { flows } = this
    flows.rollback()
    if (this.closing > 0) {
      flows.open[this.closing] = 1
      this.use(this.closing, true)
      this.closing = 0
      this.emptied = []
    }
    for (const trip of this.opened) flows.setOpen(trip, false)
    for (const trip of this.emptied) flows.setOpen(trip, true)
    this.opened = []
    this.emptied = []
    return null
  }

  /**
   * Takes the arcs of the trip out of use, or puts them back. No path is looked for in components that it carries nothing
   * of: where it has one arc in each, those are left as they are.
   */
  private use(trip: number, on: boolean, all = at(this.several, trip) === 1): void {
    const { flows } = this
    const { tripStart, tripArcs, arcTrip, arcLeg } = flows.graph
    const last = at(tripStart, trip + 1)
    for (let place = at(tripStart, trip); place < last; place++) {
      const arc = at(tripArcs, place)
      if (!all && at(flows.flow, arc) === 0) continue
      flows.use(arc, on && at(flows.open, at(arcTrip, arc)) === 1 && at(flows.open, at(arcLeg, arc)) === 1)
    }
  }

  private bring(component: number, group: number, copies: number): number {
    return this.rerouting.bring(component, group, copies, at(this.tight, component) === 1)
  }

  private settle(): number | null {
    const { flows } = this
    const { graph, volume, open } = flows
    for (let change = 0; change < flows.changes; change++) {
      const arc = flows.changedArc(change)
      if (flows.underLot(at(graph.arcDemand, arc))) return this.undo()
      for (let leg = 0; leg < 2; leg++) {
        const one = at(leg === 0 ? graph.arcTrip : graph.arcLeg, arc)
        if (one === 0 || at(open, one) === 0) continue
        if (at(volume, one) === 0) {
          flows.setOpen(one, false)
          const opened = this.opened.indexOf(one)
          if (opened >= 0) this.opened.splice(opened, 1)
          else this.emptied.push(one)
        } else if (at(volume, one) < this.minimumPair && at(graph.tripLocked, one) === 0) {
          return this.undo()
        }
      }
    }
    return this.opened.length - this.emptied.length
  }

  private startScoring(): void {
    this.firstScoring = this.scoring
    this.found = 0
  }

  /**
   * Scores closed trips by which this could go; only those that `least` of the others could already go by. Answers how
   * many there are.
   */
  private scoreFor(component: number, group: number, least: number): number {
    const { flows, rerouting, score, scoredBy, candidates, forbidden, step, firstScoring } = this
    const { graph, layout, open, openColumn, mayColumn } = flows
    const { arcTrip, arcLeg } = graph
    const entry = ++this.scoring
    rerouting.reachBackward(component, group)
    rerouting.reachForward(component)
    const { supplies, demands } = rerouting
    const supplyWords = at(layout.supplyWords, component)
    const demandWords = at(layout.demandWords, component)
    const firstSupply = at(graph.componentSupplies, component)
    const firstDemand = at(graph.componentDemands, component)
    let able = 0
    for (let w = 0; w < demandWords; w++) {
      for (let rest = at(demands, w); rest !== 0; rest &= rest - 1) {
        const j = firstDemand + (w << 5) + lowest(rest)
        const column = at(layout.column, j)
        for (let v = 0; v < supplyWords; v++) {
          let closed = at(supplies, v) & at(mayColumn, column + v) & ~at(openColumn, column + v)
          for (; closed !== 0; closed &= closed - 1) {
            const arc = flows.arcBetween(component, firstSupply + (v << 5) + lowest(closed), j)
            const closedTrip = at(open, at(arcTrip, arc)) === 0 ? at(arcTrip, arc) : 0
            const closedLeg = at(open, at(arcLeg, arc)) === 0 ? at(arcLeg, arc) : 0
            if ((closedTrip === 0) === (closedLeg === 0)) continue
            const one = closedTrip + closedLeg
            const by = at(scoredBy, one)
            if (by === entry || one === this.closing || at(forbidden, one) > step) continue
            if (by <= firstScoring) {
              if (least > 0) continue
              score[one] = 0
              candidates[this.found++] = one
            } else if (at(score, one) < least) continue
            scoredBy[one] = entry
            add(score, one, 1)
            able++
          }
        }
      }
    }
    return able
  }

  /** The trip by which the most of what is blocked could go, if that is at least so much; 0: none. Of equal ones any. */
  private bestToOpen(least: number): number {
    const { score, candidates, found } = this
    const { tripDistance } = this.flows.graph
    let [best, most, ties] = [0, least - 1, 0]
    for (let place = 0; place < found; place++) {
      const one = at(candidates, place)
      const points = at(score, one)
      if (points > most) {
        most = points
        best = one
        ties = 1
      } else if (points === most && best > 0) {
        if (this.shortest) {
          if (at(tripDistance, one) < at(tripDistance, best)) best = one
        } else if (this.random(++ties) === 0) best = one
      }
    }
    return best
  }
}

function severalArcs(graph: Graph): Int32Array {
  const several = new Int32Array(graph.trips)
  const seenBy = new Int32Array(graph.components)
  for (let trip = 1; trip < graph.trips; trip++) {
    for (let place = at(graph.tripStart, trip); place < at(graph.tripStart, trip + 1); place++) {
      const component = at(graph.supplyComponent, at(graph.arcSupply, at(graph.tripArcs, place)))
      if (at(seenBy, component) === trip) several[trip] = 1
      seenBy[component] = trip
    }
  }
  return several
}
