import { ActionIcon, Button } from '@mantine/core'
import { newUid, type PersonRef } from '@shared/contract/fields'
import { IconPlus, IconX } from '@tabler/icons-react'
import { isEmptyPerson, nobody } from '../../model/blank'
import { textOfPerson } from '../../model/people'
import { useEditor } from '../EditorContext'
import { RemarksAt } from '../lines/Remarks'
import classes from './PeopleList.module.css'
import { PersonInput } from './PersonInput'

type Listed = PersonRef & { uid: string }

export interface PeopleListProps {
  /** «Докладчики», «Председательствующие». */
  label: string
  /** Of the button: «Докладчик». */
  add: string
  field: string
  people: readonly Listed[]
  onChange: (people: Listed[]) => void
}

/** Several people, each in a line of her own; Enter in the last line opens the next. */
export function PeopleList({ label, add, field, people, onChange }: PeopleListProps) {
  const editor = useEditor()
  const { readOnly } = editor
  const fieldAt = (index: number) => (index === 0 ? field : `${field}:${index}`)
  const append = () => {
    const last = people.at(-1)
    if (last && isEmptyPerson(last)) return editor.focusField(fieldAt(people.length - 1))
    onChange([...people, { uid: newUid(), ...nobody }])
    editor.focusField(fieldAt(people.length))
  }
  return (
    <fieldset className={classes.list} aria-label={label}>
      {people.length > 0 && <span className={classes.label}>{people.length === 1 ? add : label}</span>}
      {people.map((person, index) => (
        <div key={person.uid} className={classes.row}>
          <PersonInput
            field={fieldAt(index)}
            label={`${add}${people.length > 1 ? ` ${index + 1}` : ''}`}
            value={person}
            readOnly={readOnly}
            librarians={editor.librarians}
            onChange={(value) =>
              onChange(people.map((one) => (one.uid === person.uid ? { ...value, uid: one.uid } : one)))
            }
          />
          {!readOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={`Убрать: ${textOfPerson(person) || add.toLowerCase()}`}
              onClick={() => onChange(people.filter((one) => one.uid !== person.uid))}
            >
              <IconX size={15} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {!readOnly && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          fz={13}
          h={28}
          fw={400}
          className={classes.add}
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={append}
        >
          {add}
        </Button>
      )}
      <RemarksAt field={field} />
    </fieldset>
  )
}
