/** What a plan is worked out from. Schools are numbers from 0; quantities are copies, distances are km. */

export interface Supply {
  school: number
  /** Which book it is; a need of the same edition may always be met by it. */
  edition: number
  /** Editions of one family may stand for each other where the need says so; −1: none. */
  family: number
  copies: number
  /** Among equal ones the lower rank is given first: it will serve longer. */
  rank: number
}

export interface Demand {
  school: number
  edition: number
  family: number
  substitutes: boolean
  copies: number
  /** 0 goes before 1 before 2, where the rule is by priority. */
  priority: number
}

export type Rule = 'priority' | 'proportional' | 'minimum-lot'

/** So many copies of a supply for a demand, by their places in the lists. */
export interface Delivery {
  supply: number
  demand: number
  copies: number
}

export interface Problem {
  schools: number
  supplies: readonly Supply[]
  demands: readonly Demand[]
  rule: Rule
  /** Of `minimum-lot`. */
  minimumLot: number
  /** No trip below so many copies; 1: any. */
  minimumPair: number
  /** The school through which everything goes; null: straight from school to school. */
  via: number | null
  /** Kept as they are, and counted in copies and trips. Within what there is: whoever asks makes sure. */
  locked: readonly Delivery[]
  /** Never proposed: `supply * demands.length + demand`. */
  refused: ReadonlySet<number>
  /** Null where the way between two schools is not known. */
  distance: ((from: number, to: number) => number | null) | null
}

/** May copies of the supply go to the demand at all? */
export function fits(problem: Problem, supply: number, demand: number): boolean {
  const from = problem.supplies[supply]
  const to = problem.demands[demand]
  return (
    from !== undefined &&
    to !== undefined &&
    from.school !== to.school &&
    (from.edition === to.edition || (to.substitutes && from.family >= 0 && from.family === to.family)) &&
    !problem.refused.has(supply * problem.demands.length + demand)
  )
}
