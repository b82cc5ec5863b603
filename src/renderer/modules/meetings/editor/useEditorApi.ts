import type { Phrase } from '@shared/contract/meetings'
import { isRealDate, todayIso } from '@shared/domain/dates'
import { parseDues } from '@shared/domain/due/parse'
import { type FocusEvent, useCallback, useDeferredValue, useMemo, useState } from 'react'
import { undoLast } from '../../../app/queries'
import { showDone } from '../../../app/toasts'
import type { LibrarianOption } from '../model/attendance'
import { openView } from '../model/commands'
import type { DueReader } from '../model/decision-text'
import { type FieldKey, viewOfField } from '../model/fields'
import { type Remark, remarksBeside, remarksOf } from '../model/remarks'
import type { Editor, Series } from './EditorContext'
import { fieldOfTarget } from './useFocus'
import type { MeetingEditing } from './useMeetingEditing'

/** Lists the editor chooses from. */
export interface EditorSources {
  librarians: readonly LibrarianOption[]
  schools: readonly { id: number; name: string }[]
  phrases: readonly Phrase[]
  series: readonly Series[]
}

export interface EditorApi {
  editor: Editor
  remarks: readonly Remark[]
  onFocus: (event: FocusEvent) => void
}

/** What the parts of the editor are given. */
export function useEditorApi(editing: MeetingEditing, sources: EditorSources, readOnly: boolean): EditorApi {
  const { apply, state, refused } = editing
  const { meeting, view } = state
  const [field, setField] = useState<FieldKey | null>(null)
  const [votingOn, setVotingOn] = useState<string | null>(null)
  // The rules read the whole protocol: they come after the letter just typed.
  const rested = useDeferredValue(meeting)
  const remarks = useMemo(() => remarksOf(rested), [rested])
  const { date } = meeting

  const read = useCallback<DueReader>(
    (text, mode, onDate = date) => parseDues(text, { date: isRealDate(onDate) ? onDate : todayIso(new Date()), mode }),
    [date],
  )
  const change = useCallback<Editor['change']>(
    (step) =>
      apply((at) => {
        const next = step(at.meeting)
        return next === at.meeting ? at : { ...at, meeting: next, focus: null }
      }),
    [apply],
  )
  const { flush } = editing.autosave
  const remove = useCallback<Editor['remove']>(
    (what, step) => {
      // Committed before and after, so that the step taken back is this one and no typing goes with it.
      void flush().then(() => {
        apply(step)
        setTimeout(() => {
          void flush().then(() => showDone(`Удалено: ${what}`, { label: 'Отменить', run: () => void undoLast() }))
        }, 0)
      })
    },
    [apply, flush],
  )
  const show = useCallback<Editor['show']>((to) => apply((at) => openView(at.meeting, to)), [apply])
  const focusField = useCallback<Editor['focusField']>(
    (target) =>
      apply((at) => ({
        ...at,
        view: viewOfField(at.meeting, target) ?? at.view,
        focus: { field: target, caret: 'end' },
      })),
    [apply],
  )
  const remarksAt = useCallback<Editor['remarksAt']>(
    (at) => ({
      warnings: remarksBeside(remarks, at, field),
      error: refused?.field === at ? refused.message : null,
    }),
    [remarks, field, refused],
  )
  const onFocus = useCallback((event: FocusEvent) => {
    const focused = fieldOfTarget(event.target)
    if (focused !== null) setField(focused)
  }, [])

  const editor: Editor = {
    meeting,
    view,
    readOnly,
    change,
    apply,
    remove,
    show,
    focusField,
    field,
    remarksAt,
    read,
    librarians: sources.librarians,
    schools: sources.schools,
    phrases: sources.phrases,
    series: sources.series.find((one) => one.id === meeting.seriesId),
    allSeries: sources.series,
    votingOn: readOnly ? null : votingOn,
    setVotingOn,
  }
  return { editor, remarks, onFocus }
}
