import type { Figure, FigureUnit, Said } from '@shared/contract/report-content'
import type { PluralForms } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { comparison, stands } from '@shared/papers/report/words'
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

  /** A share of a whole, in percent with tenths. */
  share(key: string, title: string, part: Figure, whole: Figure): Figure {
    const previous = part.previous === null || whole.previous === null ? null : shareOf(part.previous, whole.previous)
    return this.derived(
      key,
      title,
      part.value === null || whole.value === null ? null : shareOf(part.value, whole.value),
      [part, whole],
      'tenths',
      '%',
      previous,
    )
  }

  /**
   * «на 2 заседания больше, чем в 2024–2025 учебном году»; nothing where last year's is not known. The difference is a figure of its own,
   * worked out of this one. `forms` are of the noun in the accusative («на 1 школу»); without them the figure's own suffix is said, and
   * of percents «п. п.».
   */
  compared(figure: Figure, than: string, forms?: PluralForms): Said[] {
    const { value, previous } = figure
    if (value === null || previous === null) return []
    const how = stands(value, previous)
    // A share is not an amount there can be as much of.
    if (how === 'same' && figure.suffix === '%') return [{ text: `как и ${than}` }]
    if (how === 'same') return comparison(how, { text: '' }, than)
    const difference = this.derived(
      `${figure.key}:change`,
      `${figure.title}: на сколько ${how === 'more' ? 'больше' : 'меньше'}, чем ${than}`,
      Math.abs(value - previous),
      [figure],
      figure.unit,
      figure.suffix === '%' ? 'п. п.' : figure.suffix,
    )
    return comparison(how, say(difference, forms), than)
  }

  private add(figure: Figure): Figure {
    if (this.all.some((one) => one.key === figure.key)) throw new Error(`Two figures are called ${figure.key}`)
    this.all.push(figure)
    return figure
  }
}

/** The mean in tenths; null of nothing. */
export function meanOf(sum: number | null | undefined, of: number): number | null {
  return of === 0 || sum === null || sum === undefined ? null : Math.round((sum * 10) / of)
}

/** A part of whole in tenths of a percent; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 1000) / whole)
}
