import type { PageNumberEstimator } from 'docx'
import { TABLE_TEXT_STYLES } from './styles'

/**
 * What of a paper decides where its pages end. The library reads and breaks into lines every cell of every table, and most cells of a report
 * are numbers: of the cells of a row that surely are one line high, one stands for all (decision 122).
 */

type Element = Parameters<PageNumberEstimator>[0]

/** @param textPt size of the text in cells, points */
export function layoutDraft(body: Element, textPt: number): Element {
  return withChildren(
    body,
    childrenOf(body).map((block) => ('w:tbl' in block ? lighter(block, textPt * TWIPS_PER_PT) : block)),
  )
}

/** Headings that bear numbers: a list counts its own paragraphs alone. */
export function numberedParagraphs(body: Element): Element {
  return withChildren(
    body,
    childrenOf(body).filter((block) => find(find(block, 'w:pPr'), 'w:numPr') !== undefined),
  )
}

const TWIPS_PER_PT = 20

function lighter(table: Element, sizeTwips: number): Element {
  const margins = find(find(table, 'w:tblPr'), 'w:tblCellMar')
  const padding = widthOf(find(margins, 'w:left')) + widthOf(find(margins, 'w:right'))
  return withChildren(
    table,
    childrenOf(table).map((row) => ('w:tr' in row ? lighterRow(row, padding, sizeTwips) : row)),
  )
}

/** Cells side by side that are surely one line high become one, over the same columns. */
function lighterRow(row: Element, padding: number, sizeTwips: number): Element {
  const groups: { style: string | null; cells: Element[] }[] = []
  for (const part of childrenOf(row)) {
    const style = 'w:tc' in part ? lineStyle(part, padding, sizeTwips) : null
    const last = groups.at(-1)
    if (style !== null && last?.style === style) last.cells.push(part)
    else groups.push({ style, cells: [part] })
  }
  const [first] = groups.flatMap(({ cells }) => cells).filter((part) => 'w:tc' in part)
  // The other cells of the row are a line high at least, but for those merged down.
  const others = groups.flatMap(({ style, cells }) => (style === null ? cells : []))
  const standing = new Set(others.filter((cell) => !isMergedDown(cell)).map(styleOf))
  const light = groups.flatMap(({ style, cells }) => {
    if (style === null) return cells
    // Whether a row is kept with the next is said by its first cell.
    const isNeeded = !standing.has(style) || cells[0] === first
    standing.add(style)
    return [emptyCell(cells, isNeeded)]
  })
  return withChildren(row, light)
}

/** As wide as these cells together, without their text; with a line, of the look of the first one's, or as high as nothing. */
function emptyCell(cells: readonly Element[], withLine: boolean): Element {
  const sum = (name: string, key: string, otherwise: number): number =>
    cells.reduce((total, cell) => total + Number(attribute(find(find(cell, 'w:tcPr'), name), key) ?? otherwise), 0)
  const properties = [
    { 'w:tcW': { _attr: { 'w:type': 'dxa', 'w:w': sum('w:tcW', 'w:w', 0) } } },
    { 'w:gridSpan': { _attr: { 'w:val': sum('w:gridSpan', 'w:val', 1) } } },
  ]
  const [paragraph] = cells.flatMap((cell) => childrenOf(cell).filter((part) => 'w:p' in part))
  return {
    'w:tc': [
      { 'w:tcPr': properties },
      ...(withLine && paragraph ? [withChildren(paragraph, childrenOf(paragraph).slice(0, 1))] : []),
    ],
  }
}

/** As high as its rows together. */
const isMergedDown = (cell: Element): boolean => find(find(cell, 'w:tcPr'), 'w:vMerge') !== undefined

/** Of the first paragraph of a cell. */
function styleOf(cell: Element): string {
  return String(attribute(find(find(find(cell, 'w:p'), 'w:pPr'), 'w:pStyle'), 'w:val'))
}

/** The style of a cell whose text is one line of it however exactly its letters are measured; null of any other cell. */
function lineStyle(cell: Element, padding: number, sizeTwips: number): string | null {
  const [properties, paragraph, more] = childrenOf(cell)
  if (properties === undefined || paragraph === undefined || more !== undefined || !('w:p' in paragraph)) return null
  if (isMergedDown(cell)) return null
  const [, ...runs] = childrenOf(paragraph)
  const style = styleOf(cell)
  if (!TABLE_TEXT_STYLES.has(style)) return null
  const texts = runs.map(textOf)
  if (texts.includes(null)) return null
  const room = widthOf(find(properties, 'w:tcW')) - padding
  return mostWidth(texts.join('')) * sizeTwips <= room ? style : null
}

/** Of a run of text that is plain or bold; null of anything else. */
function textOf(run: Element): string | null {
  if (!('w:r' in run)) return null
  const parts = childrenOf(run).filter((part) => !('w:rPr' in part))
  const look = childrenOf(childrenOf(run).find((part) => 'w:rPr' in part) ?? {})
  if (!look.every((property) => Object.keys(property).every((name) => PLAIN.has(name)))) return null
  const texts = parts.map((part) =>
    'w:t' in part ? childrenAndTexts(part).filter((one) => typeof one === 'string') : null,
  )
  return texts.includes(null) ? null : texts.flat().join('')
}

const PLAIN = new Set(['w:b', 'w:bCs', 'w:i', 'w:iCs'])

/** In ems of Times New Roman, bold or not: no less than the text is wide. */
function mostWidth(text: string): number {
  let ems = 0
  for (const sign of text) ems += mostEms(sign)
  return ems
}

function mostEms(sign: string): number {
  if (/[\d\u2013-]/u.test(sign)) return 0.5
  if (/[ \u00A0\u00AD\u202F.,:;()]/u.test(sign)) return 0.34
  if (/[жмфшщыюmw]/u.test(sign)) return 0.85
  if (/[а-яёa-z«»/!?+"]/u.test(sign)) return 0.59
  if (/[АБВГДЕЁЗИЙКЛНОПРСТУХЦЧЪЬЭЯA-LN-VX-Z]/u.test(sign)) return 0.78
  return /[ЖМФШЩЫЮMW№%—…&@]/u.test(sign) ? 1.13 : 2
}

function childrenAndTexts(element: Element): unknown[] {
  const content: unknown = Object.values(element)[0]
  return Array.isArray(content) ? content : []
}

function childrenOf(element: Element): Element[] {
  return childrenAndTexts(element).filter((child): child is Element => typeof child === 'object' && child !== null)
}

function withChildren(element: Element, children: readonly Element[]): Element {
  const [name = ''] = Object.keys(element)
  const attributes = childrenOf(element).filter((child) => '_attr' in child)
  return { ...element, [name]: [...attributes, ...children.filter((child) => !('_attr' in child))] }
}

function find(element: Element | undefined, name: string): Element | undefined {
  return element === undefined ? undefined : childrenOf(element).find((child) => name in child)
}

function attribute(element: Element | undefined, name: string): unknown {
  const own: unknown = element === undefined ? undefined : Object.values(element)[0]
  if (typeof own !== 'object' || own === null || !('_attr' in own)) return undefined
  const attributes: unknown = own._attr
  return typeof attributes === 'object' && attributes !== null
    ? Object.entries(attributes).find(([key]) => key === name)?.[1]
    : undefined
}

const widthOf = (element: Element | undefined): number => Number(attribute(element, 'w:w') ?? 0)
