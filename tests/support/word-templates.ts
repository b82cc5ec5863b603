import {
  AlignmentType,
  Document,
  Footer,
  Header,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

/** Templates as somebody of another office would make them in Word: her styles, her numbering, her picture at the top. */

/** A red dot. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==',
  'base64',
)

/** Words parted as Word parts them while one types, corrects and checks the spelling. */
export const pieces = (text: string): TextRun[] =>
  (text.match(/.{1,3}/gsu) ?? []).map((piece) => new TextRun({ text: piece }))

export interface MadeTemplate {
  lines: readonly (string | Paragraph | Table)[]
  header?: string
  footer?: string
  landscape?: boolean
  /** Of the text, in twentieths of a point. */
  margins?: number
}

export async function wordTemplate({
  lines,
  header,
  footer,
  landscape = false,
  margins = 1134,
}: MadeTemplate): Promise<Buffer> {
  const document = new Document({
    title: 'Бланк',
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 20, color: '1F3864' },
          paragraph: { spacing: { after: 160, line: 278 } },
        },
        heading1: { run: { color: 'C00000', size: 40 }, paragraph: { spacing: { before: 480 } } },
      },
    },
    numbering: {
      config: [
        {
          reference: 'hers',
          levels: [{ level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1)', alignment: AlignmentType.LEFT }],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { orientation: landscape ? 'landscape' : 'portrait', width: 11906, height: 16838 },
            margin: { left: margins, right: margins, top: 850, bottom: 850 },
          },
        },
        ...(header === undefined
          ? {}
          : {
              headers: {
                default: new Header({
                  children: [
                    new Paragraph({
                      children: [
                        new ImageRun({ type: 'png', data: PIXEL, transformation: { width: 30, height: 30 } }),
                        ...pieces(header),
                      ],
                    }),
                  ],
                }),
              },
            }),
        ...(footer === undefined
          ? {}
          : { footers: { default: new Footer({ children: [new Paragraph({ children: pieces(footer) })] }) } }),
        children: lines.map((line) => (typeof line === 'string' ? new Paragraph({ children: pieces(line) }) : line)),
      },
    ],
  })
  return Packer.toBuffer(document)
}

export const numberedLine = (text: string): Paragraph =>
  new Paragraph({ children: pieces(text), numbering: { reference: 'hers', level: 0 } })

export const headingLine = (text: string): Paragraph => new Paragraph({ children: pieces(text), heading: 'Heading1' })

export const tableOf = (rows: readonly (readonly string[])[]): Table =>
  new Table({
    width: { size: 9000, type: WidthType.DXA },
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (text) =>
              new TableCell({
                width: { size: 9000 / cells.length, type: WidthType.DXA },
                children: [new Paragraph({ children: pieces(text) })],
              }),
          ),
        }),
    ),
  })
