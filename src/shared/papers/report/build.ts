import type { Profile } from '../../contract/app'
import type { ReportPart } from '../../contract/report-content'
import type { ReportData, ReportPiece } from '../../contract/reports'
import { line, lineOf } from '../block-makers'
import { framed } from '../frame'
import type { Block, Paper } from '../model'
import { pageOf } from '../protocol/context'

/** The annual report as a paper (FORMS §1, §11). The window shows what this makes, Word and PDF are written from it. */
export function buildReport(data: ReportData, profile: Profile): Paper {
  const { report, contents } = data
  const blocks = report.sections
    .filter((section) => !section.hidden)
    .flatMap((section): Block[] => [
      line('section', section.title),
      ...section.pieces
        .filter((piece) => !piece.hidden)
        .flatMap((piece) => pieceBlocks(piece, contents[section.uid]?.parts ?? [])),
    ])
  return framed(profile, {
    title: report.title,
    page: pageOf(profile),
    tablePt: 12,
    subject: report.title,
    keywords: 'отчёт',
    blocks: [line('title', report.title), ...blocks],
  })
}

function pieceBlocks(piece: ReportPiece, parts: readonly ReportPart[]): Block[] {
  if (piece.part === '') return piece.text.split('\n').map((text) => line('body', text))
  const part = parts.find((one) => one.key === piece.part)
  if (part?.form !== 'text') return []
  return part.paragraphs.map(({ runs }) =>
    lineOf(
      'body',
      runs.map(({ text, figure }) => ({ text, ...(figure === undefined ? {} : { figure }) })),
    ),
  )
}
