import { assertNever } from '../errors'
import { contentsOf } from './contents'
import { chartHtml } from './html-chart'
import { contentsHtml } from './html-contents'
import { numberClass, type PaperCssOptions, paperCss, tableClass } from './html-css'
import { pictureHtml } from './html-picture'
import { listNumbers } from './list-numbers'
import {
  type Block,
  type Cell,
  type PageSetup,
  type Paper,
  type Paragraph,
  type Row,
  type Run,
  type Signature,
  type StyleName,
  type Table,
  textWidthMm,
} from './model'

/**
 * Paper → HTML for the live page and for PDF. Only classes, never `style=""`: the window's CSP allows styles in its own
 * nonce'd sheet alone. All text is escaped; there is no script in it, and no link but from contents to headings.
 */
export interface PaperHtml {
  /** For a `<style>` with the window's nonce. */
  css: string
  /** One `<article class="paper">`. */
  body: string
}

export interface PaperHtmlOptions extends PaperCssOptions {
  /** Pages of headings by bookmark (`contents.ts`): only who lays the paper out knows them. */
  pages?: ReadonlyMap<string, number>
  /** Contents lead to their headings, as in a PDF; in the window a click on them is the window's own. */
  links?: boolean
}

export interface StandaloneOptions extends PaperHtmlOptions {
  /** For the `<style>` element, where the page has a CSP. */
  nonce?: string
}

export function paperHtml(paper: Paper, options: PaperHtmlOptions = {}): PaperHtml {
  const numbers = listNumbers(paper)
  const printer: Printer = {
    number: (paragraph) => numbers.get(paragraph),
    list: (id) => paper.lists.findIndex((list) => list.id === id),
    isHeading: ({ list, level }) => paper.lists.find(({ id }) => id === list)?.levels[level]?.heading === true,
    tables: 0,
    widthMm: textWidthMm(paper.page),
    contents: () => contentsHtml(contentsOf(paper, numbers), options, escapeHtml),
    turn: (orientation) => {
      printer.widthMm = textWidthMm({ ...paper.page, orientation })
    },
  }
  const blocks = paper.blocks.map((block) => blockHtml(block, printer)).join('\n')
  return { css: paperCss(paper, options), body: `<article class="paper" lang="ru">\n${blocks}\n</article>` }
}

/** A whole document, for a window that only prints. */
export function standaloneHtml(paper: Paper, options: StandaloneOptions = {}): string {
  const { css, body } = paperHtml(paper, { ...options, links: true })
  const nonce = options.nonce === undefined ? '' : ` nonce="${escapeHtml(options.nonce)}"`
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<title>${escapeHtml(paper.title)}</title>
<style${nonce}>
${css}
</style>
</head>
<body class="paper-page">
${body}
</body>
</html>
`
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

interface Printer {
  number(paragraph: Paragraph): string | undefined
  /** Place of a list among the paper's. */
  list(id: string): number
  isHeading(number: NonNullable<Paragraph['number']>): boolean
  /** Tables printed so far; each has column widths of its own. */
  tables: number
  /** Of the text. */
  widthMm: number
  contents(): string
  /** What follows stands on pages of this orientation. */
  turn(orientation: PageSetup['orientation']): void
}

function blockHtml(block: Block, printer: Printer): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphHtml(block, printer)
    case 'table':
      return tableHtml(block, printer)
    case 'signature':
      return signatureHtml(block)
    case 'page-break':
      return '<div class="paper-break"></div>'
    case 'spacer':
      return `<div class="paper-space paper-space-${block.heightPt}${block.keepNext === true ? ' paper-keep' : ''}"></div>`
    case 'section':
      printer.turn(block.orientation)
      return '<div class="paper-break"></div>'
    case 'contents':
      return printer.contents()
    case 'chart':
      return chartHtml(block, printer.widthMm, escapeHtml)
    case 'picture':
      return pictureHtml(block, escapeHtml)
    default:
      return assertNever(block)
  }
}

const tags: Partial<Record<StyleName, string>> = { title: 'h1', section: 'h2', label: 'h2', speaker: 'h3' }

function paragraphHtml(paragraph: Paragraph, printer: Printer): string {
  const tag = tags[paragraph.style] ?? 'p'
  const classes = [`paper-${paragraph.style}`]
  if (paragraph.align !== undefined) classes.push(`paper-align-${paragraph.align}`)
  if (paragraph.keepNext === true) classes.push('paper-keep')
  return `<${tag} class="${classes.join(' ')}"${namedHtml(paragraph)}>${numberHtml(paragraph, printer)}${runsHtml(paragraph.runs)}</${tag}>`
}

/** By what the window finds a block again: the piece of a report it shows, the name contents call it by. */
function namedHtml({ piece, bookmark }: { piece?: string; bookmark?: string }): string {
  const own = piece === undefined ? '' : ` data-piece="${escapeHtml(piece)}"`
  return bookmark === undefined ? own : `${own} id="${escapeHtml(bookmark)}"`
}

function numberHtml(paragraph: Paragraph, printer: Printer): string {
  const number = printer.number(paragraph)
  if (number === undefined || paragraph.number === undefined) return ''
  if (printer.isHeading(paragraph.number)) return `${escapeHtml(number)} `
  const name = numberClass(printer.list(paragraph.number.list), paragraph.number.level)
  // The space is for copying the text and for readers; the width of the box makes the gap.
  return `<span class="paper-number ${name}">${escapeHtml(number)} </span>`
}

function runsHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join('')
}

function runHtml(run: Run): string {
  const text = escapeHtml(run.text)
  const slanted = run.italic === true ? `<em>${text}</em>` : text
  return markedHtml(run, run.bold === undefined ? slanted : weighed(slanted, run.bold))
}

/** A run may be lighter than its style, as the value after a bold label is. */
function weighed(html: string, bold: boolean): string {
  return bold ? `<strong>${html}</strong>` : `<span class="paper-regular">${html}</span>`
}

/** What a click on the words shows, and how they stand to what she has accepted: data for the window, no links. */
function markedHtml({ figure, opens, tone }: Run, html: string): string {
  const marks = [
    figure === undefined ? '' : ` data-figure="${escapeHtml(figure)}"`,
    opens === undefined ? '' : ` data-opens="${escapeHtml(opens)}"`,
    tone === undefined ? '' : ` data-tone="${tone}"`,
  ].join('')
  return marks === '' ? html : `<span${marks}>${html}</span>`
}

function signatureHtml(signature: Signature): string {
  const lines = signature.lines.map((line) => `<span class="paper-signature-line">${escapeHtml(line)}</span>`).join(' ')
  return (
    `<div class="paper-signature${signature.keepNext === true ? ' paper-keep' : ''}"><span class="paper-signature-label">${escapeHtml(signature.label)}</span> ` +
    `<span class="paper-signature-name">${lines}</span></div>`
  )
}

function tableHtml(table: Table, printer: Printer): string {
  const name = tableClass(printer.tables++)
  const columns = table.columnsDxa.map((_, index) => `<col class="${name}-${index}">`).join('')
  const dense = table.dense === true ? ' paper-table-dense' : ''
  const keep = table.keep === undefined ? '' : ` paper-table-${table.keep}`
  const head = table.headRows.length === 0 ? '' : `<thead>${rowsHtml(table.headRows, 'th', printer)}</thead>`
  return (
    `<table class="paper-table paper-table-${table.borders}${dense}${keep} ${name}"${namedHtml(table)}><colgroup>${columns}</colgroup>` +
    `${head}<tbody>${rowsHtml(table.rows, 'td', printer)}</tbody></table>`
  )
}

function rowsHtml(rows: readonly Row[], tag: 'th' | 'td', printer: Printer): string {
  const height = (row: Row): string => (row.heightMm === undefined ? '' : ` class="paper-row-${row.heightMm}"`)
  return rows
    .map((row) => `<tr${height(row)}>${row.cells.map((cell) => cellHtml(cell, tag, printer)).join('')}</tr>`)
    .join('\n')
}

function cellHtml(cell: Cell, tag: 'th' | 'td', printer: Printer): string {
  const columns = cell.columnSpan === undefined ? '' : ` colspan="${cell.columnSpan}"`
  const rows = cell.rowSpan === undefined ? '' : ` rowspan="${cell.rowSpan}"`
  const scope = tag === 'th' ? ' scope="col"' : ''
  const names = [
    ...(cell.boxed === true ? ['paper-boxed'] : []),
    ...(cell.shade === undefined ? [] : [`paper-shade-${escapeHtml(cell.shade)}`]),
  ]
  const named = names.length === 0 ? '' : ` class="${names.join(' ')}"`
  return `<${tag}${scope}${named}${columns}${rows}>${cell.blocks.map((block) => paragraphHtml(block, printer)).join('')}</${tag}>`
}
