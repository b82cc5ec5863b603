import type { ReportPart } from '../../contract/report-content'
import type { ReportData, ReportPiece, ReportSection } from '../../contract/reports'

/** What of a report is printed: pieces that have something to say, the tables and charts of them numbered. */
export interface PrintedPiece {
  section: ReportSection
  piece: ReportPiece
  /** Null: her own text. */
  part: ReportPart | null
  /** Of a table or chart, through the whole report. */
  number: number
}

export interface PrintedSectionOf {
  section: ReportSection
  pieces: PrintedPiece[]
}

export function printedPieces({ report, contents }: ReportData): PrintedSectionOf[] {
  const last = { table: 0, chart: 0, text: 0 }
  return report.sections
    .filter((section) => !section.hidden)
    .map((section) => ({
      section,
      pieces: section.pieces
        .filter((piece) => !piece.hidden)
        .flatMap((piece): PrintedPiece[] => {
          if (piece.part === '')
            return piece.text.trim() === '' && piece.title.trim() === '' ? [] : [own(section, piece)]
          const part = contents[section.uid]?.parts.find((one) => one.key === piece.part)
          return part === undefined ? [] : [{ section, piece, part, number: ++last[part.form] }]
        }),
    }))
}

const own = (section: ReportSection, piece: ReportPiece): PrintedPiece => ({ section, piece, part: null, number: 0 })

/** Tables and charts that stand right after a text: it refers to them. */
export function shownAfter(pieces: readonly PrintedPiece[], at: number): PrintedPiece[] {
  const rest = pieces.slice(at + 1)
  const end = rest.findIndex(({ part }) => part === null || part.form === 'text')
  return end < 0 ? rest : rest.slice(0, end)
}
