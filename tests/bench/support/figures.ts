/** Medians, spread and a table: what a measurement prints. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const high = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? Number.NaN)) / 2
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export interface Figure {
  what: string
  value: string
  budget?: string
  /** Undefined where there is no budget. */
  kept?: boolean
}

export function printFigures(title: string, figures: readonly Figure[]): void {
  const rows = figures.map(({ what, value, budget, kept }) => [
    what,
    value,
    budget ?? '',
    kept === undefined ? '' : kept ? 'kept' : 'MISSED',
  ])
  const head = ['what', 'measured', 'budget', '']
  const widths = head.map((name, n) => Math.max(name.length, ...rows.map((row) => (row[n] ?? '').length)))
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(' | ')} |`
  const rule = line(widths.map((width) => '-'.repeat(width)))
  process.stdout.write(`\n${title}\n${[line(head), rule, ...rows.map(line)].join('\n')}\n\n`)
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
