/** mulberry32: small, seeded, good enough for plausible data; the same seed gives the same district. */
export interface Random {
  /** [0, 1) */
  next(): number
  /** An integer from `from` to `to`, both included. */
  int(from: number, to: number): number
  pick<T>(from: readonly T[]): T
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    pick(from) {
      const found = from[int(0, from.length - 1)]
      if (found === undefined) throw new Error('Nothing to pick from')
      return found
    },
  }
}
