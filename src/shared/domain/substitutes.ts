/**
 * Which edition may stand for which: another one of the same code of the federal list, for the same grades and subject
 * (PRODUCT, module 6). `store/ledger/fund.ts` holds the same rule for SQL.
 */
export interface Edition {
  id: number
  /** Empty: outside the list, nothing stands for it. */
  fplKey: string
  gradeFrom: number
  gradeTo: number
  subjectId: number
}

/** Equal for editions that may stand for one another; of an edition outside the list it is its own. */
export function substituteKey(book: Edition): string {
  if (book.fplKey === '') return `#${book.id}`
  return `${book.fplKey}|${book.gradeFrom}|${book.gradeTo}|${book.subjectId}`
}

/** Whether a copy of `given` satisfies a need of `asked`. @param substitutes whether the need takes anything but its own edition */
export function fits(given: Edition, asked: Edition, substitutes: boolean): boolean {
  return given.id === asked.id || (substitutes && substituteKey(given) === substituteKey(asked))
}
