import type { SectionContent } from '@shared/contract/report-content'
import { type FigureChange, seenNow } from '@shared/papers/report/figures'
import { type Replacement, replaced } from './replace'
import { changePiece, type Place, type Step } from './steps'

/** The new number into her text; of it she has now been told. Where other words stand by now, nothing is replaced. */
export const replaceIn = (
  place: Place,
  replacement: Replacement,
  change: FigureChange,
  content: SectionContent | undefined,
): Step =>
  changePiece(place, (piece) => {
    if (piece.text.slice(replacement.from, replacement.to) !== replacement.before) return piece
    const path = `${change.part}/${change.key}`
    const now = content ? seenNow(content, change.part)[path] : undefined
    return {
      ...piece,
      text: replaced(piece.text, replacement),
      seen: now === undefined ? piece.seen : { ...piece.seen, [path]: now },
    }
  })
