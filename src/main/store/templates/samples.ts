import type { TemplateKind } from '@shared/contract/templates'
import { PLACE_FIELD } from '@shared/papers/templates/fields'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type IParagraphOptions,
  Packer,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import { inside, root, W } from '../documents/docx/merge/dom'
import { type FieldValues, fillTemplate, PLACE_MARK } from '../documents/docx/merge/fill'
import { WordFile } from '../documents/docx/merge/word-file'

/** Templates of ours that she may take, open in Word and make her own. */
export async function sampleTemplate(kind: TemplateKind): Promise<Buffer> {
  const { children, footer } = contents[kind]
  const document = new Document({
    title: titles[kind],
    creator: 'Методист',
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: 28, language: { value: 'ru-RU' } },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
    },
    compatibility: { version: 15 },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { left: 1134, right: 567, top: 1134, bottom: 1134 } },
        },
        headers: { default: new Header({ children: [new Paragraph({})] }) },
        footers: { default: new Footer({ children: footer }) },
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}

const titles: Record<TemplateKind, string> = {
  letterhead: 'Бланк',
  cover: 'Обложка отчёта',
  letter: 'Письмо школе',
  certificate: 'Благодарность',
}

type Look = Pick<IParagraphOptions, 'alignment' | 'spacing' | 'indent' | 'border' | 'tabStops'>

const p = (text: string, look: Look & { bold?: boolean; size?: number } = {}): Paragraph => {
  const { bold = false, size = 28, ...rest } = look
  return new Paragraph({
    ...rest,
    children: text
      .split('\t')
      .flatMap((part, index) =>
        index === 0
          ? [new TextRun({ text: part, bold, size })]
          : [new TextRun({ text: '\t' }), new TextRun({ text: part, bold, size })],
      ),
  })
}
const centred = { alignment: AlignmentType.CENTER } as const
const corner = { indent: { left: 5386 } } as const
const body = { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 709 } } as const
const ruled = {
  border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 4, color: 'auto' } },
  spacing: { after: 200 },
} as const
const signed = { tabStops: [{ type: TabStopType.LEFT, position: 6804 }], spacing: { before: 480 } } as const

const office: Paragraph[] = [
  p('{орган управления}', { ...centred, bold: true }),
  p('{муниципалитет}', { ...centred, ...ruled, bold: true }),
]
const empty = (): Paragraph => new Paragraph({})

const contents: Record<TemplateKind, { children: Paragraph[]; footer: Paragraph[] }> = {
  letterhead: {
    children: [...office, p(`{${PLACE_FIELD}}`)],
    footer: [p('{методист}', { ...centred, size: 20 })],
  },
  cover: {
    children: [
      p('{орган управления}', centred),
      p('{муниципалитет}', { ...centred, spacing: { after: 4800 } }),
      p('{название документа}', { ...centred, bold: true, size: 40, spacing: { after: 240 } }),
      p('{учебный год} учебный год', { ...centred, spacing: { after: 4800 } }),
      p('Составитель: {методист}', corner),
      p('{год}', { ...centred, spacing: { before: 2400 } }),
    ],
    footer: [empty()],
  },
  letter: {
    children: [
      ...office,
      p('{дата цифрами} № {номер}'),
      p('{кому}', { ...corner, spacing: { before: 200, after: 400 } }),
      p('{тема}', { spacing: { after: 400 } }),
      p('{обращение}', { ...centred, spacing: { after: 200 } }),
      p('{текст}', body),
      p('{#поручения}', body),
      p('{№}. {решение} (срок: {срок})', body),
      p('{/поручения}', body),
      p('{должность подписавшего}\t{подписавший}', signed),
    ],
    footer: [p('{почта}', { ...centred, size: 20 })],
  },
  certificate: {
    children: [
      p('{орган управления}', { ...centred, spacing: { before: 1200 } }),
      p('{муниципалитет}', { ...centred, spacing: { after: 1200 } }),
      p('БЛАГОДАРНОСТЬ', { ...centred, bold: true, size: 56, spacing: { after: 600 } }),
      p('{фио дательный},', { ...centred, bold: true, size: 36 }),
      p('{должность дательный} {школа}', { ...centred, spacing: { after: 600 } }),
      p('{за что}', { ...centred, spacing: { after: 400 } }),
      p('{текст}', body),
      p('{должность подписавшего}\t{подписавший}', signed),
      p('{дата}', { ...centred, spacing: { before: 600 } }),
    ],
    footer: [empty()],
  },
}

/** The template filled with values made up; where the paper itself would be, words say so. */
export async function exampleOf(template: Uint8Array, values: FieldValues): Promise<Buffer> {
  const file = await WordFile.open(await fillTemplate(template, values))
  for (const one of inside(root(file.tree(file.main)))) {
    if (one.localName !== 't' || one.namespaceURI !== W) continue
    const text = one.textContent ?? ''
    if (text.includes(PLACE_MARK)) one.textContent = text.replaceAll(PLACE_MARK, '[здесь будет документ]')
  }
  return file.bytes()
}
