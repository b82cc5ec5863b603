import type { Closing } from './closing'
import type { Flows } from './flows'
import { at } from './ints'
import type { MinimumTrips } from './minimum'
import type { Random } from './random'

/** Trips that carry something and are not locked, in no order; one is taken out or put in at once. */
export class OpenTrips {
  readonly list: number[] = []
  private readonly place: Int32Array
  private readonly locked: number

  constructor(private readonly flows: Flows) {
    const { graph } = flows
    this.place = new Int32Array(graph.trips).fill(-1)
    let locked = 0
    for (let trip = 1; trip < graph.trips; trip++) if (at(graph.tripLocked, trip) > 0) locked++
    this.locked = locked
    this.refill()
  }

  /** With the locked ones. */
  get all(): number {
    return this.list.length + this.locked
  }

  refill(): void {
    for (let trip = 1; trip < this.flows.graph.trips; trip++) {
      if (at(this.flows.volume, trip) > 0) this.put(trip)
      else this.take(trip)
    }
  }

  put(trip: number): void {
    if (at(this.place, trip) >= 0 || at(this.flows.graph.tripLocked, trip) > 0) return
    this.place[trip] = this.list.length
    this.list.push(trip)
  }

  take(trip: number): void {
    const place = at(this.place, trip)
    if (place < 0) return
    const last = this.list.pop()
    this.place[trip] = -1
    if (last === undefined || last === trip) return
    this.list[place] = last
    this.place[last] = place
  }

  follow(change: { opened: readonly number[]; emptied: readonly number[] }): void {
    for (const trip of change.emptied) this.take(trip)
    for (const trip of change.opened) this.put(trip)
  }
}

/** Closes small trips one after another while what they carry finds another way by open ones. */
export function* dropSmall(flows: Flows, closing: Closing, trips: OpenTrips): Generator<void> {
  const { carried, volume } = flows
  for (let closed = true; closed; ) {
    closed = false
    const order = [...trips.list].sort(
      (one, other) => at(carried, one) - at(carried, other) || at(volume, one) - at(volume, other) || one - other,
    )
    for (const trip of order) {
      yield
      if (at(volume, trip) === 0) continue
      if (closing.close(trip, 0) === null) continue
      trips.follow(closing)
      closed = true
    }
  }
}

export interface Searching {
  flows: Flows
  closing: Closing
  trips: OpenTrips
  random: Random
  /** Where trips may not be too small. */
  minimum: MinimumTrips | null
  /** Trips are legs to and from a collection point: few, and an arc takes two of them. */
  legs: boolean
}

/** A trip that was closed may not be opened again for so many steps, or two would take turns for ever. */
const rest = 50
/** Of so many trips drawn, the one that carries the fewest titles is tried. */
const drawn = 4

/**
 * Closes one trip and opens at most one, over and over: fewer trips are kept, and as many too, since what was moved lets
 * others be closed. Where nothing has come of it for long, a few are forced, and the best plan seen is what remains.
 */
export function searchTrips(searching: Searching, steps: Iterable<number>): void {
  const { flows, closing, trips, random, minimum } = searching
  let best: Snapshot | null = null
  let [fewest, most, since] = [trips.list.length, flows.copies, 0]
  for (const step of steps) {
    if (trips.list.length === 0) break
    closing.step = step
    if (minimum !== null && step % 2 === 0) {
      const change = minimum.attempt(trips.list)
      if (change !== null) trips.follow(change)
    } else if (closing.close(smallOne(searching), 1) !== null) {
      for (const trip of closing.emptied) closing.forbidden[trip] = step + rest
      trips.follow(closing)
    }
    if (flows.copies > most || (flows.copies === most && trips.list.length < fewest)) {
      fewest = trips.list.length
      most = flows.copies
      best = null
      since = step
    } else if (step - since > (searching.legs ? 30 + 2 * fewest : 300 + 30 * fewest)) {
      if (best === null) best = snapshotOf(flows)
      else if (trips.list.length > fewest + random(3)) restore(searching, best)
      kick(searching)
      since = step
    }
  }
  if (best !== null) restore(searching, best)
}

function smallOne({ flows, trips, random }: Searching): number {
  let best = trips.list[random(trips.list.length)] ?? 0
  for (let round = 1; round < drawn; round++) {
    const other = trips.list[random(trips.list.length)] ?? 0
    if (at(flows.carried, other) < at(flows.carried, best)) best = other
  }
  return best
}

/** Closes a few trips whatever is opened for them; of legs, opens a few and closes what then can be. */
function kick(searching: Searching): void {
  const { flows, closing, trips, random } = searching
  if (searching.legs) {
    const closed: number[] = []
    for (let trip = 1; trip < flows.graph.trips; trip++) if (at(flows.open, trip) === 0) closed.push(trip)
    const opened: number[] = []
    const share = 1 + random(4)
    for (const trip of closed) {
      if (random(4) >= share) continue
      flows.setOpen(trip, true)
      opened.push(trip)
      trips.put(trip)
    }
    const others = trips.list.filter((trip) => !opened.includes(trip))
    for (let last = others.length - 1; last > 0; last--) {
      const other = random(last + 1)
      const [one, two] = [others[last] ?? 0, others[other] ?? 0]
      others[last] = two
      others[other] = one
    }
    for (const trip of [...others, ...opened]) {
      if (at(flows.open, trip) === 1 && closing.close(trip, 0) !== null) trips.follow(closing)
    }
    return
  }
  for (let count = 1 + random(3); count > 0; count--) {
    const trip = trips.list[random(trips.list.length)] ?? 0
    if (trip === 0 || closing.close(trip, 4) === null) continue
    for (const one of closing.emptied) closing.forbidden[one] = closing.step + rest
    trips.follow(closing)
  }
}

/** As many trips, and a shorter way: a long one is closed for a shorter one to be opened. */
export function shortenTrips(searching: Searching, steps: Iterable<number>): void {
  const { flows, closing, trips, random } = searching
  const { tripDistance } = flows.graph
  closing.shortest = true
  closing.forbidden.fill(0)
  for (const _ of steps) {
    if (trips.list.length === 0) break
    let longest = trips.list[random(trips.list.length)] ?? 0
    for (let round = 1; round < drawn; round++) {
      const other = trips.list[random(trips.list.length)] ?? 0
      if (at(tripDistance, other) > at(tripDistance, longest)) longest = other
    }
    const change = closing.close(longest, 1)
    if (change === null) continue
    let longer = 0
    for (const trip of closing.opened) longer += at(tripDistance, trip)
    for (const trip of closing.emptied) longer -= at(tripDistance, trip)
    if (change < 0 || longer < 0) trips.follow(closing)
    else closing.undo()
  }
}

interface Snapshot {
  flow: Int32Array
  open: Int32Array
}

const snapshotOf = (flows: Flows): Snapshot => ({ flow: flows.flow.slice(), open: flows.open.slice() })

function restore({ flows, trips }: Searching, { flow, open }: Snapshot): void {
  for (let trip = 1; trip < open.length; trip++) flows.setOpen(trip, at(open, trip) === 1)
  for (let arc = 0; arc < flow.length; arc++) {
    const copies = at(flow, arc) - at(flows.flow, arc)
    if (copies < 0) flows.push(arc, copies)
  }
  for (let arc = 0; arc < flow.length; arc++) {
    const copies = at(flow, arc) - at(flows.flow, arc)
    if (copies > 0) flows.push(arc, copies)
  }
  flows.forget()
  trips.refill()
}
