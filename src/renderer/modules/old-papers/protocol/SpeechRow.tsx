import type { Speech } from '@shared/contract/meetings'
import { memo } from 'react'
import { PersonField } from '../../../components/fields/PersonField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { moveLine, moveLineTo, updateSpeech } from '../../meetings/model/agenda'
import { Field } from '../review/Field'
import classes from './Protocol.module.css'
import { placesFor } from './places'
import { RowMenu } from './RowMenu'
import { useProtocol } from './useProtocol'

const kinds = { report: 'Слушали', remark: 'Выступили' } as const

export interface SpeechRowProps {
  speech: Speech
  index: number
  titles: readonly { uid: string; title: string }[]
}

/** Who spoke and what was said. */
export const SpeechRow = memo(function SpeechRow({ speech, index, titles }: SpeechRowProps) {
  const { agenda, removeLine, choosePerson } = useProtocol()
  const path = `speeches/${speech.uid}`
  const name = `${kinds[speech.kind]}, ${index + 1}`
  const set = (at: string, part: Partial<Speech>) =>
    agenda(at, (m) => updateSpeech(m, speech.uid, (now) => ({ ...now, ...part })))
  const line = { kind: 'speech', uid: speech.uid } as const
  return (
    <div className={classes.line}>
      <div className={classes.lineHead}>
        <div className={classes.kind}>
          <SelectField
            bare
            ariaLabel={`${name}: вид`}
            choices={kinds}
            value={speech.kind}
            onChange={(kind) => set(path, { kind })}
          />
        </div>
        <div className={classes.grow}>
          <Field
            path={`${path}/speaker`}
            label={`${name}: кто`}
            onChoose={(choice) =>
              choosePerson(speech.speaker, choice, (speaker) => set(`${path}/speaker`, { speaker }))
            }
          >
            <PersonField
              bare
              ariaLabel={`${name}: кто`}
              value={speech.speaker}
              onChange={(speaker) => set(`${path}/speaker`, { speaker })}
            />
          </Field>
        </div>
        <RowMenu
          label={name}
          onMove={(by) => agenda(`${path}/order`, (m) => moveLine(m, line, by))}
          to={placesFor(titles, (to) => agenda(`${path}/order`, (m) => moveLineTo(m, line, to)))}
          onRemove={() => removeLine(line)}
        />
      </div>
      <Field path={path} label={name}>
        <TextAreaField
          ariaLabel={`${name}: что`}
          minRows={1}
          value={speech.text}
          onChange={(text) => set(path, { text })}
        />
      </Field>
    </div>
  )
})
