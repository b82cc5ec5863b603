/**
 * A paper as data: blocks of named styles, without a word about Word or HTML. Builders (`protocol/`, `extract.ts`, …)
 * make it, two writers print it: `html.ts` here and `store/documents/docx`. Pure: runs in the window and in the store.
 *
 * Units say themselves in names: `Mm`, `Pt`, `Dxa` (twentieth of a point; what Word measures tables in).
 */

export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
  /** A number of a report, «section/part/key»: the window shows the rows it counts when it is clicked. Word has nothing of it. */
  figure?: string
  /** The record the words name, «meeting/12»: the window opens it. Word has nothing of it. */
  opens?: string
  /** On the screen only: made from the data and not yet accepted; a number that has changed since. */
  tone?: 'generated' | 'changed'
  /** Word's own field whose present text is `text`: a number of a caption, a reference to one. */
  field?: Field
}

/** `sequence` numbers captions of a kind; `reference` repeats what a bookmark stands on; `page` is its page's number. */
export type Field =
  | { kind: 'sequence'; name: string; bookmark: string }
  | { kind: 'reference'; bookmark: string }
  | { kind: 'page'; bookmark: string }

export type Align = 'left' | 'center' | 'right' | 'justify'

/**
 * What a paragraph is; its look follows from that (`styles.ts`), so that she can change the look of a whole paper in
 * Word by changing one style.
 */
export type StyleName =
  /** «ПРОТОКОЛ № 1». */
  | 'title'
  /** Lines under it: «заседания районного методического объединения…». */
  | 'subtitle'
  /** «ПОВЕСТКА ДНЯ». */
  | 'section'
  /** «СЛУШАЛИ:», «РЕШИЛИ:». */
  | 'label'
  /** Name of a speaker over the running text of the speech. */
  | 'speaker'
  /** Running text. */
  | 'body'
  /** A line of the head (реквизит): «Секретарь: …». */
  | 'attribute'
  /** «Приложение к протоколу…», the addressee: a block at the right. */
  | 'corner'
  /** «ГОЛОСОВАЛИ: «за» — 29…». */
  | 'vote'
  /** Numbered item. */
  | 'item'
  /** What belongs to the item above: «Докладчик: …», further paragraphs. */
  | 'item-more'
  | 'cell'
  | 'cell-head'
  /** «Таблица 1 — …», «Рисунок 1 — …». */
  | 'caption'
  /** «Содержание». */
  | 'contents-title'
  | 'contents-1'
  | 'contents-2'

export interface Paragraph {
  kind: 'paragraph'
  style: StyleName
  runs: Run[]
  /** Numbered by Word itself; `list` names one of `Paper.lists`, `level` counts from 0. */
  number?: { list: string; level: number }
  /** Overrides the style's. */
  align?: Align
  /** Stays on the page of the next paragraph; headings do so by style. */
  keepNext?: boolean
  /** A name by which contents and references find it. */
  bookmark?: string
  piece?: string
}

export interface Cell {
  blocks: Paragraph[]
  /** Columns and rows it covers; 1 when absent. */
  columnSpan?: number
  rowSpan?: number
  /** A frame of its own, in a table without borders: a code of a form. */
  boxed?: true
  /** Filled, six hexadecimal digits: a bar of a year's calendar, readable in grey. */
  shade?: string
}

export interface Row {
  cells: Cell[]
  /** At least so high: room for a signature. */
  heightMm?: number
}

export interface Table {
  kind: 'table'
  /** Widths; their sum is at most the width of the text. */
  columnsDxa: number[]
  /** Repeated on every page. */
  headRows: Row[]
  rows: Row[]
  /** `none` is for lines with two ends: date at the left, place at the right. */
  borders: 'all' | 'none'
  /** Many narrow columns: cells with hardly any padding. */
  dense?: boolean
  /** For short tables: not parted over pages, and besides on the page of what follows. */
  keep?: 'whole' | 'with-next'
  /** Of the piece of a report it shows: the window finds by it what is clicked. Word has nothing of it. */
  piece?: string
}

/** «Секретарь ______ Лядова И.П.»: who signs at the left margin, the name at the 12 cm tab. */
export interface Signature {
  kind: 'signature'
  label: string
  /** The name, and below it the position where the head of the paper does not say it. */
  lines: string[]
  /** Stays on the page of the next signature. */
  keepNext?: boolean
}

/** What follows begins a new page. */
export interface PageBreak {
  kind: 'page-break'
}

export interface Spacer {
  kind: 'spacer'
  heightPt: number
  /** Stays on the page of what follows. */
  keepNext?: boolean
}

/** What a chart says of one year: a value of each label. */
export interface ChartSeries {
  /** What is counted: «Человек», «2024–2025». */
  title: string
  /** Null: cannot be said. */
  values: (number | null)[]
  /** Numbers of a report (`Run.figure`) in the order of the values. */
  figures?: string[]
}

/**
 * Values of labels, written beside their marks; readable in grey, with the table of the same figures near. `bars` lie, for long names;
 * `columns` stand, for a few short ones; `lines` go over years or months.
 */
export interface Chart {
  kind: 'chart'
  shape: 'bars' | 'columns' | 'lines'
  labels: string[]
  /** One, or this year's and last year's. */
  series: ChartSeries[]
  /** Figures after the comma; 0 when absent. */
  decimals?: number
  /** Stays on the page of its caption. */
  keepNext?: true
  /** For those who do not see it. */
  description: string
  piece?: string
}

/**
 * Headings of the paper that bear a bookmark, with the numbers of their pages. Word's own field of contents; its pages are worked out by
 * whoever writes the paper, since only he knows them.
 */
export interface Contents {
  kind: 'contents'
}

/** What follows stands on a new page of this orientation. */
export interface SectionBreak {
  kind: 'section'
  orientation: PageSetup['orientation']
}

/**
 * A drawing: inline in HTML, a PNG in Word. Its texts name `PICTURE_FONTS`; presentation attributes only, since the window's
 * content policy refuses styles, and no `width` or `height` of its own.
 */
export interface Picture {
  kind: 'picture'
  /** `<svg xmlns="http://www.w3.org/2000/svg" viewBox="…">…</svg>`, every text in it escaped. */
  svg: string
  widthMm: number
  heightMm: number
  /** For those who do not see it. */
  description: string
}

export type Block = Paragraph | Table | Signature | PageBreak | Spacer | Chart | Contents | SectionBreak | Picture

export interface ListLevel {
  /** Word's pattern: `%1.` is «1.», `%1.%2.` is «1.1.». */
  pattern: string
  /** First number. */
  start: number
  bold?: boolean
  /** No number but a sign, the pattern itself. */
  bullet?: true
  /** The number stands before its heading as a word does, wherever the style puts the line. */
  heading?: true
}

/** One list, numbered on from its first to its last item; two lists are two definitions. */
export interface ListDefinition {
  id: string
  levels: ListLevel[]
}

export interface PageSetup {
  orientation: 'portrait' | 'landscape'
  marginsMm: { left: number; right: number; top: number; bottom: number }
  /** The first page bears its number too: lists and tables; a letter or a protocol does not. */
  numberedFromFirst?: true
}

export interface PaperProperties {
  subject: string
  author: string
  keywords: string
  description: string
}

export interface Paper {
  title: string
  language: 'ru-RU'
  page: PageSetup
  /** Size of running text and of text in tables. */
  textPt: number
  tablePt: number
  /** Of running text; multi-line реквизиты and tables are always single (ГОСТ Р 7.0.97-2016). */
  lineSpacing: 1 | 1.5
  properties: PaperProperties
  lists: ListDefinition[]
  blocks: Block[]
}

/** A4. */
export const PAGE_MM = { width: 210, height: 297 } as const
/** Where the name stands in a line of signature, from the left margin. */
export const SIGNATURE_TAB_MM = 120
export const FIRST_LINE_MM = 12.5
/** `font-family` of a picture's texts. */
export const PICTURE_FONTS = 'Times New Roman, Liberation Serif, serif'

export const DXA_PER_MM = 1440 / 25.4

export function mmToDxa(mm: number): number {
  return Math.round(mm * DXA_PER_MM)
}

/** Width of the text between the margins. */
export function textWidthMm(page: PageSetup): number {
  const width = page.orientation === 'portrait' ? PAGE_MM.width : PAGE_MM.height
  return width - page.marginsMm.left - page.marginsMm.right
}

/** All text of a paragraph, its formatting left out. */
export function plainText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('')
}

/** Shares of the text's width as DXA whose sum is exactly that width. */
export function columnsOf(page: PageSetup, shares: readonly number[]): number[] {
  const total = mmToDxa(textWidthMm(page))
  const sum = shares.reduce((whole, share) => whole + share, 0)
  let used = 0
  let passed = 0
  return shares.map((share) => {
    passed += share
    const width = Math.round((total * passed) / sum) - used
    used += width
    return width
  })
}
