import type { Speech } from '@shared/contract/meetings'
import { useMemo } from 'react'
import { printedName } from '../../../../components/personName'
import { updateSpeech } from '../../model/agenda'
import type { Sources } from '../../model/candidates'
import { fieldOf } from '../../model/fields'
import { useEditor } from '../EditorContext'
import { ChipText } from '../inputs/ChipText'
import { PersonInput } from '../inputs/PersonInput'
import { LineMenu } from './LineMenu'
import classes from './Lines.module.css'
import { RemarksAt, remarksId } from './Remarks'

const words = { report: 'Слушали', remark: 'Выступили' } as const

/** One who spoke and what was said. */
export function SpeechLine({ speech, index }: { speech: Speech; index: number }) {
  const editor = useEditor()
  const { librarians, schools } = editor
  const text = fieldOf.speech(speech.uid)
  const change = (patch: Partial<Speech>) =>
    editor.change((meeting) => updateSpeech(meeting, speech.uid, (now) => ({ ...now, ...patch })))
  // What is said names people in any case, and the subject is the likeliest.
  const people = useMemo<Sources>(() => ({ librarians, schools, used: [], toWhom: printedName }), [librarians, schools])
  const name = `${words[speech.kind]}, ${index + 1}`
  return (
    <div className={classes.line} data-kind="speech">
      <div className={classes.margin}>
        <span className={classes.word}>{words[speech.kind]}</span>
      </div>
      <div className={classes.content}>
        <PersonInput
          field={fieldOf.speaker(speech.uid)}
          label={`${name}: кто`}
          placeholder="Кто говорит: фамилия или «Фамилия И.О., должность»"
          quiet
          value={speech.speaker}
          readOnly={editor.readOnly}
          librarians={librarians}
          onChange={(speaker) => change({ speaker })}
          onDone={() => editor.focusField(text)}
        />
        <ChipText
          field={text}
          label={`${name}: что`}
          placeholder={editor.readOnly ? '' : 'Что сказано'}
          value={speech.text}
          readOnly={editor.readOnly}
          describedBy={remarksId(text)}
          phrases={editor.phrases}
          people={people}
          onChange={(value) => change({ text: value })}
        />
        <RemarksAt field={text} />
      </div>
      <LineMenu line={{ kind: 'speech', uid: speech.uid }} speech={speech} name={name} />
    </div>
  )
}
