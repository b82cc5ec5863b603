import { fits, type Problem } from '@store/planner/problem'
import highs from 'highs'

/** What the method is judged by; nothing here is of the method itself. */

/** Ford and Fulkerson, one copy at a time is too slow: one path at a time, by depth, over plain objects. */
export function mostCopies(problem: Problem): number {
  const left = problem.supplies.map((one) => one.copies)
  const lack = problem.demands.map((one) => one.copies)
  const flow = problem.supplies.map(() => problem.demands.map(() => 0))
  let total = 0
  for (let i = 0; i < left.length; i++) {
    while ((left[i] ?? 0) > 0) {
      const seen = new Set<number>()
      const path = (supply: number): { supply: number; demand: number }[] | null => {
        for (let j = 0; j < lack.length; j++) {
          if (seen.has(j) || !fits(problem, supply, j)) continue
          seen.add(j)
          if ((lack[j] ?? 0) > 0) return [{ supply, demand: j }]
          for (let other = 0; other < left.length; other++) {
            if (other === supply || (flow[other]?.[j] ?? 0) === 0) continue
            const rest = path(other)
            if (rest) return [{ supply, demand: j }, ...rest]
          }
        }
        return null
      }
      const found = path(i)
      if (!found) break
      // One copy along it.
      for (const [place, step] of found.entries()) {
        const next = found[place + 1]
        const row = flow[step.supply]
        if (row) row[step.demand] = (row[step.demand] ?? 0) + 1
        if (next) {
          const back = flow[next.supply]
          if (back) back[step.demand] = (back[step.demand] ?? 0) - 1
        } else lack[step.demand] = (lack[step.demand] ?? 0) - 1
      }
      left[i] = (left[i] ?? 0) - 1
      total++
    }
  }
  return total
}

let solver: ReturnType<typeof highs> | null = null

/** HiGHS's proven optimum: the most copies, then with those the fewest trips. */
export async function provenOptimum(problem: Problem): Promise<{ copies: number; trips: number }> {
  solver ??= highs()
  const solve = (await solver).solve
  const arcs: { name: string; i: number; j: number; trips: string[] }[] = []
  for (let i = 0; i < problem.supplies.length; i++) {
    for (let j = 0; j < problem.demands.length; j++) {
      if (!fits(problem, i, j)) continue
      const [from, to] = [problem.supplies[i]?.school ?? 0, problem.demands[j]?.school ?? 0]
      const { via } = problem
      const trips =
        via === null
          ? [`y_${from}_${to}`]
          : [...(from === via ? [] : [`y_${from}_point`]), ...(to === via ? [] : [`y_point_${to}`])]
      arcs.push({ name: `x_${i}_${j}`, i, j, trips })
    }
  }
  if (arcs.length === 0) return { copies: 0, trips: 0 }
  const trips = [...new Set(arcs.flatMap((arc) => arc.trips))]
  const sum = (names: readonly string[]): string => names.join(' + ')
  const rows: string[] = []
  for (const [i, supply] of problem.supplies.entries()) {
    const own = arcs.filter((arc) => arc.i === i)
    if (own.length > 0) rows.push(`${sum(own.map((arc) => arc.name))} <= ${supply.copies}`)
  }
  const binary = [...trips]
  for (const [j, demand] of problem.demands.entries()) {
    const own = arcs.filter((arc) => arc.j === j)
    if (own.length === 0) continue
    const got = sum(own.map((arc) => arc.name))
    rows.push(`${got} <= ${demand.copies}`)
    if (problem.rule !== 'minimum-lot') continue
    binary.push(`z_${j}`)
    rows.push(
      `${got} - ${demand.copies} z_${j} <= 0`,
      `${got} - ${Math.min(demand.copies, problem.minimumLot)} z_${j} >= 0`,
    )
  }
  for (const arc of arcs) {
    const most = Math.min(problem.supplies[arc.i]?.copies ?? 0, problem.demands[arc.j]?.copies ?? 0)
    for (const trip of arc.trips) rows.push(`${arc.name} - ${most} ${trip} <= 0`)
  }
  if (problem.minimumPair > 1) {
    for (const trip of trips) {
      const own = arcs.filter((arc) => arc.trips.includes(trip)).map((arc) => arc.name)
      rows.push(`${sum(own)} - ${problem.minimumPair} ${trip} >= 0`)
    }
  }
  const model = (goal: string, more: readonly string[]): string =>
    [
      goal,
      'Subject To',
      ...[...rows, ...more].map((row, place) => ` c${place}: ${row}`),
      'General',
      ` ${arcs.map((arc) => arc.name).join(' ')}`,
      'Binary',
      ` ${binary.join(' ')}`,
      'End',
    ].join('\n')
  const all = sum(arcs.map((arc) => arc.name))
  const first = solve(model(`Maximize\n obj: ${all}`, []), { mip_rel_gap: 0 })
  if (first.Status !== 'Optimal') throw new Error(`HiGHS: ${first.Status}`)
  const copies = Math.round(first.ObjectiveValue)
  const second = solve(model(`Minimize\n obj: ${sum(trips)}`, [`${all} >= ${copies}`]), { mip_rel_gap: 0 })
  if (second.Status !== 'Optimal') throw new Error(`HiGHS: ${second.Status}`)
  return { copies, trips: Math.round(second.ObjectiveValue) }
}
