import { numberTabs } from '@shared/papers/list-numbers'
import { type Align, FIRST_LINE_MM, type ListLevel, mmToDxa, type Paper } from '@shared/papers/model'
import { CELL_PADDING_MM, type Look, looks, SIGNATURE_STYLE, sizePt, spacingOf } from '@shared/papers/styles'
import {
  AlignmentType,
  type ILevelsOptions,
  type IParagraphStyleOptions,
  type IPropertiesOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
} from 'docx'

/** The look of a paper as Word styles and Word numbering. */

export const FONT = 'Times New Roman'
/** Word's name for the style of signature lines and of the page number. */
export const SIGNATURE_STYLE_ID = SIGNATURE_STYLE.id
export const TABLE_STYLE_ID = 'TableGrid'
/** Styles of text in cells: in the size of tables, without indents. */
export const TABLE_TEXT_STYLES: ReadonlySet<string> = new Set([looks.cell.word.id, looks['cell-head'].word.id])

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const

export function alignmentOf(align: Align): (typeof alignments)[Align] {
  return alignments[align]
}

const FONTS = { ascii: FONT, hAnsi: FONT, eastAsia: FONT, cs: FONT }
const LANGUAGE = { value: 'ru-RU', eastAsia: 'ru-RU', bidirectional: 'ru-RU' }

/** @param justified false: no text is, for laying pages out */
export function wordStyles(paper: Paper, justified = true): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: FONTS, size: paper.textPt * 2, sizeComplexScript: paper.textPt * 2, language: LANGUAGE },
        paragraph: { spacing: { before: 0, after: 0, ...line(1) } },
      },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true, run: { font: FONTS, size: paper.textPt * 2 } },
      ...Object.values(looks).map((look) =>
        paragraphStyle(paper, justified || look.align !== 'justify' ? look : { ...look, align: 'left' }),
      ),
      {
        id: SIGNATURE_STYLE.id,
        name: SIGNATURE_STYLE.name,
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { spacing: { before: SIGNATURE_STYLE.beforePt * 20, after: 0, ...line(1) }, keepLines: true },
      },
      {
        id: 'Header',
        name: 'header',
        basedOn: 'Normal',
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0, ...line(1) } },
      },
    ],
  }
}

function paragraphStyle(paper: Paper, look: Look): IParagraphStyleOptions {
  const size = sizePt(paper, look)
  const heading = /^Heading(\d)$/.exec(look.word.id)
  return {
    id: look.word.id,
    name: look.word.name,
    basedOn: 'Normal',
    quickFormat: true,
    // Enter after a heading goes on with running text.
    ...(heading === null ? {} : { next: looks.body.word.id }),
    paragraph: {
      alignment: alignmentOf(look.align),
      indent: { left: mmToDxa(look.leftMm), firstLine: mmToDxa(look.firstLineMm) },
      spacing: { before: look.beforePt * 20, after: look.afterPt * 20, ...line(spacingOf(paper, look)) },
      keepNext: look.keepNext,
      ...(heading === null ? {} : { outlineLevel: Number(heading[1]) - 1 }),
    },
    run: {
      font: FONTS,
      size: size * 2,
      sizeComplexScript: size * 2,
      bold: look.bold,
      boldComplexScript: look.bold,
      color: 'auto',
    },
  }
}

/** Word counts lines in 240ths of a single one. */
function line(spacing: 1 | 1.5): { line: number; lineRule: 'auto' } {
  return { line: 240 * spacing, lineRule: 'auto' }
}

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'mc:Ignorable="w14 w15"',
].join(' ')

/**
 * Word's own «Сетка таблицы», as the library's external styles: it cannot declare table styles itself, and its
 * `importedStyles` throw its defaults out.
 */
export function tableStyles(): string {
  const side = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
  const padding = mmToDxa(CELL_PADDING_MM)
  return (
    `<w:styles ${NAMESPACES}><w:style w:type="table" w:styleId="${TABLE_STYLE_ID}"><w:name w:val="Table Grid"/>` +
    `<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr>` +
    `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('')}</w:tblBorders>` +
    `<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="${padding}" w:type="dxa"/>` +
    `<w:bottom w:w="0" w:type="dxa"/><w:right w:w="${padding}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`
  )
}

export function wordNumbering(paper: Paper): NonNullable<IPropertiesOptions['numbering']> {
  const tabs = numberTabs(paper)
  const config = paper.lists.map((list) => ({
    reference: list.id,
    levels: list.levels.map((level, index) => levelOf(level, index, tabs(list.id, index))),
  }))
  return { config }
}

function levelOf(level: ListLevel, index: number, tabMm: number): ILevelsOptions {
  const run = { bold: level.bold === true, boldComplexScript: level.bold === true }
  const common = { level: index, text: level.pattern, start: level.start, alignment: AlignmentType.LEFT }
  // As bold as its heading and where its style puts the line.
  if (level.heading) return { ...common, format: LevelFormat.DECIMAL, suffix: LevelSuffix.SPACE }
  return {
    ...common,
    format: level.bullet ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    suffix: LevelSuffix.TAB,
    style: {
      paragraph: {
        indent: { left: 0, firstLine: mmToDxa(FIRST_LINE_MM) },
        leftTabStop: mmToDxa(tabMm),
      },
      run: level.bullet ? { ...run, font: FONTS } : run,
    },
  }
}
