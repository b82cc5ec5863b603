import { FIRST_LINE_MM, mmToDxa, PAGE_MM, type Paper, textWidthMm } from '@shared/papers/model'
import { HEADER_MM } from '@shared/papers/styles'
import { Document, Header, type ISectionOptions, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx'
import { writeFileAtomically } from '../../../files/atomic-file'
import { wordBlocks } from './blocks'
import { type Drawn, drawPictures } from './picture'
import { tableStyles, wordNumbering, wordStyles } from './styles'

/** Paper → .docx (Word 2013 and newer, LibreOffice). */

/** Writes the paper in place of whatever `file` was, or leaves that untouched. Throws AppError (`writeFileAtomically`). */
export async function writePaper(paper: Paper, file: string): Promise<void> {
  await writeFileAtomically(file, await paperToDocx(paper))
}

export async function paperToDocx(paper: Paper): Promise<Buffer> {
  const drawn = await drawPictures(paper.blocks)
  const document = new Document({
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
    sections: [section(paper, drawn)],
  })
  return Packer.toBuffer(document)
}

function section(paper: Paper, drawn: Drawn): ISectionOptions {
  const { left, right, top, bottom } = paper.page.marginsMm
  const landscape = paper.page.orientation === 'landscape'
  return {
    properties: {
      // The first page has a header of its own: an empty one, so that numbers begin with the second page.
      titlePage: true,
      page: {
        size: {
          width: mmToDxa(PAGE_MM.width),
          height: mmToDxa(PAGE_MM.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
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
    headers: {
      default: new Header({
        children: [new Paragraph({ style: 'Header', children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
      }),
      first: new Header({ children: [new Paragraph({ style: 'Header' })] }),
    },
    children: wordBlocks(paper.blocks, textWidthMm(paper.page), drawn),
  }
}
