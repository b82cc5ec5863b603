import {
  type Block,
  FIRST_LINE_MM,
  mmToDxa,
  PAGE_MM,
  type PageSetup,
  type Paper,
  type SectionBreak,
  textWidthMm,
} from '@shared/papers/model'
import { HEADER_MM } from '@shared/papers/styles'
import { Document, Header, type ISectionOptions, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx'
import { writeFileAtomically } from '../../../files/atomic-file'
import { wordBlocks } from './blocks'
import { contentsPages } from './contents-pages'
import { type Drawn, drawPictures } from './picture'
import { tableStyles, wordNumbering, wordStyles } from './styles'

/** Paper → .docx (Word 2013 and newer, LibreOffice). */

/** Writes the paper in place of whatever `file` was, or leaves that untouched. Throws AppError (`writeFileAtomically`). */
export async function writePaper(paper: Paper, file: string): Promise<void> {
  await writeFileAtomically(file, await paperToDocx(paper))
}

export async function paperToDocx(paper: Paper): Promise<Buffer> {
  return Packer.toBuffer(await wordDocument(paper))
}

export async function wordDocument(paper: Paper): Promise<Document> {
  const drawn = await drawPictures(paper.blocks)
  return new Document({
    title: paper.title,
    subject: paper.properties.subject,
    creator: paper.properties.author,
    lastModifiedBy: paper.properties.author,
    keywords: paper.properties.keywords,
    description: paper.properties.description,
    styles: wordStyles(paper),
    externalStyles: tableStyles(),
    numbering: wordNumbering(paper),
    // Word 2013+: without it the paper opens in compatibility mode and tables hang into the margin.
    compatibility: { version: 15 },
    hyphenation: { autoHyphenation: false },
    defaultTabStop: mmToDxa(FIRST_LINE_MM),
    // Contents are written with their pages: neither Word's question to update nor empty lines in LibreOffice.
    ...(paper.blocks.some((block) => block.kind === 'contents') ? { pageNumbers: contentsPages(paper) } : {}),
    sections: sectionsOf(paper).map((section, index) => wordSection(paper, section, index === 0, drawn)),
  })
}

type Section = { orientation: PageSetup['orientation']; blocks: Exclude<Block, SectionBreak>[] }

/** What stands on pages of one orientation. */
function sectionsOf({ page, blocks }: Paper): Section[] {
  let last: Section = { orientation: page.orientation, blocks: [] }
  const all = [last]
  for (const block of blocks) {
    if (block.kind !== 'section') last.blocks.push(block)
    else {
      last = { orientation: block.orientation, blocks: [] }
      all.push(last)
    }
  }
  return all
}

function wordSection(paper: Paper, { orientation, blocks }: Section, isFirst: boolean, drawn: Drawn): ISectionOptions {
  const { left, right, top, bottom } = paper.page.marginsMm
  return {
    properties: {
      // The first page has a header of its own: an empty one, so that numbers begin with the second page.
      titlePage: isFirst,
      page: {
        size: {
          width: mmToDxa(PAGE_MM.width),
          height: mmToDxa(PAGE_MM.height),
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          left: mmToDxa(left),
          right: mmToDxa(right),
          top: mmToDxa(top),
          bottom: mmToDxa(bottom),
          header: mmToDxa(HEADER_MM),
          footer: mmToDxa(HEADER_MM),
          gutter: 0,
        },
      },
    },
    // Later sections go on with the headers of the first.
    ...(isFirst ? { headers: headersOf() } : {}),
    children: wordBlocks(blocks, textWidthMm({ ...paper.page, orientation }), drawn),
  }
}

function headersOf(): NonNullable<ISectionOptions['headers']> {
  return {
    default: new Header({
      children: [new Paragraph({ style: 'Header', children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
    }),
    first: new Header({ children: [new Paragraph({ style: 'Header' })] }),
  }
}
