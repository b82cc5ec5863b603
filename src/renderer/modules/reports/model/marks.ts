import type { Figure, ReportPart, SectionContent } from '@shared/contract/report-content'
import type { Report, ReportPiece, ReportSection, SeenFigures } from '@shared/contract/reports'
import { changesSince, type FigureChange, seenNow } from '@shared/papers/report/figures'
import { changePiece, changeSection, type Place, type Step } from './steps'

/** How each piece stands to the data: not yet looked at, in order, or with numbers that have changed since. */

export type Contents = ReadonlyMap<string, SectionContent>

export interface PieceMark {
  place: { section: string; piece: string }
  state: 'new' | 'changed' | 'fine'
  changes: readonly FigureChange[]
}

export interface SectionMarks {
  /** Of the pieces in the paper, in their order. */
  pieces: ReadonlyMap<string, PieceMark>
  /** Different numbers that have changed. */
  changed: number
  unaccepted: number
}

export type ReportMarks = ReadonlyMap<string, SectionMarks>

export function partOf(content: SectionContent | undefined, piece: ReportPiece): ReportPart | undefined {
  return content?.parts.find((part) => part.key === piece.part)
}

export function marksOf(report: Report, contents: Contents): ReportMarks {
  return new Map(report.sections.map((section) => [section.uid, knownMarks(section, contents.get(section.uid))]))
}

const known = new WeakMap<ReportSection, { content: SectionContent | undefined; marks: SectionMarks }>()

/** Typing in one section leaves the others as they were: they are neither compared nor drawn again. */
function knownMarks(section: ReportSection, content: SectionContent | undefined): SectionMarks {
  const found = known.get(section)
  if (found && found.content === content) return found.marks
  const marks = sectionMarks(section, content)
  known.set(section, { content, marks })
  return marks
}

function sectionMarks(section: ReportSection, content: SectionContent | undefined): SectionMarks {
  const pieces = new Map<string, PieceMark>()
  const changed = new Set<string>()
  let unaccepted = 0
  for (const piece of section.pieces) {
    const mark = pieceMark(section, piece, content)
    pieces.set(piece.uid, mark)
    if (section.hidden || piece.hidden) continue
    if (mark.state === 'new') unaccepted++
    for (const change of mark.changes) changed.add(`${change.part}/${change.key}`)
  }
  return { pieces, changed: changed.size, unaccepted }
}

function pieceMark(section: ReportSection, piece: ReportPiece, content: SectionContent | undefined): PieceMark {
  const place = { section: section.uid, piece: piece.uid }
  const fine: PieceMark = { place, state: 'fine', changes: [] }
  if (!content) return fine
  if (piece.part !== '' && !partOf(content, piece)) return fine
  if (piece.seen === null) {
    return piece.part === '' && piece.text.trim() === '' ? fine : { place, state: 'new', changes: [] }
  }
  const changes = changesSince(piece.seen, content).filter((change) => piece.part === '' || change.part === piece.part)
  return changes.length === 0 ? fine : { place, state: 'changed', changes }
}

/** Pieces that want a look, in the order of the paper: those with changed numbers, or, where there are none, those not yet accepted. */
export function attentionOf(report: Report, marks: ReportMarks): PieceMark[] {
  const shown = report.sections.flatMap((section) =>
    section.hidden
      ? []
      : section.pieces.flatMap((piece) => {
          const mark = marks.get(section.uid)?.pieces.get(piece.uid)
          return mark && !piece.hidden ? [mark] : []
        }),
  )
  const changed = shown.filter((mark) => mark.state === 'changed')
  return changed.length > 0 ? changed : shown.filter((mark) => mark.state === 'new')
}

/** The next of them after this place, round to the first. */
export function nextAttention(report: Report, marks: ReportMarks, from: Place | null): PieceMark | null {
  const found = attentionOf(report, marks)
  const order = report.sections.flatMap((section) => [
    `${section.uid}/`,
    ...section.pieces.map((piece) => `${section.uid}/${piece.uid}`),
  ])
  const at = from === null ? -1 : order.indexOf(`${from.section}/${from.piece ?? ''}`)
  const placeOf = ({ place }: PieceMark) => order.indexOf(`${place.section}/${place.piece}`)
  return found.find((mark) => placeOf(mark) > at) ?? found[0] ?? null
}

/**
 * What a text of hers is compared with: the numbers said in words and the totals of tables. The cells of a table change without
 * her text being about them.
 */
export function seenBeside(content: SectionContent): SeenFigures {
  return Object.fromEntries(content.parts.flatMap((part) => spokenFigures(part).map((one) => entryOf(part, one))))
}

/** More numbers than this in a chart are cells of a table drawn. */
const FEW = 12

function spokenFigures(part: ReportPart): Figure[] {
  if (part.form === 'text') return part.figures
  if (part.form === 'chart') return part.figures.length <= FEW ? part.figures : []
  const totals = new Set(
    part.rows.filter((row) => row.look === 'total').flatMap((row) => row.cells.flatMap((cell) => cell.figure ?? [])),
  )
  return part.figures.filter((figure) => totals.has(figure.key))
}

const entryOf = (part: ReportPart, figure: Figure) => [`${part.key}/${figure.key}`, figure.value] as const

/** As they are now: of a part its own numbers, of a text those beside it and those it has been compared with. */
export function accepted(piece: ReportPiece, content: SectionContent): ReportPiece {
  if (piece.part !== '') return { ...piece, seen: seenNow(content, piece.part) }
  const all = seenNow(content, null)
  const known = Object.keys(piece.seen ?? {}).filter((key) => key in all)
  const kept = Object.fromEntries(known.map((key) => [key, all[key] ?? null]))
  return { ...piece, seen: { ...seenBeside(content), ...kept } }
}

/** Typing in a text: what stands beside it is what she writes by. Changes she has not answered stay unanswered. */
export const typed = (place: Place, text: string, content: SectionContent | undefined): Step =>
  changePiece(place, (piece) => {
    if (piece.text === text) return piece
    const next = { ...piece, text }
    return piece.seen === null && content ? accepted(next, content) : next
  })

export const acceptPiece = (place: Place, content: SectionContent): Step =>
  changePiece(place, (piece) => accepted(piece, content))

/** What she can see of it: hidden pieces are not accepted unseen. */
export const acceptSection = (uid: string, content: SectionContent): Step =>
  changeSection(uid, (section) => ({
    ...section,
    pieces: section.pieces.map((piece) =>
      piece.hidden || pieceMark(section, piece, content).state === 'fine' ? piece : accepted(piece, content),
    ),
  }))

export const acceptAll =
  (contents: Contents): Step =>
  (report) =>
    report.sections.reduce((now, section) => {
      const content = contents.get(section.uid)
      return content && !section.hidden ? acceptSection(section.uid, content)(now) : now
    }, report)

/** Her own copy of what the part says, in its place; the part itself is put out of the paper. */
export const takeText = (place: Place, part: Extract<ReportPart, { form: 'text' }>, text: { uid: string }): Step =>
  changeSection(place.section, (section) => {
    const index = section.pieces.findIndex((piece) => piece.uid === place.piece)
    const own = section.pieces[index]
    if (!own) return section
    const seen = Object.fromEntries(part.figures.map((figure) => entryOf(part, figure)))
    const copy: ReportPiece = { uid: text.uid, part: '', hidden: false, title: '', text: wordsOf(part), seen }
    const pieces = [...section.pieces]
    pieces.splice(index, 1, { ...own, hidden: true, seen: own.seen ?? seen }, copy)
    return { ...section, pieces }
  })

/** Sentences of a part as she would type them. */
export function wordsOf(part: Extract<ReportPart, { form: 'text' }>): string {
  return part.paragraphs.map(({ runs, item }) => (item ? '- ' : '') + runs.map((run) => run.text).join('')).join('\n')
}
