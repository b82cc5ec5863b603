import type { Figure, FigureUnit } from '@shared/contract/report-content'
import type { Counted } from './reader'

/** Figures of one part, made one by one; each is named once. */
export class FigureSet {
  readonly all: Figure[] = []

  /** Rows counted. */
  count(key: string, title: string, now: Counted, before: Counted | null = null, suffix = ''): Figure {
    return this.add({
      key,
      title,
      value: now.count,
      unit: 'count',
      suffix,
      previous: before?.count ?? null,
      trace: now.trace,
      of: [],
    })
  }

  /** The sum of a column of the rows counted; `unit` as the column keeps it. */
  sum(
    key: string,
    title: string,
    column: string,
    now: Counted,
    before: Counted | null = null,
    unit: FigureUnit = 'count',
    suffix = '',
  ): Figure {
    return this.add({
      key,
      title,
      value: now.sums[column] ?? 0,
      unit,
      suffix,
      previous: before === null ? null : (before.sums[column] ?? 0),
      trace: { ...now.trace, sum: column },
      of: [],
    })
  }

  /** Worked out of other figures of the part: an average, a share, a difference. */
  derived(
    key: string,
    title: string,
    value: number | null,
    of: readonly Figure[],
    unit: FigureUnit = 'count',
    suffix = '',
    previous: number | null = null,
  ): Figure {
    return this.add({ key, title, value, unit, suffix, previous, trace: null, of: of.map((one) => one.key) })
  }

  private add(figure: Figure): Figure {
    if (this.all.some((one) => one.key === figure.key)) throw new Error(`Two figures are called ${figure.key}`)
    this.all.push(figure)
    return figure
  }
}

/** A part of whole in tenths of a percent; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 1000) / whole)
}
