import type { ReportPart, SectionContent } from '@shared/contract/report-content'

/** Figures of a part against numbers worked out apart from it. A figure nobody worked out is a fault too: none goes unjudged. */

export type Expected = Record<string, number | null>

/** Figures worked out of others of the part, whose rule is in their key. */
function derived(part: ReportPart, key: string): number | null | undefined {
  const by = (name: string) => part.figures.find((one) => one.key === name)
  const of = by(key.replace(/:change$/u, ''))
  if (key.endsWith(':change') && of !== undefined) return Math.abs((of.value ?? 0) - (of.previous ?? 0))
  // What a shortened table leaves out: the whole less what it lists.
  if (/(?:^|:)rest$/u.test(key)) {
    const group = key.slice(0, -'rest'.length)
    const whole = by(`${group}all`) ?? by(group.slice(0, -1))
    if (group === '' || whole === undefined) return 0
    const listed = part.figures.filter((one) => one.key.startsWith(group) && one !== whole && one.key !== key)
    return (whole.value ?? 0) - listed.reduce((sum, one) => sum + (one.value ?? 0), 0)
  }
  return undefined
}

export function faultsOf(part: ReportPart, expected: Expected): string[] {
  const known = new Set(part.figures.map((one) => one.key))
  return [
    ...part.figures.flatMap((figure) => {
      const wanted = figure.key in expected ? expected[figure.key] : derived(part, figure.key)
      if (wanted === undefined)
        return [`${part.key}.${figure.key} «${figure.title}» = ${figure.value}: nobody worked it out`]
      return wanted === figure.value
        ? []
        : [`${part.key}.${figure.key} «${figure.title}»: ${figure.value}, must be ${wanted}`]
    }),
    ...Object.entries(expected)
      .filter(([key, value]) => !known.has(key) && value !== null && value !== 0 && !key.startsWith('?'))
      .map(([key, value]) => `${part.key}.${key}: must be ${value}, is not told`),
  ]
}

/** Of every part of a section; a part without expectations is a fault. */
export function sectionFaults(content: SectionContent, expected: Record<string, Expected>): string[] {
  return content.parts.flatMap((part) => {
    const wanted = expected[part.key]
    if (wanted === undefined)
      return part.figures.length === 0 ? [] : [`${content.kind}.${part.key}: nobody worked it out`]
    return faultsOf(part, wanted)
  })
}

/** Rounded half up; null of nothing. */
export const tenths = (part: number, whole: number, scale = 10): number | null =>
  whole === 0 ? null : Math.round((part * scale) / whole)
export const percents = (part: number, whole: number): number | null => tenths(part, whole, 1000)

/** Sums of a number over rows by a key. */
export function sumBy<R>(
  rows: readonly R[],
  key: (row: R) => string,
  value: (row: R) => number = () => 1,
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + value(row))
  return sums
}

/** Rows apart by a key, in their order. */
export function grouped<R>(rows: readonly R[], key: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group === undefined) groups.set(key(row), [row])
    else group.push(row)
  }
  return groups
}

/** «copies:» before each key. */
export function keyed(prefix: string, sums: ReadonlyMap<string, number>): Expected {
  return Object.fromEntries([...sums].map(([key, value]) => [`${prefix}${key}`, value]))
}
