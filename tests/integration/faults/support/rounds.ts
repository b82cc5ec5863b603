/**
 * How long fault tests run: seconds in `npm test`, as many rounds as asked for in `npm run faults`. The seed is printed,
 * so that a run that failed can be repeated with METODIST_SEED.
 */
const factor = Number(process.env.METODIST_FAULTS ?? 1)

export const rounds = (short: number): number => Math.max(1, Math.round(short * factor))

export const seed = Number(process.env.METODIST_SEED ?? Date.now() % 1_000_000_007)

/** Time limit of a test of so many rounds. */
export const limit = (short: number): number => short * Math.max(1, factor)

/** A small repeatable generator (mulberry32): numbers in [0, 1). */
export function random(from: number): () => number {
  let state = from >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
