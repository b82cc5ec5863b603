import { type Random, seededRandom } from '@store/sample/generate/random'

/** A table as it is meant, before any writer makes a file of it. */
export type GridCell =
  | null
  | string
  | number
  | boolean
  /** A day as a number with a date format. */
  | { day: string }
  | { percent: number }
  /** A formula with the value it was saved with. */
  | { formula: string; value: number | string }

export interface Grid {
  sheet: string
  rows: GridCell[][]
  /** 0-based, both inclusive. */
  merges: { top: number; left: number; bottom: number; right: number }[]
}

/** The short form is the same every time; `npm run fuzz` takes another seed each time, and `--seed` repeats one. */
export const baseSeed = Number(process.env.METODIST_SEED ?? 1)
/** How many times the short form. */
export const share = Number(process.env.METODIST_FUZZ ?? 1)

export const randomOf = (round: number): Random => seededRandom((baseSeed + Math.imul(round, 0x9e3779b1)) >>> 0)

export const chance = (random: Random, part: number): boolean => random.next() < part

export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const left = [...items]
  const out: T[] = []
  while (left.length > 0) out.push(...left.splice(random.int(0, left.length - 1), 1))
  return out
}

/** Excel's number of a day. */
export function serialOf(day: string, date1904: boolean): number {
  const serial = (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
  return date1904 ? serial - 1462 : serial
}

export const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${String.fromCharCode(64 + Math.floor(column / 26))}${String.fromCharCode(65 + (column % 26))}`
