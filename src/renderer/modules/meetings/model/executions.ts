import type { Output } from '@shared/contract'
import { newUid } from '@shared/contract/fields'
import type { Execution } from '@shared/contract/meetings'

/** Marks of execution of one decision, by whom it binds. */

type Details = Output<'decisions.get'>

export interface MarksOf {
  /** Null: the decision as a whole. */
  addresseeUid: string | null
  /** «руководителям ИБЦ»; «Решение в целом». */
  title: string
  marks: Execution[]
}

/** Who has to report: each addressee, and the decision as a whole where nobody is named or someone marked it so. */
export function marksBy({ decision }: Details, executions: readonly Execution[]): MarksOf[] {
  const of = (uid: string | null) => executions.filter((mark) => mark.addresseeUid === uid)
  const whole: MarksOf = { addresseeUid: null, title: 'Решение в целом', marks: of(null) }
  const each = decision.addressees.map((addressee) => ({
    addresseeUid: addressee.uid,
    title: addressee.text,
    marks: of(addressee.uid),
  }))
  return [...each, whole]
}

export function newMark(addresseeUid: string | null, on: string): Execution {
  return { uid: newUid(), addresseeUid, state: 'done', on, evidence: '', note: '' }
}
