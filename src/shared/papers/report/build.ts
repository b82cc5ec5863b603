import type { Profile } from '../../contract/app'
import type { Said } from '../../contract/report-content'
import type { ReportData } from '../../contract/reports'
import { line, lineOf, signature, signed } from '../block-makers'
import { framed } from '../frame'
import type { Block, ListDefinition, Paper, Paragraph, Run } from '../model'
import { pageOf } from '../protocol/context'
import { printable, rawParagraphs, typesetRuns } from '../text'
import { caption, referenceRuns, withReference } from './captions'
import { reportChart } from './chart'
import { coverBlocks } from './cover'
import { changesSince } from './figures'
import { type PrintedPiece, type PrintedSectionOf, printedPieces, shownAfter } from './pieces'
import { reportTable } from './table'

export interface ReportPaperOptions {
  /** For the window: what is made from the data and not yet accepted, and numbers that have changed since. */
  marks?: boolean
}

interface Making {
  data: ReportData
  paper: Pick<Paper, 'page'>
  marks: boolean
}

/** The annual report as a paper (FORMS §1, §11). The window shows what this makes, Word and PDF are written from it. */
export function buildReport(data: ReportData, profile: Profile, { marks = false }: ReportPaperOptions = {}): Paper {
  const { report } = data
  const page = pageOf(profile)
  const making: Making = { data, paper: { page }, marks }
  const sections = printedPieces(data).flatMap((section, index) => sectionBlocks(section, index === 0, making))
  const body = report.contents ? [line('contents-title', 'Содержание'), CONTENTS, BREAK, ...sections] : sections
  return framed(profile, {
    title: report.title,
    page,
    tablePt: 12,
    subject: report.title,
    keywords: 'отчёт',
    lists: LISTS,
    blocks: flowing(signed([...coverBlocks(data, profile, page), ...body], signatures(data))),
  })
}

const CONTENTS: Block = { kind: 'contents' }
const BREAK: Block = { kind: 'page-break' }
const LISTS: ListDefinition[] = [
  {
    id: 'sections',
    levels: [
      { pattern: '%1.', start: 1, heading: true },
      { pattern: '%1.%2.', start: 1, heading: true },
    ],
  },
  { id: 'dashes', levels: [{ pattern: '–', start: 1, bullet: true }] },
]

function signatures({ report: { signer } }: ReportData): Block[] {
  if (signer.name.trim() === '' && signer.position.trim() === '') return []
  return [{ kind: 'spacer', heightPt: 10 }, signature(printable(signer.position), [signer.name])]
}

function sectionBlocks({ section, pieces }: PrintedSectionOf, isFirst: boolean, making: Making): Block[] {
  const heading = line('section', section.title, {
    number: { list: 'sections', level: 0 },
    bookmark: bookmarkOf(section.uid),
    piece: section.uid,
  })
  const body = pieces.flatMap((piece, at) => pieceBlocks(piece, shownAfter(pieces, at), making))
  return [...(section.newPage && !isFirst ? [BREAK] : []), heading, ...body]
}

/** Word takes letters, figures and «_», forty at most. */
const bookmarkOf = (uid: string): string => `report_${uid.replace(/[^A-Za-z0-9]/gu, '').slice(0, 30)}`

function pieceBlocks(printed: PrintedPiece, after: readonly PrintedPiece[], making: Making): Block[] {
  const { piece, part, section } = printed
  if (part === null) return [...subheading(printed), ...ownText(piece.text, piece.uid)]
  const run = runOf(printed, making)
  switch (part.form) {
    case 'text': {
      const last = part.paragraphs.length - 1
      const texts = part.paragraphs.map(({ runs, item }, at) =>
        textParagraph(typesetRuns(runs.map(run)), item, piece.uid, at === last ? referenceRuns(after) : []),
      )
      return [...subheading(printed), ...texts]
    }
    case 'table': {
      const orientation = part.wide ? 'landscape' : 'portrait'
      const table = reportTable(part, {
        page: { ...making.paper.page, orientation },
        run,
        piece: piece.uid,
      })
      // Under a wide table only what ends its pages: anything higher could slip onto a page of its own.
      const blocks: Block[] = [caption(printed), table, { kind: 'spacer', heightPt: part.wide ? 1 : 8 }]
      return part.wide
        ? [{ kind: 'section', orientation: 'landscape' }, ...blocks, { kind: 'section', orientation: 'portrait' }]
        : blocks
    }
    case 'chart': {
      const { chart, note } = reportChart(part, piece.uid, (key) => `${section.uid}/${part.key}/${key}`)
      return [chart, caption(printed, note), { kind: 'spacer', heightPt: 6 }]
    }
  }
}

/** A named text is a subsection. */
function subheading({ piece, part }: PrintedPiece): Block[] {
  const title = printable(piece.title) || printable(part?.title ?? '')
  if (title === '') return []
  return [
    line('label', title, { number: { list: 'sections', level: 1 }, bookmark: bookmarkOf(piece.uid), piece: piece.uid }),
  ]
}

function textParagraph(runs: Run[], item: boolean, piece: string, reference: readonly Run[]): Paragraph {
  const said = withReference(runs, reference)
  return item ? lineOf('item', said, { number: { list: 'dashes', level: 0 }, piece }) : lineOf('body', said, { piece })
}

/** Her paragraphs; a line that begins with a dash is an item of a list. */
function ownText(text: string, piece: string): Paragraph[] {
  return rawParagraphs(text).flatMap(({ text: raw }) => {
    const item = /^\s*[-–—•]\s+/u.exec(raw)?.[0] ?? ''
    const said = printable(raw.slice(item.length))
    return said === '' ? [] : [textParagraph([{ text: said }], item !== '', piece, [])]
  })
}

/** How a stretch made from the data is told apart in the window. */
function runOf({ section, piece, part }: PrintedPiece, { data, marks }: Making): (said: Said) => Run {
  const content = data.contents[section.uid]
  const changed = new Set(
    marks && content !== undefined
      ? changesSince(piece.seen, content).flatMap((change) => (change.part === part?.key ? [change.key] : []))
      : [],
  )
  const isNew = marks && piece.seen === null
  return ({ text, figure, opens }) => ({
    text,
    ...(figure === undefined ? {} : { figure: `${section.uid}/${part?.key}/${figure}` }),
    ...(opens === undefined ? {} : { opens: `${opens.record}/${opens.id}` }),
    ...(isNew
      ? { tone: 'generated' as const }
      : figure !== undefined && changed.has(figure)
        ? { tone: 'changed' as const }
        : {}),
  })
}

/** Pages turn once where one wide table follows another, and a turn begins a page by itself. */
function flowing(blocks: readonly Block[]): Block[] {
  const out: Block[] = []
  for (const block of blocks) {
    const last = out.at(-1)
    if (last?.kind === 'section' && block.kind === 'section') {
      out.pop()
      if (orientationOf(out) !== block.orientation) out.push(block)
      continue
    }
    if (block.kind === 'page-break' && last?.kind === 'section') continue
    // Under a full page it would make an empty one.
    if (block.kind === 'page-break' && last?.kind === 'spacer') out.pop()
    if (block.kind === 'section' && last?.kind === 'page-break') out.pop()
    out.push(block)
  }
  return out.at(-1)?.kind === 'section' ? out.slice(0, -1) : out
}

function orientationOf(blocks: readonly Block[]): 'portrait' | 'landscape' {
  const last = blocks.findLast((block) => block.kind === 'section')
  return last?.kind === 'section' ? last.orientation : 'portrait'
}
