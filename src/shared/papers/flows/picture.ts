import type { Flow } from '../../contract/transfers'
import { formatNumber } from '../../domain/text/plural'
import { escapeHtml } from '../html'
import { PICTURE_FONTS, type Picture } from '../model'
import { type CollectionPoint, type GatheredFlows, gatherFlows } from './gather'
import { type FlowLayout, layOut, type PlacedRibbon, restPath, ribbonPath } from './layout'
import { mapDescription, restSummary } from './words'

/** The map of flows for paper. */

/** On paper as many as can be told apart without pointing at them. */
const PAPER_ENDS = 40
const PAPER_RIBBONS = 70
/** Size of the names: 9 points. */
const FONT_MM = (9 * 25.4) / 72
const LETTER_EM = 0.55

/** One hue; grey print tells them apart by lightness. */
const shades = ['#2f5d8c', '#a9c4df', '#5b86b3', '#cbd9e8']
const onShade = ['#ffffff', '#000000', '#ffffff', '#000000']

export interface FlowPictureOptions {
  widthMm: number
  /** At most, unless the names need more. */
  heightMm: number
  via: CollectionPoint | null
}

export interface FlowPicture {
  picture: Picture
  /** What is not drawn by itself, for under the picture; empty when everything is. */
  note: string
}

/** Null when there is nothing to draw. */
export function flowPicture(flows: readonly Flow[], options: FlowPictureOptions): FlowPicture | null {
  const gathered = gatherFlows(flows, { ends: PAPER_ENDS, ribbons: PAPER_RIBBONS, via: options.via })
  if (gathered.total.flows === 0) return null
  const rows = Math.max(gathered.givers.length, gathered.receivers.length)
  const layout = layOut(gathered, {
    width: options.widthMm,
    // Few schools do not need the whole page.
    height: Math.min(options.heightMm, Math.max(24, rows * FONT_MM * 4)),
    font: FONT_MM,
    letterEm: LETTER_EM,
    labelShare: 0.27,
  })
  return {
    picture: {
      kind: 'picture',
      svg: flowSvg(gathered, layout),
      widthMm: round(layout.width),
      heightMm: round(layout.height),
      description: mapDescription(gathered),
    },
    note: restSummary(gathered),
  }
}

function flowSvg(flows: GatheredFlows, layout: FlowLayout): string {
  const { font } = layout
  const parts = [
    ...layout.ends.flatMap((end) =>
      end.restY === null ? [] : [`<path d="${restPath(end, layout.restLength, layout.scale)}" fill="#8c8c8c"/>`],
    ),
    ...layout.ribbons.map(ribbonSvg),
    ...layout.ribbons.flatMap((ribbon) => countsSvg(ribbon, font)),
    ...layout.ends.map(
      (end) =>
        `<rect x="${round(end.x)}" y="${round(end.y)}" width="${round(end.width)}" height="${round(end.height)}" fill="#000000"/>`,
    ),
    ...layout.ends.flatMap((end) => {
      const anchor = end.side === 'from' ? 'end' : 'start'
      const first = end.middle - ((end.lines.length - 1) / 2) * font * 1.05
      return [
        text(end.countX, end.middle, 'end', font, formatNumber(end.end.copies), '#000000', true),
        ...end.lines.map((line, at) => text(end.labelX, first + at * font * 1.05, anchor, font, line)),
      ]
    }),
    ...viaSvg(flows, layout),
  ]
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(layout.width)} ${round(layout.height)}" ` +
    `font-family="${PICTURE_FONTS}">${parts.join('')}</svg>`
  )
}

/** A white edge parts ribbons that cross. */
function ribbonSvg(ribbon: PlacedRibbon): string {
  const { d, isOutline } = ribbonPath(ribbon)
  const shade = shades[ribbon.shade] ?? '#5b86b3'
  if (isOutline) return `<path d="${d}" fill="${shade}" stroke="#ffffff" stroke-width="0.2"/>`
  const width = Math.max(ribbon.width, 0.15)
  return (
    `<path d="${d}" fill="none" stroke="#ffffff" stroke-width="${round(width + 0.35)}"/>` +
    `<path d="${d}" fill="none" stroke="${shade}" stroke-width="${round(width)}"/>`
  )
}

function countsSvg(ribbon: PlacedRibbon, font: number): string[] {
  const colour = onShade[ribbon.shade] ?? '#000000'
  const size = font * 0.85
  const words = formatNumber(ribbon.ribbon.copies)
  return [
    ...(ribbon.countAtStart ? [text(ribbon.x1 + font * 0.3, ribbon.y1, 'start', size, words, colour)] : []),
    ...(ribbon.countAtEnd ? [text(ribbon.x2 - font * 0.3, ribbon.y2, 'end', size, words, colour)] : []),
  ]
}

function viaSvg({ via }: GatheredFlows, layout: FlowLayout): string[] {
  if (via === null || layout.via === null) return []
  const { x, y, width, height } = layout.via
  const middle = x + width / 2
  const { font } = layout
  return [
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="#000000"/>`,
    text(middle, font * 0.9, 'middle', font, `Пункт обмена: ${via.name}`, '#000000', true),
    text(middle, font * 2.1, 'middle', font, `получает ${formatNumber(via.gets)}, выдаёт ${formatNumber(via.gives)}`),
  ]
}

function text(
  x: number,
  middle: number,
  anchor: 'start' | 'middle' | 'end',
  size: number,
  words: string,
  colour = '#000000',
  bold = false,
): string {
  return (
    `<text x="${round(x)}" y="${round(middle + size * 0.34)}" text-anchor="${anchor}" font-size="${round(size)}"` +
    `${bold ? ' font-weight="700"' : ''} fill="${colour}">${escapeHtml(words)}</text>`
  )
}

const round = (value: number): number => Math.round(value * 100) / 100
