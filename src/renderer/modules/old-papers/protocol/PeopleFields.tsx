import { ActionIcon, Button } from '@mantine/core'
import { newUid, type PersonRef } from '@shared/contract/fields'
import { IconPlus, IconX } from '@tabler/icons-react'
import { nobody, PersonField } from '../../../components/fields/PersonField'
import { Field } from '../review/Field'
import classes from './Protocol.module.css'
import { useProtocol } from './useProtocol'

type Listed = PersonRef & { uid: string }

export interface PeopleFieldsProps {
  /** Where they are in paths: «chairs», «agenda/<uid>/speakers». */
  room: string
  /** Of several: «Приглашённые». */
  label: string
  /** Of one: «Приглашённый». */
  one: string
  people: readonly Listed[]
  onChange: (path: string, change: (people: readonly Listed[]) => Listed[]) => void
  /** Takes a person out, with what is marked of her. */
  onRemove: (path: string, change: (people: readonly Listed[]) => Listed[]) => void
}

/** Several people, each in a line with her place in the original. */
export function PeopleFields({ room, label, one, people, onChange, onRemove }: PeopleFieldsProps) {
  const { choosePerson } = useProtocol()
  const add = () => {
    const uid = newUid()
    onChange(`${room}/${uid}`, (now) => [...now, { uid, ...nobody }])
  }
  return (
    <fieldset className={classes.people} aria-label={label}>
      {people.map((person, index) => {
        const path = `${room}/${person.uid}`
        const set = (value: PersonRef) =>
          onChange(path, (now) => now.map((row) => (row.uid === person.uid ? { ...value, uid: row.uid } : row)))
        return (
          <Field key={person.uid} path={path} label={one} onChoose={(choice) => choosePerson(person, choice, set)}>
            <div className={classes.row}>
              <div className={classes.grow}>
                <PersonField
                  {...(index === 0 ? { label: one } : { ariaLabel: `${one} ${index + 1}` })}
                  value={person}
                  onChange={set}
                />
              </div>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                className={index === 0 ? classes.underLabel : undefined}
                aria-label={`Убрать: ${person.name || one.toLowerCase()}`}
                onClick={() => onRemove(path, (now) => now.filter((row) => row.uid !== person.uid))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </div>
          </Field>
        )
      })}
      <AddButton title={one} onClick={add} />
    </fieldset>
  )
}

export interface PersonLineProps {
  path: string
  label: string
  /** Null: there is none. */
  person: PersonRef | null
  onChange: (person: PersonRef | null) => void
}

/** One person who may be absent. */
export function PersonLine({ path, label, person, onChange }: PersonLineProps) {
  const { choosePerson } = useProtocol()
  return (
    <Field path={path} label={label} onChoose={(choice) => choosePerson(person ?? nobody, choice, onChange)}>
      <PersonField
        label={label}
        value={person ?? nobody}
        onChange={(value) =>
          onChange(value.name === '' && value.position === '' && value.librarianId === null ? null : value)
        }
      />
    </Field>
  )
}

export function AddButton({ title, onClick }: { title: string; onClick: () => void }) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      className={classes.add}
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={onClick}
    >
      {title}
    </Button>
  )
}

/** Guests of the meeting. */
export function InvitedFields({ people }: { people: readonly Listed[] }) {
  const { edit, remove } = useProtocol()
  return (
    <PeopleFields
      room="invited"
      label="Приглашённые"
      one="Приглашённый"
      people={people}
      onChange={(path, change) => edit(path, (p) => ({ ...p, invited: change(p.invited) }))}
      onRemove={(path, change) => remove(path, (p) => ({ ...p, invited: change(p.invited) }))}
    />
  )
}
