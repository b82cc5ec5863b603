import type { PersonRef } from '@shared/contract/fields'
import type { Decision, Meeting } from '@shared/contract/meetings'
import type { PaperMark, ProtocolDraft } from '@shared/contract/old-papers'
import { useMemo } from 'react'
import { type Line, type Place, removeLine, updateDecision } from '../../meetings/model/agenda'
import { confirm, withoutMarks } from '../model/marks'
import { chooseEverywhere } from '../model/same-person'
import { type Of, type ReviewApi, useReview } from '../review/ReviewContext'

export type Choice = PaperMark['choices'][number]

/** Changes of a protocol under review. What is corrected by hand is sure. */
export interface ProtocolEdit {
  /** @param path the field corrected */
  edit: (path: string, change: (protocol: ProtocolDraft) => ProtocolDraft) => void
  /** By the rules of meetings, which look at agenda, speeches and decisions only. */
  agenda: (path: string, change: (meeting: Meeting) => Meeting) => void
  decision: (path: string, uid: string, change: (decision: Decision) => Decision) => void
  /** Takes a row out with its marks. */
  remove: (path: string, change: (protocol: ProtocolDraft) => ProtocolDraft) => void
  /** The same by the rules of meetings. */
  removeIn: (path: string, change: (meeting: Meeting) => Meeting) => void
  removeLine: (line: Line) => void
  /** Says who a person named in the paper is, here and wherever else she is doubted. */
  choosePerson: (person: PersonRef, choice: Choice, set: (person: PersonRef) => void) => void
  paper: (change: (paper: Of<'protocol'>) => Of<'protocol'>) => void
}

export type { Place }

export function useProtocol(): ProtocolEdit {
  const review = useReview()
  return useMemo(() => protocolEdit(review), [review])
}

function protocolEdit({ change }: ReviewApi): ProtocolEdit {
  const paper = (next: (paper: Of<'protocol'>) => Of<'protocol'>, group?: string) =>
    change((now) => (now.kind === 'protocol' ? next(now) : now), group)
  const edit: ProtocolEdit['edit'] = (path, next) =>
    paper((now) => confirm({ ...now, protocol: next(now.protocol) }, path), path)
  const agenda: ProtocolEdit['agenda'] = (path, next) => edit(path, (protocol) => withMeeting(protocol, next))
  const remove: ProtocolEdit['remove'] = (path, next) =>
    paper((now) => withoutMarks({ ...now, protocol: next(now.protocol) }, path))
  return {
    edit,
    agenda,
    remove,
    paper,
    choosePerson: (person, choice, set) => {
      const { librarianId } = choice
      set({ ...person, librarianId, name: person.name === '' ? choice.text : person.name })
      if (librarianId !== null) paper((now) => chooseEverywhere(now, person.name, librarianId))
    },
    decision: (path, uid, next) => agenda(path, (meeting) => updateDecision(meeting, uid, next)),
    removeIn: (path, next) => remove(path, (protocol) => withMeeting(protocol, next)),
    removeLine: (line) =>
      remove(`${line.kind === 'decision' ? 'decisions' : 'speeches'}/${line.uid}`, (protocol) =>
        withMeeting(protocol, (meeting) => removeLine(meeting, line)),
      ),
  }
}

/** A draft seen as a meeting, for rules that look at neither its series nor its day. */
function withMeeting(protocol: ProtocolDraft, next: (meeting: Meeting) => Meeting): ProtocolDraft {
  const { agenda, speeches, decisions } = next({
    ...protocol,
    seriesId: protocol.seriesId ?? 0,
    date: protocol.date ?? '',
  })
  return { ...protocol, agenda, speeches, decisions }
}
