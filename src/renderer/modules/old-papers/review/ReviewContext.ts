import type { OldPaper, PaperMark, PaperWarning, Understood } from '@shared/contract/old-papers'
import { createContext, useContext } from 'react'
import type { Reviewing } from './useReviewing'

/** What every field of the review can do; the same object as long as the paper is open. */
export interface ReviewApi {
  original: OldPaper['original']
  change: Reviewing['change']
  /** Agrees with a field as it was understood. */
  confirm: (path: string) => void
  /** Lights up the place of a field in the original; `scroll` brings it into view. Null: of none. */
  light: (path: string | null, scroll: boolean) => void
  /** Takes the keyboard to a field, opening what it is folded into. */
  focus: (path: string) => void
  /** Rows that are folded until one looks at them: «items/<uid>», «roster». */
  unfold: (name: string, open: boolean) => void
}

export interface ReviewMarks {
  marks: ReadonlyMap<string, PaperMark>
  /** Warnings by the field they are of. */
  warnings: ReadonlyMap<string, readonly PaperWarning[]>
  unfolded: ReadonlySet<string>
  /** Uids of rows something of which is not sure. */
  unsure: ReadonlySet<string>
}

export const ReviewContext = createContext<ReviewApi | null>(null)
export const MarksContext = createContext<ReviewMarks>({
  marks: new Map(),
  warnings: new Map(),
  unfolded: new Set(),
  unsure: new Set(),
})

export function useReview(): ReviewApi {
  const review = useContext(ReviewContext)
  if (!review) throw new Error('A field of the review stands outside it')
  return review
}

export const useMarks = (): ReviewMarks => useContext(MarksContext)

export type Of<K extends Understood['kind']> = Extract<Understood, { kind: K }>
