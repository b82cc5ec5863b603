import type { Graph } from './graph'
import { at } from './ints'
import type { Problem } from './problem'
import type { Targets } from './shares'

/**
 * A number of trips no plan with all the copies can go below, cheaply: what a school must receive (where every need of the
 * component is met) or give (where every supply is used up) takes at least so many others; needs whose givers have no school
 * in common take different trips.
 */
export function tripsBound(problem: Problem, graph: Graph, targets: Targets): number {
  const receive: Set<number>[][] = Array.from({ length: problem.schools }, () => [])
  const give: Set<number>[][] = Array.from({ length: problem.schools }, () => [])
  const schoolOfSupply = (i: number): number => problem.supplies[at(graph.supplyIndex, i)]?.school ?? 0
  const schoolOfDemand = (j: number): number => problem.demands[at(graph.demandIndex, j)]?.school ?? 0
  for (let c = 0; c < graph.components; c++) {
    const [firstSupply, lastSupply] = [at(graph.componentSupplies, c), at(graph.componentSupplies, c + 1)]
    const [firstDemand, lastDemand] = [at(graph.componentDemands, c), at(graph.componentDemands, c + 1)]
    const asked = sum(graph.demandCopies, firstDemand, lastDemand)
    const there = sum(graph.supplyCopies, firstSupply, lastSupply)
    const met = sum(targets.caps, firstDemand, lastDemand)
    const most = targets.component[c] ?? 0
    if (met < most) continue
    if (most === asked) {
      for (let j = firstDemand; j < lastDemand; j++) {
        if (at(graph.demandCopies, j) === 0) continue
        const givers = new Set<number>()
        for (let place = at(graph.demandStart, j); place < at(graph.demandStart, j + 1); place++) {
          givers.add(schoolOfSupply(at(graph.arcSupply, at(graph.demandArcs, place))))
        }
        receive[schoolOfDemand(j)]?.push(givers)
      }
    }
    if (most === there) {
      for (let i = firstSupply; i < lastSupply; i++) {
        if (at(graph.supplyCopies, i) === 0) continue
        const takers = new Set<number>()
        for (let arc = at(graph.supplyArcs, i); arc < at(graph.supplyArcs, i + 1); arc++) {
          takers.add(schoolOfDemand(at(graph.arcDemand, arc)))
        }
        give[schoolOfSupply(i)]?.push(takers)
      }
    }
  }
  if (problem.via !== null) {
    const via = problem.via
    const must = (sets: Set<number>[][]): number =>
      sets.filter((one, school) => school !== via && one.length > 0).length
    return must(receive) + must(give)
  }
  const total = (sets: Set<number>[][]): number => sets.reduce((all, one) => all + packed(one), 0)
  return Math.max(total(receive), total(give))
}

/** How many of the sets have nothing in common, taken greedily from the smallest. */
function packed(sets: Set<number>[]): number {
  const taken = new Set<number>()
  let count = 0
  for (const one of sets.sort((a, b) => a.size - b.size)) {
    let free = true
    for (const school of one) if (taken.has(school)) free = false
    if (!free) continue
    for (const school of one) taken.add(school)
    count++
  }
  return count
}

function sum(numbers: Int32Array, first: number, last: number): number {
  let all = 0
  for (let place = first; place < last; place++) all += at(numbers, place)
  return all
}
