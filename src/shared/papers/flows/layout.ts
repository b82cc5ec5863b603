import { formatNumber } from '../../domain/text/plural'
import type { FlowEnd, FlowRibbon, GatheredFlows } from './gather'
import { fitLines } from './labels'

/**
 * Where everything of a map of flows stands: givers at the left, receivers at the right, between them ribbons as wide as
 * their copies. One scale for all, so that widths can be compared and add up. Lengths are in the units of `LayoutSize`
 * (pixels on the screen, millimetres on paper).
 */
export interface LayoutSize {
  width: number
  /** The picture is not higher unless the schools' names need it. */
  height: number
  /** Size of letters, and how wide one is in it. */
  font: number
  letterEm: number
  /** Share of the width for the names of one side. */
  labelShare: number
}

export interface PlacedEnd {
  end: FlowEnd
  side: 'from' | 'to'
  /** Place in `givers` or `receivers`. */
  index: number
  /** The bar. */
  x: number
  y: number
  width: number
  height: number
  /** The name, a line or two, and where its lines end (left side) or begin (right side). */
  lines: string[]
  labelX: number
  /** Right edge of the figure. */
  countX: number
  /** Middle of the bar, name and figure. */
  middle: number
  /** Where the rest begins at the bar; null when there is none. */
  restY: number | null
}

export interface PlacedRibbon {
  ribbon: FlowRibbon
  /** Its middle line is from (x1, y1) to (x2, y2). */
  x1: number
  y1: number
  x2: number
  y2: number
  width: number
  /** Tells ribbons of neighbouring schools apart, from 0. */
  shade: number
  /** The figure is written on it at this end: it is wide enough and not the end's only one. */
  countAtStart: boolean
  countAtEnd: boolean
}

export interface FlowLayout {
  width: number
  height: number
  font: number
  ends: PlacedEnd[]
  /** The widest first: drawn in this order the narrow lie on top. */
  ribbons: PlacedRibbon[]
  /** The collection point's bar. */
  via: { x: number; y: number; width: number; height: number } | null
  /** How far the rest of an end reaches out of its bar. */
  restLength: number
  /** Units per copy. */
  scale: number
}

export const SHADES = 4
/** In letters: a row of names, a bar, a digit of the figures, and the air between them. */
const ROW = 1.5
const BAR = 0.8
const DIGIT = 0.56
const AIR = 0.5
/** Around the whole; over the picture stands the name of the collection point, if there is one. */
const EDGE = 0.4

export function layOut(flows: GatheredFlows, size: LayoutSize): FlowLayout {
  const { font, width } = size
  const label = width * size.labelShare
  const top = EDGE * font + (flows.via === null ? 0 : 2.6 * font)
  const orders = orderEnds(flows)
  const least = Math.max(flows.givers.length, flows.receivers.length) * ROW * font
  const height = Math.max(size.height - top - EDGE * font, least)
  const scale = scaleFor(flows, height, ROW * font)
  const count = DIGIT * figureLength(flows) * font
  const inner = label + count + 2 * AIR * font
  const sides = [
    { side: 'from' as const, ends: flows.givers, order: orders.givers, x: inner },
    { side: 'to' as const, ends: flows.receivers, order: orders.receivers, x: width - inner - BAR * font },
  ]
  const ends = sides.flatMap(({ side, ends: list, order, x }) =>
    stack(list, order, height, scale, ROW * font).map((slot): PlacedEnd => {
      const middle = top + slot.middle
      const bar = Math.max(slot.end.copies * scale, 0.08 * font)
      const left = side === 'from'
      return {
        end: slot.end,
        side,
        index: slot.index,
        x,
        y: middle - bar / 2,
        width: BAR * font,
        height: bar,
        lines: fitLines(slot.end.name, label / (font * size.letterEm), slot.height >= 2.3 * font ? 2 : 1),
        labelX: left ? label : width - label,
        countX: left ? label + AIR * font + count : width - label - AIR * font,
        middle,
        restY: null,
      }
    }),
  )
  const legs = viaCopies(flows) * scale
  const via =
    flows.via === null
      ? null
      : { x: (width - BAR * font) / 2, y: top + (height - legs) / 2, width: BAR * font, height: legs }
  const ribbons = placeRibbons(flows, ends, via, scale, font)
  return {
    width,
    height: top + height + EDGE * font,
    font,
    ends,
    ribbons,
    via,
    restLength: 1.6 * font,
    scale,
  }
}

/** Signs of the longest figure. */
function figureLength(flows: GatheredFlows): number {
  return Math.max(1, ...[...flows.givers, ...flows.receivers].map((end) => formatNumber(end.copies).length))
}

/** Copies of the ribbons that come to the collection point, or go from it if those are more. */
function viaCopies({ via, ribbons }: GatheredFlows): number {
  if (via === null) return 0
  const sum = (side: 'from' | 'to'): number =>
    ribbons.reduce((copies, ribbon) => copies + (ribbon[side] === null ? ribbon.copies : 0), 0)
  return Math.max(sum('from'), sum('to'))
}

/** The most units per copy with which both columns still fit. */
function scaleFor(flows: GatheredFlows, height: number, row: number): number {
  const fits = (scale: number): boolean =>
    [flows.givers, flows.receivers].every(
      (ends) => ends.reduce((sum, end) => sum + Math.max(row, end.copies * scale + row * 0.25), 0) <= height + 1e-6,
    ) && Math.max(flows.via?.gets ?? 0, flows.via?.gives ?? 0) * scale <= height
  let low = 0
  // A bar of one copy is no higher than three rows: a plan of one line is no wall.
  let high = row * 3
  if (fits(high)) return high
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}

interface Slot {
  end: FlowEnd
  index: number
  middle: number
  height: number
}

/** One under another, the room that is left over between them, but not so much that the column falls apart. */
function stack(ends: readonly FlowEnd[], order: readonly number[], height: number, scale: number, row: number): Slot[] {
  const slots = order.flatMap((index): Slot[] => {
    const end = ends[index]
    return end === undefined ? [] : [{ end, index, middle: 0, height: Math.max(row, end.copies * scale + row * 0.25) }]
  })
  const used = slots.reduce((sum, slot) => sum + slot.height, 0)
  const gap = Math.min(row * 2, Math.max(0, height - used) / Math.max(1, slots.length))
  let at = Math.max(0, (height - used - gap * slots.length) / 2)
  for (const slot of slots) {
    slot.middle = at + (slot.height + gap) / 2
    at += slot.height + gap
  }
  return slots
}

/**
 * The order of both columns in which ribbons cross little: each end stands by the middle of those it deals with, found in a few
 * rounds from the order by copies.
 */
function orderEnds(flows: GatheredFlows): { givers: number[]; receivers: number[] } {
  const givers = flows.givers.map((_, index) => index)
  const receivers = flows.receivers.map((_, index) => index)
  if (flows.via !== null) return { givers, receivers }
  for (let round = 0; round < 6; round++) {
    sortByMiddle(receivers, flows.receivers, givers, (ribbon) => [ribbon.to, ribbon.from], flows.ribbons)
    sortByMiddle(givers, flows.givers, receivers, (ribbon) => [ribbon.from, ribbon.to], flows.ribbons)
  }
  return { givers, receivers }
}

function sortByMiddle(
  order: number[],
  ends: readonly FlowEnd[],
  others: readonly number[],
  sidesOf: (ribbon: FlowRibbon) => [number | null, number | null],
  ribbons: readonly FlowRibbon[],
): void {
  const rank = new Map(others.map((index, at) => [index, at]))
  const sums = ends.map(() => ({ weight: 0, sum: 0 }))
  for (const ribbon of ribbons) {
    const [own, other] = sidesOf(ribbon)
    const sum = own === null ? undefined : sums[own]
    if (sum === undefined || other === null) continue
    sum.weight += ribbon.copies
    sum.sum += ribbon.copies * ((rank.get(other) ?? 0) / Math.max(1, others.length - 1))
  }
  const middle = (index: number): number => {
    const sum = sums[index]
    return sum === undefined || sum.weight === 0 ? 1 : sum.sum / sum.weight
  }
  order.sort((a, b) => {
    const [x, y] = [middle(a), middle(b)]
    return x === y ? a - b : x - y
  })
}

function placeRibbons(
  flows: GatheredFlows,
  ends: PlacedEnd[],
  via: FlowLayout['via'],
  scale: number,
  font: number,
): PlacedRibbon[] {
  const from = new Map(ends.filter((end) => end.side === 'from').map((end) => [end.index, end]))
  const to = new Map(ends.filter((end) => end.side === 'to').map((end) => [end.index, end]))
  const shades = new Map([...from.values()].sort((a, b) => a.middle - b.middle).map((end, at) => [end.index, at]))
  const backs = new Map([...to.values()].sort((a, b) => a.middle - b.middle).map((end, at) => [end.index, at]))
  const middleOf = (end: PlacedEnd | undefined): number => end?.middle ?? (via === null ? 0 : via.y + via.height / 2)
  const placed = flows.ribbons.map((ribbon): PlacedRibbon => {
    const giver = ribbon.from === null ? undefined : from.get(ribbon.from)
    const receiver = ribbon.to === null ? undefined : to.get(ribbon.to)
    return {
      ribbon,
      x1: giver === undefined ? (via?.x ?? 0) + (via?.width ?? 0) : giver.x + giver.width,
      y1: middleOf(giver),
      x2: receiver === undefined ? (via?.x ?? 0) : receiver.x,
      y2: middleOf(receiver),
      width: ribbon.copies * scale,
      shade: (ribbon.from === null ? (backs.get(ribbon.to ?? 0) ?? 0) : (shades.get(ribbon.from) ?? 0)) % SHADES,
      countAtStart: false,
      countAtEnd: false,
    }
  })
  const wide = (ribbon: PlacedRibbon): boolean => ribbon.width >= 0.95 * font
  attach(placed, ends, via, 'y1', 'y2', (ribbon) => ribbon.from, 'from')
  attach(placed, ends, via, 'y2', 'y1', (ribbon) => ribbon.to, 'to')
  const many = (key: 'from' | 'to', at: number | null): boolean =>
    at !== null && (flows.ribbons.filter((ribbon) => ribbon[key] === at).length > 1 || hasRest(flows, key, at))
  for (const one of placed) {
    one.countAtStart = wide(one) && many('from', one.ribbon.from)
    one.countAtEnd = wide(one) && many('to', one.ribbon.to)
  }
  return placed.sort((a, b) => b.width - a.width)
}

function hasRest(flows: GatheredFlows, key: 'from' | 'to', at: number): boolean {
  return ((key === 'from' ? flows.givers : flows.receivers)[at]?.rest.copies ?? 0) > 0
}

/** Ribbons leave a bar in the order of where they go, the rest below them: they do not cross at the bar. */
function attach(
  placed: PlacedRibbon[],
  ends: PlacedEnd[],
  via: FlowLayout['via'],
  own: 'y1' | 'y2',
  other: 'y1' | 'y2',
  placeOf: (ribbon: FlowRibbon) => number | null,
  side: 'from' | 'to',
): void {
  const middles = new Map(placed.map((one) => [one, one[other]]))
  const groups = new Map<number | null, PlacedRibbon[]>()
  for (const one of placed) {
    const key = placeOf(one.ribbon)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  for (const [key, group] of groups) {
    const end = ends.find((one) => one.side === side && one.index === key)
    let at = key === null ? (via?.y ?? 0) + ((via?.height ?? 0) - widthOf(group)) / 2 : (end?.y ?? 0)
    for (const one of group.sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0))) {
      one[own] = at + one.width / 2
      at += one.width
    }
    if (end !== undefined && end.end.rest.copies > 0) end.restY = at
  }
  // An end all of whose flows are small has no ribbon at all.
  for (const end of ends) if (end.side === side && end.restY === null && end.end.rest.copies > 0) end.restY = end.y
}

const widthOf = (group: readonly PlacedRibbon[]): number => group.reduce((sum, one) => sum + one.width, 0)

/**
 * A ribbon as an SVG path: its middle line, drawn as wide as it is; where it is too wide for the bend, its outline, filled.
 */
export function ribbonPath({ x1, y1, x2, y2, width }: PlacedRibbon): { d: string; isOutline: boolean } {
  const middle = (x1 + x2) / 2
  const isOutline = width > (x2 - x1) * 0.12
  if (!isOutline) {
    return { d: `M${r(x1)} ${r(y1)}C${r(middle)} ${r(y1)} ${r(middle)} ${r(y2)} ${r(x2)} ${r(y2)}`, isOutline }
  }
  const [a1, b1, a2, b2] = [y1 - width / 2, y1 + width / 2, y2 - width / 2, y2 + width / 2]
  return {
    d:
      `M${r(x1)} ${r(a1)}C${r(middle)} ${r(a1)} ${r(middle)} ${r(a2)} ${r(x2)} ${r(a2)}` +
      `L${r(x2)} ${r(b2)}C${r(middle)} ${r(b2)} ${r(middle)} ${r(b1)} ${r(x1)} ${r(b1)}Z`,
    isOutline,
  }
}

/** The rest of an end: an arrow out of the giver's bar, or into the receiver's. */
export function restPath(end: PlacedEnd, length: number, scale: number): string {
  if (end.restY === null) return ''
  const half = Math.max((end.end.rest.copies * scale) / 2, length * 0.08)
  const middle = end.restY + (end.end.rest.copies * scale) / 2
  const [base, tip] = end.side === 'from' ? [end.x + end.width, end.x + end.width + length] : [end.x, end.x - length]
  return `M${r(base)} ${r(middle - half)}L${r(tip)} ${r(middle)}L${r(base)} ${r(middle + half)}Z`
}

const r = (value: number): number => Math.round(value * 100) / 100
