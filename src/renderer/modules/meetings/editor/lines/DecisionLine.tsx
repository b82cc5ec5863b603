import type { Decision } from '@shared/contract/meetings'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMemo } from 'react'
import { placeOfLine, updateDecision } from '../../model/agenda'
import { addresseeOf, type Candidate, type Sources } from '../../model/candidates'
import { toWhom } from '../../model/dative'
import { addAddressee, marksOf, retype } from '../../model/decision-text'
import { fieldOf } from '../../model/fields'
import { pasteDecisions } from '../../model/paste'
import { useEditor } from '../EditorContext'
import { ChipText } from '../inputs/ChipText'
import { DecisionChips } from './DecisionChips'
import { LineMenu } from './LineMenu'
import classes from './Lines.module.css'
import { RemarksAt, remarksId } from './Remarks'

/** One decision under its number: the text, and below it whom it binds and by when. */
export function DecisionLine({ decision, number }: { decision: Decision; number: string }) {
  const editor = useEditor()
  const { librarians, schools, meeting } = editor
  const field = fieldOf.decision(decision.uid)
  const change = (step: (now: Decision) => Decision) => editor.change((now) => updateDecision(now, decision.uid, step))
  const used = usedAddressees(meeting).join('\n')
  const people = useMemo<Sources>(
    () => ({ librarians, schools, used: used.split('\n').filter(Boolean), toWhom }),
    [librarians, schools, used],
  )
  const marks = useMemo(() => marksOf(decision), [decision])
  const add = (candidate: Candidate, words?: string) =>
    change((now) => addAddressee(now, addresseeOf(candidate, words)))
  return (
    <div className={classes.line}>
      <div className={classes.margin}>
        <span className={classes.number}>{number}.</span>
      </div>
      <div className={classes.content}>
        <ChipText
          field={field}
          label={`Решение ${number}`}
          placeholder={editor.readOnly ? '' : 'Что решено. «@» или F8 — кому; срок словами: «до 10 октября»'}
          value={decision.text}
          marks={marks}
          readOnly={editor.readOnly}
          describedBy={remarksId(field)}
          phrases={editor.phrases}
          people={people}
          onChange={(text, caret) => change((now) => retype(now, text, editor.read, caret))}
          onPerson={add}
          onPasteLines={(lines) =>
            editor.change((now) => {
              const place = placeOfLine(now, { kind: 'decision', uid: decision.uid })
              return place ? pasteDecisions(now, place, decision.uid, lines, editor.read) : now
            })
          }
        />
        <DecisionChips decision={decision} number={number} people={people} onChange={change} onAddressee={add} />
        {decision.carriedFrom !== null && (
          <p className={classes.note}>
            <IconArrowBackUp size={14} aria-hidden /> Перенесено из прежнего протокола
          </p>
        )}
        <RemarksAt field={field} />
      </div>
      <LineMenu line={{ kind: 'decision', uid: decision.uid }} name={`решение ${number}`} />
    </div>
  )
}

/** Addressees that no list knows, to be offered again. */
function usedAddressees(meeting: ReturnType<typeof useEditor>['meeting']): string[] {
  const decisions = [...meeting.agenda.flatMap((item) => item.decisions), ...meeting.decisions]
  const texts = decisions.flatMap((decision) =>
    decision.addressees.filter((one) => one.kind === 'group' || one.kind === 'role').map((one) => one.text),
  )
  return [...new Set(texts.map((text) => text.charAt(0).toLowerCase() + text.slice(1)))]
}
