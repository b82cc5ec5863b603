import { numberTabs } from './list-numbers'
import {
  DXA_PER_MM,
  FIRST_LINE_MM,
  mmToDxa,
  PAGE_MM,
  type Paper,
  SIGNATURE_TAB_MM,
  type StyleName,
  type Table,
  textWidthMm,
} from './model'
import {
  CELL_PADDING_MM,
  CELL_PADDING_Y_MM,
  DENSE_PADDING_MM,
  HEADER_MM,
  type Look,
  looks,
  SIGNATURE_STYLE,
  sizePt,
  spacingOf,
} from './styles'

export interface PaperCssOptions {
  /** Folder of the bundled fonts, with a slash at the end: `app://metodist/fonts/`. Without it only system fonts are used. */
  fontsUrl?: string
  /**
   * False where the page is printed by a Chromium before `CHROMIUM_WITH_MARGIN_BOXES`: it reckons all pages by the height of the first,
   * so a paper that names its pages has the same margins on all of them there, and a number on the first.
   */
  marginBoxes?: boolean
}

/** Where the window that prints finds the bundled fonts. */
export const PAPER_FONTS_URL = 'app://paper/fonts/'

/** A single-spaced line of Times New Roman and of Liberation Serif: ascent + descent + gap, in ems. Word's «single». */
const SINGLE_LINE = 1.149

/** Collapsed borders take this much of a cell from each side; Word's lie over the padding. */
const HALF_BORDER_MM = 0.14

/** Class of the n-th table; `-0`, `-1`… after it name its columns. */
export function tableClass(index: number): string {
  return `paper-t${index}`
}

/** Class of the numbers of a list's level. */
export function numberClass(list: number, level: number): string {
  return `paper-number-${list}-${level}`
}

/** The sheet for one paper. Everything in it begins with `paper`, so that it can stand in the window beside other sheets. */
export function paperCss(paper: Paper, options: PaperCssOptions = {}): string {
  return [
    ...fontFaces(options.fontsUrl),
    ...sheet(paper),
    ...(Object.keys(looks) as StyleName[]).map((name) => styleRule(paper, name, looks[name])),
    ...inline(),
    ...numbers(paper),
    ...signature(paper),
    ...tables(paper),
    ...spaces(paper),
    ...printing(paper, options),
  ].join('\n')
}

function fontFaces(fontsUrl: string | undefined): string[] {
  if (fontsUrl === undefined) return []
  const faces = [
    ['Regular', 'normal', 400],
    ['Bold', 'normal', 700],
    ['Italic', 'italic', 400],
    ['BoldItalic', 'italic', 700],
  ] as const
  return faces.map(
    ([name, style, weight]) =>
      `@font-face { font-family: "Liberation Serif"; font-style: ${style}; font-weight: ${weight}; ` +
      `src: url("${fontsUrl}LiberationSerif-${name}.ttf") format("truetype"); }`,
  )
}

function sheet(paper: Paper): string[] {
  const { left, right, top, bottom } = paper.page.marginsMm
  const portrait = paper.page.orientation === 'portrait'
  const width = portrait ? PAGE_MM.width : PAGE_MM.height
  const height = portrait ? PAGE_MM.height : PAGE_MM.width
  return [
    // On screen the sheet draws its own margins; in print they are the page's.
    `.paper { box-sizing: border-box; width: ${width}mm; min-height: ${height}mm; margin: 0 auto; ` +
      `padding: ${top}mm ${right}mm ${bottom}mm ${left}mm; background: #fff; color: #000; ` +
      `font-family: "Times New Roman", "Liberation Serif", "Tinos", serif; font-size: ${paper.textPt}pt; ` +
      `line-height: ${lineHeight(paper.textPt, 1)}; hyphens: none; overflow-wrap: break-word; font-variant-ligatures: none; font-kerning: none; }`,
    '.paper-page { margin: 0; background: #fff; }',
    '.paper :is(h1, h2, h3, p) { margin: 0; font-size: inherit; font-weight: 400; }',
  ]
}

/** A length, not a factor: Chromium rounds the product of a factor down to whole pixels, and pages drift from Word's. */
function lineHeight(pt: number, spacing: number): string {
  return `${(SINGLE_LINE * pt * spacing).toFixed(3)}pt`
}

function styleRule(paper: Paper, name: StyleName, look: Look): string {
  const rules = [
    `text-align: ${look.align}`,
    `text-indent: ${look.firstLineMm}mm`,
    `margin: ${look.beforePt}pt 0 ${look.afterPt}pt ${look.leftMm}mm`,
    `font-size: ${sizePt(paper, look)}pt`,
    `line-height: ${lineHeight(sizePt(paper, look), spacingOf(paper, look))}`,
    `font-weight: ${look.bold ? 700 : 400}`,
    'orphans: 2',
    'widows: 2',
  ]
  if (look.keepNext) rules.push('break-after: avoid')
  return `.paper .paper-${name} { ${rules.join('; ')}; }`
}

function inline(): string[] {
  return [
    ...(['left', 'center', 'right', 'justify'] as const).map(
      (align) => `.paper .paper-align-${align} { text-align: ${align}; }`,
    ),
    '.paper .paper-break + * { margin-top: 0; }',
    '.paper .paper-keep { break-after: avoid; }',
    '.paper strong { font-weight: 700; }',
    '.paper .paper-regular { font-weight: 400; }',
    '.paper :is(.paper-chart, .paper-picture) { display: block; break-inside: avoid; margin: 0 0 8pt; }',
    // Dots run from the end of the heading's last line to the page's number.
    '.paper .paper-contents-line { display: flex; align-items: flex-end; }',
    '.paper .paper-contents-name { max-width: 90%; }',
    '.paper .paper-contents-name a { color: inherit; text-decoration: none; }',
    '.paper .paper-contents-dots { flex: 1; min-width: 6mm; margin: 0 1mm 0.22em; border-bottom: 1px dotted #000; }',
    // In the window only: what is not yet accepted, and numbers that have changed since.
    '.paper [data-tone="generated"] { background: #e7effb; }',
    '.paper [data-tone="changed"] { background: #fdecc8; box-shadow: inset 0 -1.5px #9a6200; }',
    '.paper .paper-number { display: inline-block; text-indent: 0; white-space: pre; }',
  ]
}

function numbers(paper: Paper): string[] {
  const tabs = numberTabs(paper)
  return paper.lists.flatMap((list, index) =>
    list.levels.map((_, level) => {
      const width = tabs(list.id, level) - FIRST_LINE_MM
      return `.paper .${numberClass(index, level)} { min-width: ${width.toFixed(2)}mm; }`
    }),
  )
}

function signature(paper: Paper): string[] {
  return [
    `.paper .paper-signature { display: grid; grid-template-columns: ${SIGNATURE_TAB_MM}mm minmax(0, 1fr); ` +
      `margin: ${SIGNATURE_STYLE.beforePt}pt 0 0; max-width: ${textWidthMm(paper.page)}mm; break-inside: avoid; }`,
    '.paper .paper-signature-line { display: block; }',
  ]
}

function tables(paper: Paper): string[] {
  const found = paper.blocks.filter((block): block is Table => block.kind === 'table')
  return [
    '.paper .paper-table { border-collapse: collapse; table-layout: fixed; break-inside: auto; }',
    '.paper .paper-table tr { break-inside: avoid; }',
    '.paper .paper-table thead { display: table-header-group; }',
    `.paper .paper-table :is(td, th) { padding: ${CELL_PADDING_Y_MM}mm ${(CELL_PADDING_MM - HALF_BORDER_MM).toFixed(2)}mm; vertical-align: top; font-weight: 400; }`,
    `.paper .paper-table-dense :is(td, th) { padding-left: ${DENSE_PADDING_MM}mm; padding-right: ${DENSE_PADDING_MM}mm; }`,
    '.paper :is(.paper-table-whole, .paper-table-with-next) { break-inside: avoid; }',
    '.paper .paper-table-with-next { break-after: avoid; }',
    '.paper .paper-table-none :is(td, th) { padding: 0; }',
    ...rowHeights(found),
    ...shades(found),
    '.paper .paper-table-all :is(td, th) { border: 0.5pt solid #000; }',
    '.paper .paper-table-all th { vertical-align: middle; }',
    '.paper .paper-table .paper-boxed { border: 0.5pt solid #000; padding: 0.5mm 1mm; vertical-align: middle; }',
    ...found.flatMap((table, index) => tableWidths(table, tableClass(index), mmToDxa(textWidthMm(paper.page)))),
  ]
}

/** Filled cells; printers leave grounds out unless told that they mean something. */
function shades(found: readonly Table[]): string[] {
  const used = new Set(
    found.flatMap((table) => table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.shade ?? []))),
  )
  return [...used]
    .filter((shade) => /^[0-9A-F]{6}$/iu.test(shade))
    .map((shade) => `.paper .paper-shade-${shade} { background: #${shade}; print-color-adjust: exact; }`)
}

function rowHeights(found: readonly Table[]): string[] {
  const heights = new Set(found.flatMap((table) => table.rows.flatMap((row) => row.heightMm ?? [])))
  return [...heights].map(
    (height) =>
      `.paper .paper-row-${height} { height: ${height}mm; } .paper .paper-row-${height} td { vertical-align: middle; }`,
  )
}

/** A table for a page on its side is narrowed to the upright page: pages are all of one size here. */
function tableWidths(table: Table, name: string, mostDxa: number): string[] {
  const total = table.columnsDxa.reduce((whole, width) => whole + width, 0)
  const part = Math.min(1, mostDxa / total)
  return [
    `.paper .${name} { width: ${millimetres(total * part)}; }`,
    ...table.columnsDxa.map((width, index) => `.paper .${name}-${index} { width: ${millimetres(width * part)}; }`),
  ]
}

function millimetres(dxa: number): string {
  return `${(dxa / DXA_PER_MM).toFixed(2)}mm`
}

function spaces(paper: Paper): string[] {
  const heights = new Set(paper.blocks.flatMap((block) => (block.kind === 'spacer' ? [block.heightPt] : [])))
  return [...heights].map((height) => `.paper .paper-space-${height} { height: ${height}pt; }`)
}

/**
 * Page numbers from the second page on, in the middle of the top margin. Chromium 131 and newer draw them from the margin
 * box, on the printer and in PDF alike. Older ones skip that rule; there the shell gives `printToPDF` the header template
 * below, which Chromium puts on every page — and the first page, which draws its own white top margin, covers it.
 */
function printing(paper: Paper, { marginBoxes = true }: PaperCssOptions): string[] {
  const { left, right, top, bottom } = paper.page.marginsMm
  const isAlike = !marginBoxes && paper.blocks.some((block) => block.kind === 'contents')
  return [
    `@page { size: A4 ${paper.page.orientation}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }`,
    `@page { @top-center { content: counter(page); vertical-align: top; padding-top: ${HEADER_MM}mm; ` +
      `font: ${paper.textPt}pt "Times New Roman", "Liberation Serif", serif; } }`,
    ...(paper.page.numberedFromFirst || isAlike
      ? ['@media print {']
      : [
          '@page :first { margin-top: 0; }',
          '@page :first { @top-center { content: none; } }',
          '@media print {',
          `.paper::before { content: ""; display: block; height: ${top}mm; background: #fff; print-color-adjust: exact; }`,
        ]),
    '.paper { width: auto; min-height: 0; margin: 0; padding: 0; }',
    '.paper .paper-break { break-after: page; }',
    '}',
  ]
}

/** The first Chromium with margin boxes: from it on no header template is needed, and one would double the number. */
export const CHROMIUM_WITH_MARGIN_BOXES = 131
/** Chromium lays its header template out at 96 dots per inch and prints it at 72: sizes come out 4/3 too large. */
const TEMPLATE_SCALE = 0.75

/**
 * For older Chromium: `printToPDF({ displayHeaderFooter: true, headerTemplate, footerTemplate: '<span></span>',
 * preferCSSPageSize: true, printBackground: true })`.
 */
export function pdfHeaderTemplate(textPt = 14): string {
  return (
    '<style>#header { padding: 0; } .number { width: 100%; margin: 0; text-align: center; ' +
    `padding: ${HEADER_MM * TEMPLATE_SCALE}mm 0 0; ` +
    `font: ${textPt * TEMPLATE_SCALE}pt "Times New Roman", "Liberation Serif", serif; }</style>` +
    '<p class="number"><span class="pageNumber"></span></p>'
  )
}
