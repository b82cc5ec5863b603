import type { Output } from '@shared/contract'
import type { Meeting, Phrase } from '@shared/contract/meetings'
import { createContext, useContext } from 'react'
import type { LibrarianOption } from '../model/attendance'
import type { Editing } from '../model/commands'
import type { DueReader } from '../model/decision-text'
import type { FieldKey, View } from '../model/fields'

export type Series = Output<'associations.series'>[number]

/** What the parts of the editor share. */
export interface Editor {
  meeting: Meeting
  view: View
  /** Signed, and not being corrected. */
  readOnly: boolean
  change: (change: (meeting: Meeting) => Meeting) => void
  /** A change that also moves the caret. */
  apply: (step: (at: Editing) => Editing) => void
  /** Takes something away as a step of its own, and offers to bring it back. */
  remove: (what: string, step: (at: Editing) => Editing) => void
  show: (view: View) => void
  focusField: (field: FieldKey) => void
  /** The field with the caret, or the last that had it. */
  field: FieldKey | null
  /** Sentences that stand beside a field: what the rules noticed, and what the store refused. */
  remarksAt: (field: FieldKey) => Remarks
  read: DueReader
  librarians: readonly LibrarianOption[]
  schools: readonly { id: number; name: string }[]
  phrases: readonly Phrase[]
  series: Series | undefined
  allSeries: readonly Series[]
  /** The item whose votes are being counted. */
  votingOn: string | null
  setVotingOn: (uid: string | null) => void
}

export interface Remarks {
  warnings: readonly string[]
  error: string | null
}

export const EditorContext = createContext<Editor | null>(null)

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('useEditor outside of the protocol editor')
  return editor
}
