import type { Problem } from '@store/planner/problem'
import { seeded } from '@store/planner/random'

/**
 * Surpluses and needs of schools and titles drawn at random, 1–25 copies each: about as many copies as MEASURED.md's instance.
 * With `skew` above 1 some schools have many rows and others few.
 */
export function planInstance(schools: number, titles: number, rows: number, { seed = 1, skew = 1 } = {}): Problem {
  const random = seeded(seed * 7919)
  const taken = new Set<number>()
  const draw = (): { school: number; edition: number; copies: number } => {
    for (;;) {
      const school = Math.floor(schools * (random(1_000_000) / 1_000_000) ** skew)
      const edition = random(titles)
      if (taken.has(school * titles + edition)) continue
      taken.add(school * titles + edition)
      return { school, edition, copies: 1 + random(25) }
    }
  }
  const places = Array.from({ length: schools }, () => [random(60_000) / 1000, random(60_000) / 1000] as const)
  return {
    schools,
    supplies: Array.from({ length: rows }, () => ({ ...draw(), family: -1, rank: 0 })),
    demands: Array.from({ length: rows }, () => ({ ...draw(), family: -1, substitutes: false, priority: 1 })),
    rule: 'priority',
    minimumLot: 1,
    minimumPair: 1,
    via: null,
    locked: [],
    refused: new Set(),
    distance: (from, to) => {
      const [one, other] = [places[from] ?? [0, 0], places[to] ?? [0, 0]]
      return Math.hypot(one[0] - other[0], one[1] - other[1])
    },
  }
}
