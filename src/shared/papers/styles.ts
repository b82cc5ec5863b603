import { type Align, FIRST_LINE_MM, type Paper, type StyleName } from './model'

/**
 * How each kind of paragraph looks: the one table that both writers read, so that Word and the page on screen agree.
 * Source: ГОСТ Р 7.0.97-2016 (FORMS §1): first line 1.25 cm, justified text, single-spaced реквизиты.
 */
export interface Look {
  align: Align
  bold: boolean
  size: 'text' | 'table'
  /** `paper`: as the settings say; `single`: always single. */
  spacing: 'paper' | 'single'
  firstLineMm: number
  leftMm: number
  beforePt: number
  afterPt: number
  /** Stays on the page of the next paragraph. */
  keepNext: boolean
  /** Word's own style where it has one, so that its navigation pane and style gallery work. */
  word: { id: string; name: string }
}

const PLAIN: Omit<Look, 'word'> = {
  align: 'left',
  bold: false,
  size: 'text',
  spacing: 'single',
  firstLineMm: 0,
  leftMm: 0,
  beforePt: 0,
  afterPt: 0,
  keepNext: false,
}

export const looks: Record<StyleName, Look> = {
  title: { ...PLAIN, align: 'center', bold: true, keepNext: true, word: { id: 'Title', name: 'Title' } },
  subtitle: { ...PLAIN, align: 'center', bold: true, keepNext: true, word: { id: 'Subtitle', name: 'Subtitle' } },
  section: {
    ...PLAIN,
    align: 'center',
    bold: true,
    beforePt: 14,
    afterPt: 6,
    keepNext: true,
    word: { id: 'Heading1', name: 'heading 1' },
  },
  label: {
    ...PLAIN,
    bold: true,
    firstLineMm: FIRST_LINE_MM,
    spacing: 'paper',
    beforePt: 8,
    keepNext: true,
    word: { id: 'Heading2', name: 'heading 2' },
  },
  speaker: {
    ...PLAIN,
    bold: true,
    firstLineMm: FIRST_LINE_MM,
    spacing: 'paper',
    beforePt: 8,
    keepNext: true,
    word: { id: 'Heading3', name: 'heading 3' },
  },
  body: {
    ...PLAIN,
    align: 'justify',
    firstLineMm: FIRST_LINE_MM,
    spacing: 'paper',
    word: { id: 'BodyText', name: 'Body Text' },
  },
  attribute: { ...PLAIN, afterPt: 3, word: { id: 'Requisite', name: 'Реквизит' } },
  corner: { ...PLAIN, leftMm: 95, word: { id: 'RequisiteRight', name: 'Реквизит справа' } },
  vote: {
    ...PLAIN,
    align: 'justify',
    firstLineMm: FIRST_LINE_MM,
    spacing: 'paper',
    beforePt: 8,
    keepNext: true,
    word: { id: 'Vote', name: 'Голосование' },
  },
  item: {
    ...PLAIN,
    align: 'justify',
    firstLineMm: FIRST_LINE_MM,
    spacing: 'paper',
    word: { id: 'ListNumber', name: 'List Number' },
  },
  'item-more': {
    ...PLAIN,
    align: 'justify',
    firstLineMm: FIRST_LINE_MM,
    spacing: 'paper',
    word: { id: 'ListContinue', name: 'List Continue' },
  },
  cell: { ...PLAIN, size: 'table', word: { id: 'TableText', name: 'Текст таблицы' } },
  'cell-head': {
    ...PLAIN,
    align: 'center',
    bold: true,
    size: 'table',
    word: { id: 'TableHead', name: 'Шапка таблицы' },
  },
  caption: { ...PLAIN, beforePt: 6, afterPt: 3, word: { id: 'Caption', name: 'caption' } },
  'contents-title': {
    ...PLAIN,
    align: 'center',
    bold: true,
    afterPt: 12,
    keepNext: true,
    word: { id: 'TOCHeading', name: 'TOC Heading' },
  },
  'contents-1': { ...PLAIN, afterPt: 4, word: { id: 'TOC1', name: 'toc 1' } },
  'contents-2': { ...PLAIN, leftMm: FIRST_LINE_MM, afterPt: 4, word: { id: 'TOC2', name: 'toc 2' } },
}

/** Looks of what is not a paragraph of text. */
export const SIGNATURE_STYLE = { id: 'Signature', name: 'Signature', beforePt: 20 } as const
/** Cell padding at the left and right, at the top and bottom. */
export const CELL_PADDING_MM = 1.5
export const CELL_PADDING_Y_MM = 0.5
/** At the left and right in a dense table. */
export const DENSE_PADDING_MM = 0.6
/** From the edge of the sheet to the page number: at least 10 mm (ГОСТ Р 7.0.97-2016, 3.2). */
export const HEADER_MM = 10

export function sizePt(paper: Paper, look: Look): number {
  return look.size === 'text' ? paper.textPt : paper.tablePt
}

export function spacingOf(paper: Paper, look: Look): 1 | 1.5 {
  return look.spacing === 'paper' ? paper.lineSpacing : 1
}
