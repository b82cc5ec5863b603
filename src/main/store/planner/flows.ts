import { type Layout, layoutOf, ones, setBit } from './bits'
import type { Graph } from './graph'
import { add, at } from './ints'
import type { Targets } from './shares'

/** Groups that demands of a component may be in: the three priorities. */
export const groups = 3

/** A plan in the making: copies on arcs, trips open, and a log by which a change is taken back. */
export class Flows {
  readonly layout: Layout
  readonly flow: Int32Array
  readonly left: Int32Array
  /** How many copies each demand could still take. */
  readonly lack: Int32Array
  readonly open: Int32Array
  /** Copies and arcs that a trip carries now. */
  readonly volume: Int32Array
  readonly carried: Int32Array
  copies = 0
  /** Of each supply, demands it may ever go to; of them those whose trips are open; and those it goes to now. */
  readonly mayRow: Int32Array
  readonly openRow: Int32Array
  readonly flowRow: Int32Array
  /** The same of each demand. */
  readonly openColumn: Int32Array
  readonly mayColumn: Int32Array
  readonly flowColumn: Int32Array
  /** Of each component, supplies that have some left, and (by group) demands that lack some. */
  readonly leftSet: Int32Array
  readonly lackSet: Int32Array
  /** Arc and copies of each change. */
  private log = new Int32Array(1024)
  private logged = 0

  constructor(
    readonly graph: Graph,
    readonly targets: Targets,
  ) {
    this.layout = layoutOf(graph)
    this.flow = new Int32Array(graph.arcs)
    this.left = new Int32Array(graph.supplies)
    this.lack = new Int32Array(graph.demands)
    this.open = new Int32Array(graph.trips)
    this.volume = graph.tripLocked.slice()
    this.carried = new Int32Array(graph.trips)
    this.mayRow = new Int32Array(this.layout.rows)
    this.openRow = new Int32Array(this.layout.rows)
    this.flowRow = new Int32Array(this.layout.rows)
    this.mayColumn = new Int32Array(this.layout.columns)
    this.openColumn = new Int32Array(this.layout.columns)
    this.flowColumn = new Int32Array(this.layout.columns)
    this.leftSet = new Int32Array(this.layout.supplySets)
    this.lackSet = new Int32Array(this.layout.demandSets * groups)
    for (let arc = 0; arc < graph.arcs; arc++) this.mark(this.mayRow, this.mayColumn, arc, true)
    for (let i = 0; i < graph.supplies; i++) this.leave(i, at(graph.supplyCopies, i))
    for (let j = 0; j < graph.demands; j++) this.want(j, at(targets.caps, j))
    this.open[0] = 1
    for (let trip = 1; trip < graph.trips; trip++) if (at(graph.tripLocked, trip) > 0) this.setOpen(trip, true)
  }

  /** From now on demands of a group may take each other's copies, up to `most`. */
  release(): void {
    const { most, caps } = this.targets
    for (let j = 0; j < this.lack.length; j++) this.want(j, at(most, j) - at(caps, j))
  }

  /** Has it got something, yet less than its lot? */
  underLot(demand: number): boolean {
    const least = at(this.targets.least, demand)
    if (least < 2) return false
    const got = at(this.targets.most, demand) - at(this.lack, demand)
    return got > 0 && got < least
  }

  setOpen(trip: number, on: boolean): void {
    const { graph, open } = this
    if (at(open, trip) === (on ? 1 : 0)) return
    open[trip] = on ? 1 : 0
    const last = at(graph.tripStart, trip + 1)
    for (let place = at(graph.tripStart, trip); place < last; place++) {
      const arc = at(graph.tripArcs, place)
      const usable = on && at(open, at(graph.arcTrip, arc)) === 1 && at(open, at(graph.arcLeg, arc)) === 1
      this.mark(this.openRow, this.openColumn, arc, usable)
    }
  }

  push(arc: number, copies: number): void {
    if (this.logged === this.log.length) {
      const longer = new Int32Array(this.log.length * 2)
      longer.set(this.log)
      this.log = longer
    }
    this.log[this.logged++] = arc
    this.log[this.logged++] = copies
    this.shift(arc, copies)
  }

  /** Takes back all changes but the first `kept`. */
  rollback(kept = 0): void {
    while (this.logged > kept * 2) {
      this.logged -= 2
      this.shift(at(this.log, this.logged), -at(this.log, this.logged + 1))
    }
  }

  forget(): void {
    this.logged = 0
  }

  /** How many changes the log has, and the arc of one of them. */
  get changes(): number {
    return this.logged >>> 1
  }

  changedArc(change: number): number {
    return at(this.log, change * 2)
  }

  /** Trips that carry something. */
  get trips(): number {
    let trips = 0
    for (let trip = 1; trip < this.graph.trips; trip++) if (at(this.volume, trip) > 0) trips++
    return trips
  }

  /** The arc between two that may meet: arcs of a supply are in the order of its demands. */
  arcBetween(component: number, supply: number, demand: number): number {
    const { graph, layout, mayRow } = this
    const bit = demand - at(graph.componentDemands, component)
    const start = at(layout.row, supply)
    const word = bit >>> 5
    let before = ones(at(mayRow, start + word) & ((1 << (bit & 31)) - 1))
    for (let w = 0; w < word; w++) before += ones(at(mayRow, start + w))
    return at(graph.supplyArcs, supply) + before
  }

  private shift(arc: number, copies: number): void {
    const { graph, flow } = this
    const before = at(flow, arc)
    const after = before + copies
    flow[arc] = after
    this.leave(at(graph.arcSupply, arc), -copies)
    this.want(at(graph.arcDemand, arc), -copies)
    this.copies += copies
    const trip = at(graph.arcTrip, arc)
    const leg = at(graph.arcLeg, arc)
    add(this.volume, trip, copies)
    add(this.volume, leg, copies)
    const change = (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0)
    if (change === 0) return
    add(this.carried, trip, change)
    add(this.carried, leg, change)
    this.mark(this.flowRow, this.flowColumn, arc, after > 0)
  }

  private leave(supply: number, copies: number): void {
    const { graph, layout, left } = this
    const before = at(left, supply)
    left[supply] = before + copies
    if (before > 0 === before + copies > 0) return
    const component = at(graph.supplyComponent, supply)
    setBit(this.leftSet, at(layout.supplySet, component), supply - at(graph.componentSupplies, component), before === 0)
  }

  private want(demand: number, copies: number): void {
    const { graph, lack } = this
    const before = at(lack, demand)
    lack[demand] = before + copies
    if (before > 0 === before + copies > 0) return
    const component = at(graph.demandComponent, demand)
    setBit(
      this.lackSet,
      this.lackStart(component, at(this.targets.group, demand)),
      demand - at(graph.componentDemands, component),
      before === 0,
    )
  }

  lackStart(component: number, group: number): number {
    return at(this.layout.demandSet, component) * groups + group * at(this.layout.demandWords, component)
  }

  /** Takes one arc of a trip that is being closed out of use, or puts it back. */
  use(arc: number, on: boolean): void {
    this.mark(this.openRow, this.openColumn, arc, on)
  }

  private mark(rows: Int32Array, columns: Int32Array, arc: number, on: boolean): void {
    const { graph, layout } = this
    const i = at(graph.arcSupply, arc)
    const j = at(graph.arcDemand, arc)
    const component = at(graph.supplyComponent, i)
    setBit(rows, at(layout.row, i), j - at(graph.componentDemands, component), on)
    setBit(columns, at(layout.column, j), i - at(graph.componentSupplies, component), on)
  }
}
