import { ActionIcon } from '@mantine/core'
import { type Addressee, addresseeKinds, type Decision } from '@shared/contract/meetings'
import { IconX } from '@tabler/icons-react'
import { memo } from 'react'
import { LibrarianField } from '../../../components/fields/LibrarianField'
import { SchoolField } from '../../../components/fields/SchoolField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { TextField } from '../../../components/fields/TextField'
import { moveLine, moveLineTo, updateDecision } from '../../meetings/model/agenda'
import { newAddressee } from '../../meetings/model/blank'
import { removeAddressee, removeDue, retype } from '../../meetings/model/decision-text'
import { dueMeaning, readerOn, retypeDue } from '../model/dues'
import { withoutIndex } from '../model/marks'
import { Field } from '../review/Field'
import { AddButton } from './PeopleFields'
import classes from './Protocol.module.css'
import { placesFor } from './places'
import { RowMenu } from './RowMenu'
import { useProtocol } from './useProtocol'

export interface DecisionRowProps {
  decision: Decision
  /** As printed: «1.2». */
  number: string
  titles: readonly { uid: string; title: string }[]
  date: string | null
}

/** What was decided, whom it binds and by when. */
export const DecisionRow = memo(function DecisionRow({ decision, number, titles, date }: DecisionRowProps) {
  const { agenda, decision: set, removeLine } = useProtocol()
  const path = `decisions/${decision.uid}`
  const name = `Решение ${number}`
  const line = { kind: 'decision', uid: decision.uid } as const
  return (
    <div className={classes.line} data-kind="decision">
      <div className={classes.lineHead}>
        <b className={classes.grow}>{name}</b>
        <RowMenu
          label={name}
          onMove={(by) => agenda(`${path}/order`, (m) => moveLine(m, line, by))}
          to={placesFor(titles, (to) => agenda(`${path}/order`, (m) => moveLineTo(m, line, to)))}
          onRemove={() => removeLine(line)}
        />
      </div>
      <Field path={[`${path}/text`, path]} label={name}>
        <TextAreaField
          ariaLabel={name}
          minRows={1}
          value={decision.text}
          onChange={(text) => set(`${path}/text`, decision.uid, (now) => retype(now, text, readerOn(date)))}
        />
      </Field>
      <fieldset className={classes.subrows} aria-label={`${name}: кому`}>
        {decision.addressees.map((addressee, index) => (
          <AddresseeRow
            key={addressee.uid}
            decision={decision}
            addressee={addressee}
            name={`${name}, кому ${index + 1}`}
          />
        ))}
        <AddButton
          title="Кому"
          onClick={() =>
            set(path, decision.uid, (now) => ({ ...now, addressees: [...now.addressees, newAddressee('group', '')] }))
          }
        />
      </fieldset>
      <Dues decision={decision} date={date} name={name} />
    </div>
  )
})

interface AddresseeRowProps {
  decision: Decision
  addressee: Addressee
  name: string
}

function AddresseeRow({ decision, addressee, name }: AddresseeRowProps) {
  const { decision: change, removeIn } = useProtocol()
  const path = `decisions/${decision.uid}/addressees/${addressee.uid}`
  const set = (part: Partial<Addressee>) =>
    change(path, decision.uid, (now) => ({
      ...now,
      addressees: now.addressees.map((one) => (one.uid === addressee.uid ? { ...one, ...part } : one)),
    }))
  return (
    <Field
      path={path}
      label={name}
      onChoose={({ librarianId, schoolId }) =>
        set({ librarianId, schoolId, kind: schoolId === null ? 'person' : 'school' })
      }
    >
      <div className={classes.addressee}>
        <SelectField
          bare
          ariaLabel={`${name}: вид`}
          choices={addresseeKinds}
          value={addressee.kind}
          onChange={(kind) => set({ kind, librarianId: null, schoolId: null })}
        />
        <TextField
          bare
          ariaLabel={name}
          placeholder="руководителям ИБЦ"
          value={addressee.text}
          onChange={(text) => set({ text })}
        />
        {addressee.kind === 'person' && (
          <LibrarianField
            bare
            ariaLabel={`${name}: кто это в банке`}
            placeholder="нет в банке"
            value={addressee.librarianId}
            onChange={(librarianId) => set({ librarianId })}
          />
        )}
        {addressee.kind === 'school' && (
          <SchoolField
            bare
            ariaLabel={`${name}: какая школа`}
            placeholder="школа не указана"
            value={addressee.schoolId}
            onChange={(schoolId) => set({ schoolId })}
          />
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Убрать: ${addressee.text || name}`}
          onClick={() =>
            removeIn(path, (m) => updateDecision(m, decision.uid, (now) => removeAddressee(now, addressee.uid)))
          }
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
    </Field>
  )
}

function Dues({ decision, date, name }: { decision: Decision; date: string | null; name: string }) {
  const { decision: set, paper } = useProtocol()
  const room = `decisions/${decision.uid}/dues`
  const day = { date, period: null }
  const remove = (index: number) =>
    paper((now) => {
      const next = updateDecision({ ...now.protocol, seriesId: 0, date: '' }, decision.uid, (one) =>
        removeDue(one, index),
      )
      const protocol = { ...now.protocol, agenda: next.agenda, decisions: next.decisions }
      return withoutIndex({ ...now, protocol }, room, index)
    })
  return (
    <fieldset className={classes.subrows} aria-label={`${name}: срок`}>
      {decision.dues.map((due, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dues have no name but their place
        <Field key={index} path={`${room}/${index}`} label={`${name}, срок`}>
          <div className={classes.due}>
            <TextField
              bare
              ariaLabel={`${name}, срок${decision.dues.length > 1 ? ` ${index + 1}` : ''}`}
              placeholder="до 10 октября"
              value={due.text}
              onChange={(text) => set(`${room}/${index}`, decision.uid, (now) => retypeDue(now, index, text, day))}
            />
            <span className={classes.meaning}>{dueMeaning(due)}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={`Убрать срок: ${due.text || name}`}
              onClick={() => remove(index)}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </div>
        </Field>
      ))}
      <AddButton
        title="Срок"
        onClick={() =>
          set(room, decision.uid, (now) => ({
            ...now,
            dues: [...now.dues, { text: '', range: null, from: null, to: null, recurrence: null }],
          }))
        }
      />
    </fieldset>
  )
}
