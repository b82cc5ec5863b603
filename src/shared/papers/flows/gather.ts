import type { Flow } from '../../contract/transfers'

/**
 * What of a plan's flows is drawn one by one, and what is only counted, so that the picture reads with 5 schools and with
 * 1,000. Nothing is left out: every flow is a ribbon or in the rest, and in the rest of those of its ends that are shown.
 */

/** A school that gives or gets. */
export interface FlowEnd {
  id: number
  name: string
  /** All its copies, those of ribbons and those of the rest. */
  copies: number
  /** Its flows without a ribbon of their own. */
  rest: Counted
}

export interface Counted {
  flows: number
  copies: number
}

export interface FlowRibbon {
  /** Places in `givers` and `receivers`; null: the collection point. */
  from: number | null
  to: number | null
  copies: number
  titles: number
}

export interface GatheredFlows {
  givers: FlowEnd[]
  receivers: FlowEnd[]
  ribbons: FlowRibbon[]
  /** All books go to it and from it: ribbons are its legs. */
  via: { id: number; name: string; gets: number; gives: number } | null
  rest: Counted
  total: Counted & { givers: number; receivers: number }
}

export interface CollectionPoint {
  id: number
  name: string
}

export interface GatherLimits {
  /** Schools of one side shown. */
  ends: number
  ribbons: number
  via: CollectionPoint | null
}

export function gatherFlows(flows: readonly Flow[], limits: GatherLimits): GatheredFlows {
  const { via } = limits
  const known = flows.filter((flow) => flow.copies > 0 && flow.fromSchoolId !== flow.toSchoolId)
  const legs = (via === null ? [...known] : legsOf(known, via)).sort(
    (a, b) => b.copies - a.copies || a.fromSchoolId - b.fromSchoolId || a.toSchoolId - b.toSchoolId,
  )
  const givers = new Side(legs, 'from', limits.ends, via)
  const receivers = new Side(legs, 'to', limits.ends, via)
  const ribbons: FlowRibbon[] = []
  const rest: Flow[] = []
  for (const leg of legs) {
    // One ribbon more costs nothing where else one flow would be all the rest.
    const isRoom = ribbons.length < limits.ribbons || legs.length === limits.ribbons + 1
    if (isRoom && givers.hasRoom(leg.fromSchoolId) && receivers.hasRoom(leg.toSchoolId)) {
      const [from, to] = [givers.placeOf(leg.fromSchoolId), receivers.placeOf(leg.toSchoolId)]
      ribbons.push({ from, to, copies: leg.copies, titles: leg.titles })
    } else rest.push(leg)
  }
  // All known by now: those with ribbons, and where there is room for all of them, all.
  for (const flow of rest) {
    givers.leave(flow.fromSchoolId, flow.copies)
    receivers.leave(flow.toSchoolId, flow.copies)
  }
  return {
    givers: givers.ends,
    receivers: receivers.ends,
    ribbons,
    via:
      via === null
        ? null
        : {
            ...via,
            gets: copiesOf(legs.filter((leg) => leg.toSchoolId === via.id)),
            gives: copiesOf(legs.filter((leg) => leg.fromSchoolId === via.id)),
          },
    rest: { flows: rest.length, copies: copiesOf(rest) },
    total: { flows: legs.length, copies: copiesOf(known), givers: givers.count, receivers: receivers.count },
  }
}

const copiesOf = (flows: readonly Flow[]): number => flows.reduce((sum, flow) => sum + flow.copies, 0)

/** Each flow as its way to the point and from it; legs of one school are one. */
function legsOf(flows: readonly Flow[], via: CollectionPoint): Flow[] {
  const legs = new Map<string, Flow>()
  const add = (leg: Flow): void => {
    const key = `${leg.fromSchoolId} ${leg.toSchoolId}`
    const known = legs.get(key)
    if (known === undefined) legs.set(key, leg)
    else legs.set(key, { ...known, copies: known.copies + leg.copies, titles: known.titles + leg.titles })
  }
  for (const flow of flows) {
    if (flow.fromSchoolId !== via.id) add({ ...flow, toSchoolId: via.id, to: via.name })
    if (flow.toSchoolId !== via.id) add({ ...flow, fromSchoolId: via.id, from: via.name })
  }
  return [...legs.values()]
}

/** The schools of one side: all of them where there is room, else those of the largest flows. */
class Side {
  readonly ends: FlowEnd[] = []
  readonly count: number
  private readonly all = new Map<number, FlowEnd>()
  private readonly places = new Map<number, number>()

  constructor(
    flows: readonly Flow[],
    side: 'from' | 'to',
    private readonly most: number,
    private readonly via: CollectionPoint | null,
  ) {
    for (const flow of flows) {
      const id = side === 'from' ? flow.fromSchoolId : flow.toSchoolId
      if (id === via?.id) continue
      const end = this.all.get(id)
      if (end !== undefined) end.copies += flow.copies
      else this.all.set(id, { id, name: flow[side], copies: flow.copies, rest: { flows: 0, copies: 0 } })
    }
    this.count = this.all.size
    if (this.count > most) return
    for (const end of [...this.all.values()].sort((a, b) => b.copies - a.copies || a.id - b.id)) this.placeOf(end.id)
  }

  hasRoom(id: number): boolean {
    return id === this.via?.id || this.places.has(id) || this.ends.length < this.most
  }

  /** Null: the collection point. */
  placeOf(id: number): number | null {
    const end = this.all.get(id)
    if (end === undefined) return null
    const place = this.places.get(id) ?? this.ends.push(end) - 1
    this.places.set(id, place)
    return place
  }

  /** A flow of this end that has no ribbon. */
  leave(id: number, copies: number): void {
    const end = this.all.get(id)
    if (end === undefined) return
    end.rest.flows++
    end.rest.copies += copies
  }
}
