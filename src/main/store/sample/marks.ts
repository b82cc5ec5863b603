/** Row keys of the sample: counted, not random, so that two demo districts are the same to the letter. */
export type NextUid = () => string

export function uidCounter(prefix: string): NextUid {
  let last = 0
  return () => {
    last += 1
    return `${prefix}-${String(last).padStart(5, '0')}`
  }
}

/** A number of [0, 1) that depends on its arguments alone (murmur3's finaliser): what looks accidental stays the same. */
export function noise(a: number, b: number): number {
  let hash = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000
}

/** An integer from `from` to `to`, both included. */
export function between(from: number, to: number, a: number, b: number): number {
  return from + Math.floor(noise(a, b) * (to - from + 1))
}
