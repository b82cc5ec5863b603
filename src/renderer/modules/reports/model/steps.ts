import { blankPiece } from '@shared/contract/blank'
import { newUid } from '@shared/contract/fields'
import type { Report, ReportPiece, ReportSection } from '@shared/contract/reports'

/** Steps of the composer over the document. Each answers the same document when there is nothing to do. */
export type Step = (report: Report) => Report

/** A place in the report: a section, or one of its pieces. */
export interface Place {
  section: string
  piece: string | null
}

export function ownText(text = ''): ReportPiece {
  return { ...blankPiece(''), text }
}

/** A section of hers alone begins with a text to type. */
export function ownSection(title: string): ReportSection {
  return { uid: newUid(), kind: 'own', title, hidden: false, newPage: false, pieces: [ownText()] }
}

export const changeSection =
  (uid: string, change: (section: ReportSection) => ReportSection): Step =>
  (report) => {
    const sections = report.sections.map((section) => (section.uid === uid ? change(section) : section))
    return sections.some((section, index) => section !== report.sections[index]) ? { ...report, sections } : report
  }

export const changePiece = (
  { section, piece }: Place,
  change: (piece: ReportPiece, section: ReportSection) => ReportPiece,
): Step =>
  changeSection(section, (found) => {
    const pieces = found.pieces.map((one) => (one.uid === piece ? change(one, found) : one))
    return pieces.some((one, index) => one !== found.pieces[index]) ? { ...found, pieces } : found
  })

/** The eye: out of the paper and back. */
export const toggleHidden = (place: Place): Step =>
  place.piece === null
    ? changeSection(place.section, (section) => ({ ...section, hidden: !section.hidden }))
    : changePiece(place, (piece) => ({ ...piece, hidden: !piece.hidden }))

/** Past its neighbour; a piece stays in its section. */
export const moveBy = (place: Place, by: -1 | 1): Step =>
  place.piece === null
    ? (report) => {
        const sections = movedBy(report.sections, place.section, by)
        return sections === report.sections ? report : { ...report, sections }
      }
    : changeSection(place.section, (section) => {
        const pieces = movedBy(section.pieces, place.piece ?? '', by)
        return pieces === section.pieces ? section : { ...section, pieces }
      })

/**
 * To where it was dropped: before that place, `after` it otherwise. A part made from the data belongs to its section; a text
 * of hers goes anywhere.
 */
export const moveTo =
  (from: Place, to: Place, after: boolean): Step =>
  (report) => {
    if (from.piece === null) {
      const sections = movedTo(report.sections, from.section, to.section, after)
      return sections === report.sections ? report : { ...report, sections }
    }
    const piece = pieceAt(report, from)
    if (!piece || !canMove(report, from, to)) return report
    if (from.section === to.section && to.piece !== null) {
      return changeSection(from.section, (section) => {
        const pieces = movedTo(section.pieces, piece.uid, to.piece ?? '', after)
        return pieces === section.pieces ? section : { ...section, pieces }
      })(report)
    }
    const taken = changeSection(from.section, (section) => ({
      ...section,
      pieces: section.pieces.filter((one) => one.uid !== piece.uid),
    }))(report)
    return changeSection(to.section, (section) => {
      const index = section.pieces.findIndex((one) => one.uid === to.piece)
      // Dropped on a section's own line: its first piece.
      const at = index < 0 ? 0 : index + (after ? 1 : 0)
      // What was seen belongs to the numbers of the section it comes from.
      const moved = from.section === to.section ? piece : { ...piece, seen: null }
      return { ...section, pieces: [...section.pieces.slice(0, at), moved, ...section.pieces.slice(at)] }
    })(taken)
  }

export function canMove(report: Report, from: Place, to: Place): boolean {
  if (from.piece === null) return from.section !== to.section
  if (from.section === to.section) return from.piece !== to.piece
  return pieceAt(report, from)?.part === ''
}

export const insertSection =
  (section: ReportSection, after: string | null): Step =>
  (report) => {
    const index = report.sections.findIndex((one) => one.uid === after)
    const at = index < 0 ? report.sections.length : index + 1
    return { ...report, sections: [...report.sections.slice(0, at), section, ...report.sections.slice(at)] }
  }

/** @param at before which piece; null is the end */
export const insertPiece = (section: string, piece: ReportPiece, at: string | null): Step =>
  changeSection(section, (found) => {
    const index = found.pieces.findIndex((one) => one.uid === at)
    const place = index < 0 ? found.pieces.length : index
    return { ...found, pieces: [...found.pieces.slice(0, place), piece, ...found.pieces.slice(place)] }
  })

export const insertPieceAfter =
  (section: string, piece: ReportPiece, after: string): Step =>
  (report) => {
    const pieces = sectionAt(report, section)?.pieces ?? []
    const next = pieces[pieces.findIndex((one) => one.uid === after) + 1]
    return insertPiece(section, piece, next?.uid ?? null)(report)
  }

export const removePlace =
  ({ section, piece }: Place): Step =>
  (report) =>
    piece === null
      ? { ...report, sections: report.sections.filter((one) => one.uid !== section) }
      : changeSection(section, (found) => ({ ...found, pieces: found.pieces.filter((one) => one.uid !== piece) }))(
          report,
        )

export function sectionAt(report: Report, uid: string | null): ReportSection | undefined {
  return report.sections.find((section) => section.uid === uid)
}

export function pieceAt(report: Report, place: Place): ReportPiece | undefined {
  return sectionAt(report, place.section)?.pieces.find((piece) => piece.uid === place.piece)
}

/** Where the focus goes when this is taken away: the next one, else the one before, else what it lay in. */
export function neighbourOf(report: Report, { section, piece }: Place): Place | null {
  if (piece === null) {
    const next = besides(report.sections, section)
    return next ? { section: next.uid, piece: null } : null
  }
  const next = besides(sectionAt(report, section)?.pieces ?? [], piece)
  return { section, piece: next?.uid ?? null }
}

function besides<R extends { uid: string }>(rows: readonly R[], uid: string): R | undefined {
  const index = rows.findIndex((row) => row.uid === uid)
  return rows[index + 1] ?? rows[index - 1]
}

function movedBy<R extends { uid: string }>(rows: R[], uid: string, by: -1 | 1): R[] {
  const index = rows.findIndex((row) => row.uid === uid)
  const other = rows[index + by]
  const own = rows[index]
  if (!own || !other) return rows
  const moved = [...rows]
  moved[index] = other
  moved[index + by] = own
  return moved
}

function movedTo<R extends { uid: string }>(rows: R[], uid: string, to: string, after: boolean): R[] {
  const own = rows.find((row) => row.uid === uid)
  if (!own || uid === to) return rows
  const others = rows.filter((row) => row.uid !== uid)
  const index = others.findIndex((row) => row.uid === to)
  if (index < 0) return rows
  const at = index + (after ? 1 : 0)
  const moved = [...others.slice(0, at), own, ...others.slice(at)]
  return moved.every((row, place) => row === rows[place]) ? rows : moved
}
