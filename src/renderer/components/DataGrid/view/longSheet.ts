/**
 * Chromium gives no element more than 2²⁵ px, which is 1,118,481 lines. A longer sheet is drawn as tall as this, and a place on
 * its scroll bar stands for a place in the whole sheet (decision 44).
 */
export const TALLEST = 30_000_000
/** The bar is dragged by more than this at once, px; a wheel or a finger never turns so fast. */
const JUMP = 20_000

/** What is needed of the element that scrolls. */
export interface Scrolled {
  scrollTop: number
  readonly scrollHeight: number
  readonly clientHeight: number
}

/**
 * The place in a sheet of any height by the place of its scroll bar. Small movements are followed pixel by pixel, so that a
 * wheel moves by lines; a dragged bar goes to its share of the sheet. A sheet that fits is its own bar.
 */
export class LongSheet {
  /** Pixels that lines stand higher than their place in the whole sheet. */
  shift = 0
  private place = 0
  private bar = 0

  /** @param total pixels of all lines */
  constructor(public total = 0) {}

  /** Pixels the lines are drawn in. */
  get height(): number {
    return Math.min(this.total, TALLEST)
  }

  private get hidden(): number {
    return this.total - this.height
  }

  /** Place in the sheet now that the bar has been moved. */
  follow(element: Scrolled): number {
    const { scrollTop } = element
    if (this.hidden === 0) return this.settle(scrollTop, scrollTop)
    const moved = scrollTop - this.bar
    if (moved === 0) return this.place
    const { most, barMost } = this.ends(element)
    if (Math.abs(moved) > JUMP) return this.settle(barMost === 0 ? 0 : (scrollTop / barMost) * most, scrollTop)
    const place = Math.min(most, Math.max(0, this.place + moved))
    // At an end of the bar there is no further way: it is put where it belongs by the place, or the sheet ends with it.
    if (scrollTop <= 0) return this.go(element, place <= element.clientHeight ? 0 : place)
    if (scrollTop >= barMost) return this.go(element, most - place <= element.clientHeight ? most : place)
    return this.settle(place, scrollTop)
  }

  /** Goes to a place in the sheet; answers it as far as the sheet goes. */
  go(element: Scrolled, wanted: number): number {
    const { most, barMost } = this.ends(element)
    const place = Math.min(most, Math.max(0, wanted))
    element.scrollTop = this.hidden === 0 ? place : (place / most) * barMost
    return this.settle(place, element.scrollTop)
  }

  private ends({ scrollHeight, clientHeight }: Scrolled): { most: number; barMost: number } {
    const barMost = Math.max(0, scrollHeight - clientHeight)
    return { most: barMost + this.hidden, barMost }
  }

  private settle(place: number, bar: number): number {
    this.place = place
    this.bar = bar
    this.shift = place - bar
    return place
  }
}

/** Where the sheet must stand for a line to be seen whole, between the head and the totals; `from` where it can stay. */
export function placeToSee(
  line: { top: number; bottom: number },
  from: number,
  seen: { height: number; head: number; foot: number },
): number {
  if (line.top - seen.head < from) return line.top - seen.head
  return Math.max(from, line.bottom + seen.foot - seen.height)
}
