import type { Flows } from './flows'
import { at } from './ints'
import type { Random } from './random'
import type { Rerouting } from './reroute'

/**
 * No trip below a number of copies (and no demand below its lot): copies may have to be given up for it, so a plan is better
 * by copies first, then by trips. Repairs a plan that has too small trips, then tears a few trips out and puts together
 * again what they carried, keeping what is no worse.
 */
export class MinimumTrips {
  private toggled: number[] = []
  constructor(
    private readonly flows: Flows,
    private readonly rerouting: Rerouting,
    private readonly random: Random,
    private readonly least: number,
  ) {}

  /** Once, for a plan made without regard to the minimum. */
  enforce(): void {
    const { graph } = this.flows
    this.repair(everyTrip(graph.trips))
    this.recreate(every(graph.components))
    this.repair(everyTrip(graph.trips))
    this.flows.forget()
    this.toggled = []
  }

  /** One attempt; answers the trips that were opened and closed when it was kept. */
  attempt(open: readonly number[]): { opened: number[]; emptied: number[] } | null {
    const { flows, random } = this
    flows.forget()
    this.toggled = []
    const copies = flows.copies
    const torn = new Set<number>()
    for (let count = Math.min(open.length, 1 + random(4)); count > 0; count--) torn.add(open[random(open.length)] ?? 0)
    for (const trip of torn) if (trip > 0 && at(flows.graph.tripLocked, trip) === 0) this.tear(trip)
    this.recreate(this.touched())
    this.repair(this.touchedTrips())
    this.bringAll(this.touched())
    this.repair(this.touchedTrips())
    this.closeEmpty()
    let change = 0
    const opened: number[] = []
    const emptied: number[] = []
    for (const trip of new Set(this.toggled)) {
      const times = this.toggled.filter((one) => one === trip).length
      if (times % 2 === 0) continue
      const now = at(flows.open, trip)
      change += now === 1 ? 1 : -1
      ;(now === 1 ? opened : emptied).push(trip)
    }
    if (flows.copies > copies || (flows.copies === copies && change <= 0)) {
      return { opened, emptied }
    }
    flows.rollback()
    for (const trip of this.toggled.reverse()) flows.setOpen(trip, at(flows.open, trip) === 0)
    this.toggled = []
    return null
  }

  private toggle(trip: number, on: boolean): void {
    if ((at(this.flows.open, trip) === 1) === on) return
    this.flows.setOpen(trip, on)
    this.toggled.push(trip)
  }

  private tear(trip: number): void {
    const { flows } = this
    const { tripStart, tripArcs } = flows.graph
    for (let place = at(tripStart, trip); place < at(tripStart, trip + 1); place++) {
      const arc = at(tripArcs, place)
      const copies = at(flows.flow, arc)
      if (copies > 0) flows.push(arc, -copies)
    }
    this.toggle(trip, false)
  }

  private touched(): Set<number> {
    const { flows } = this
    const found = new Set<number>()
    for (let change = 0; change < flows.changes; change++) {
      found.add(at(flows.graph.supplyComponent, at(flows.graph.arcSupply, flows.changedArc(change))))
    }
    return found
  }

  private touchedTrips(): Set<number> {
    const { flows } = this
    const found = new Set<number>(this.toggled)
    for (let change = 0; change < flows.changes; change++) {
      const arc = flows.changedArc(change)
      found.add(at(flows.graph.arcTrip, arc))
      found.add(at(flows.graph.arcLeg, arc))
    }
    found.delete(0)
    return found
  }

  /** Opens trips by which enough of what is left and lacking could go, in an order that chance disturbs. */
  private recreate(components: ReadonlySet<number>): void {
    const { flows, random } = this
    const { graph } = flows
    this.bringAll(components)
    const candidates = new Set<number>()
    for (const c of components) {
      for (let i = at(graph.componentSupplies, c); i < at(graph.componentSupplies, c + 1); i++) {
        if (at(flows.left, i) === 0) continue
        for (let arc = at(graph.supplyArcs, i); arc < at(graph.supplyArcs, i + 1); arc++) {
          if (at(flows.lack, at(graph.arcDemand, arc)) === 0) continue
          for (const trip of [at(graph.arcTrip, arc), at(graph.arcLeg, arc)]) {
            if (at(flows.open, trip) === 0) candidates.add(trip)
          }
        }
      }
    }
    const noise = 1 + random(3)
    const small: number[] = []
    for (;;) {
      let [best, most] = [0, 0]
      for (const trip of candidates) {
        const could = this.fill(trip, false)
        if (could < this.least) {
          candidates.delete(trip)
          if (could > 0) small.push(trip)
          continue
        }
        const points = could * (noise === 1 ? 1000 : 600 + random(400 * noise))
        if (points > most) {
          best = trip
          most = points
        }
      }
      if (best === 0) break
      this.toggle(best, true)
      this.fill(best, true)
      candidates.delete(best)
    }
    // What is too little for a trip of its own may do with what other trips can spare.
    for (let tries = Math.min(small.length, 20); tries > 0; tries--) {
      const trip = small[random(small.length)] ?? 0
      if (at(flows.open, trip) === 1 || this.fill(trip, false) === 0) continue
      const before = flows.changes
      flows.setOpen(trip, true)
      this.fill(trip, true)
      if (this.topUp(trip)) this.toggled.push(trip)
      else {
        flows.rollback(before)
        flows.setOpen(trip, false)
      }
    }
  }

  /** How much could go by the trip now; with `really` it goes. Through a collection point the other leg must be open. */
  private fill(trip: number, really: boolean): number {
    const { flows } = this
    const { graph } = flows
    const used = new Map<number, number>()
    let sum = 0
    for (let place = at(graph.tripStart, trip); place < at(graph.tripStart, trip + 1); place++) {
      const arc = at(graph.tripArcs, place)
      const other = at(graph.arcTrip, arc) === trip ? at(graph.arcLeg, arc) : at(graph.arcTrip, arc)
      if (at(flows.open, other) === 0) continue
      const [i, j] = [at(graph.arcSupply, arc), at(graph.arcDemand, arc)]
      const left = at(flows.left, i) - (really ? 0 : (used.get(i) ?? 0))
      const lack = at(flows.lack, j) - (really ? 0 : (used.get(-1 - j) ?? 0))
      const copies = Math.min(left, lack)
      if (copies <= 0) continue
      sum += copies
      if (really) flows.push(arc, copies)
      else {
        used.set(i, (used.get(i) ?? 0) + copies)
        used.set(-1 - j, (used.get(-1 - j) ?? 0) + copies)
      }
    }
    return sum
  }

  private bringAll(components: ReadonlySet<number>): void {
    const { flows, rerouting } = this
    const { graph } = flows
    for (const c of components) {
      const seen = new Set<number>()
      for (let j = at(graph.componentDemands, c); j < at(graph.componentDemands, c + 1); j++) {
        const group = at(flows.targets.group, j)
        if (at(flows.lack, j) === 0 || seen.has(group)) continue
        seen.add(group)
        rerouting.bring(c, group, Number.MAX_SAFE_INTEGER, false)
      }
    }
  }

  /** Too small trips are filled up, or what they carry goes otherwise, or it is given up; until none is left. */
  private repair(trips: ReadonlySet<number>): void {
    const { flows } = this
    let suspects: ReadonlySet<number> = trips
    for (;;) {
      for (const trip of this.stripLots()) suspects = new Set([...suspects, trip])
      const small = [...suspects]
        .filter(
          (trip) =>
            at(flows.volume, trip) > 0 && at(flows.volume, trip) < this.least && at(flows.graph.tripLocked, trip) === 0,
        )
        .sort((one, other) => at(flows.volume, one) - at(flows.volume, other) || one - other)
      const [trip] = small
      if (trip === undefined) return
      if (!this.topUp(trip)) this.spread(trip)
      suspects = new Set([...suspects, ...this.touchedTrips()])
    }
  }

  /** What the trip carried goes by other open trips as far as it can. */
  private spread(trip: number): void {
    const { flows } = this
    const { tripStart, tripArcs, arcSupply, supplyComponent } = flows.graph
    const components = new Set<number>()
    for (let place = at(tripStart, trip); place < at(tripStart, trip + 1); place++) {
      const arc = at(tripArcs, place)
      if (at(flows.flow, arc) > 0) components.add(at(supplyComponent, at(arcSupply, arc)))
    }
    this.tear(trip)
    this.bringAll(components)
  }

  /** Takes over what other trips carry to the same demand, or of the same supply, and can spare. */
  private topUp(trip: number): boolean {
    const { flows } = this
    const { graph } = flows
    const spare = (arc: number): number => {
      const own = [at(graph.arcTrip, arc), at(graph.arcLeg, arc)].filter((one) => one !== 0)
      if (own.includes(trip)) return 0
      let most = at(flows.flow, arc)
      for (const one of own) most = Math.min(most, at(flows.volume, one) - this.least)
      return Math.max(0, most)
    }
    for (let place = at(graph.tripStart, trip); place < at(graph.tripStart, trip + 1); place++) {
      const arc = at(graph.tripArcs, place)
      if (at(flows.open, at(graph.arcTrip, arc)) === 0 || at(flows.open, at(graph.arcLeg, arc)) === 0) continue
      const [i, j] = [at(graph.arcSupply, arc), at(graph.arcDemand, arc)]
      for (let into = at(graph.demandStart, j); into < at(graph.demandStart, j + 1) && at(flows.left, i) > 0; into++) {
        const other = at(graph.demandArcs, into)
        const copies = Math.min(at(flows.left, i), spare(other), this.least - at(flows.volume, trip))
        if (copies <= 0) continue
        flows.push(other, -copies)
        flows.push(arc, copies)
      }
      for (let other = at(graph.supplyArcs, i); other < at(graph.supplyArcs, i + 1) && at(flows.lack, j) > 0; other++) {
        if (at(flows.targets.group, at(graph.arcDemand, other)) !== at(flows.targets.group, j)) continue
        const copies = Math.min(at(flows.lack, j), spare(other), this.least - at(flows.volume, trip))
        if (copies <= 0) continue
        flows.push(other, -copies)
        flows.push(arc, copies)
      }
      if (at(flows.volume, trip) >= this.least) return true
    }
    // Not enough: the trip is given up, whatever was brought to it.
    return false
  }

  /** Demands left under their lot give back everything. Answers the trips that lost something. */
  private stripLots(): Set<number> {
    const { flows } = this
    const { graph, targets } = flows
    const lost = new Set<number>()
    if (!targets.least.some((one) => one > 1)) return lost
    for (let j = 0; j < graph.demands; j++) {
      if (!flows.underLot(j)) continue
      for (let place = at(graph.demandStart, j); place < at(graph.demandStart, j + 1); place++) {
        const arc = at(graph.demandArcs, place)
        const copies = at(flows.flow, arc)
        if (copies === 0) continue
        flows.push(arc, -copies)
        for (const trip of [at(graph.arcTrip, arc), at(graph.arcLeg, arc)]) if (trip > 0) lost.add(trip)
      }
    }
    return lost
  }

  private closeEmpty(): void {
    for (const trip of this.touchedTrips()) if (at(this.flows.volume, trip) === 0) this.toggle(trip, false)
  }
}

const every = (count: number): Set<number> => new Set(Array.from({ length: count }, (_, one) => one))
const everyTrip = (trips: number): Set<number> =>
  new Set(Array.from({ length: Math.max(0, trips - 1) }, (_, one) => one + 1))
