/**
 * Shares of a whole in tenths of a percent that sum up to exactly 1000 (largest remainders; equal ones in their order): a table
 * whose percents make 99,9 is sent back. All zeros of nothing.
 */
export function shares(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return counts.map(() => 0)
  const exact = counts.map((count) => (count * 1000) / total)
  const rounded = exact.map(Math.floor)
  let missing = 1000 - rounded.reduce((sum, share) => sum + share, 0)
  const order = exact.map((share, index) => ({ index, rest: share - Math.floor(share) }))
  order.sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order) {
    if (missing <= 0) break
    rounded[index] = (rounded[index] ?? 0) + 1
    missing -= 1
  }
  return rounded
}
