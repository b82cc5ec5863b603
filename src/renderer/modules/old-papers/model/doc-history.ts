import type { Understood } from '@shared/contract/old-papers'

/** The draft under review with the way back: typing in one field is one step. */
export interface DocHistory {
  past: readonly Understood[]
  now: Understood
  future: readonly Understood[]
  /** Field of the last step, and when it was made. */
  group: string | null
  at: number
}

const MOST = 200
/** Typing on in a field after so long a rest is a step of its own. */
const REST_MS = 1500

export function begin(now: Understood): DocHistory {
  return { past: [], now, future: [], group: null, at: 0 }
}

/** @param group the field being typed in; null is always a step of its own */
export function step(history: DocHistory, next: Understood, group: string | null, at: number): DocHistory {
  if (next === history.now) return history
  const grows = group !== null && group === history.group && at - history.at < REST_MS
  const past = grows ? history.past : [...history.past, history.now].slice(-MOST)
  return { past, now: next, future: [], group, at }
}

/** Null: there is nothing to undo. */
export function back({ past, now, future }: DocHistory): DocHistory | null {
  const before = past.at(-1)
  if (!before) return null
  return { past: past.slice(0, -1), now: before, future: [now, ...future], group: null, at: 0 }
}

/** Null: there is nothing to redo. */
export function forth({ past, now, future }: DocHistory): DocHistory | null {
  const [next, ...rest] = future
  if (!next) return null
  return { past: [...past, now], now: next, future: rest, group: null, at: 0 }
}
