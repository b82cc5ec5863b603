/** Whole numbers below `below`; the same seed gives the same ones (xorshift32). */
export type Random = (below: number) => number

export function seeded(seed: number): Random {
  let state = seed | 0 || 0x2545f491
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}
