import type { PersonRef } from '@shared/contract/fields'
import type { AttendanceEntry } from '@shared/contract/meetings'
import { type KeyboardEvent, useState } from 'react'
import { entryOf } from '../../model/attendance'
import { isEmptyPerson, newAttendance, nobody } from '../../model/blank'
import { fieldOf } from '../../model/fields'
import { useEditor } from '../EditorContext'
import { PersonInput } from '../inputs/PersonInput'
import classes from './AttendanceView.module.css'

/** One more who came: of the bank, or a guest by name. Enter adds her and waits for the next. */
export function AddAttendee({ onAdd }: { onAdd: (entry: AttendanceEntry) => void }) {
  const { librarians } = useEditor()
  const [person, setPerson] = useState<PersonRef>(nobody)
  const change = (next: PersonRef) => {
    const known = next.librarianId === null ? undefined : librarians.find((one) => one.id === next.librarianId)
    if (known) {
      onAdd(entryOf(known))
      setPerson({ ...nobody })
    } else setPerson(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.defaultPrevented || isEmptyPerson(person)) return
    event.preventDefault()
    event.stopPropagation()
    onAdd(newAttendance(person))
    setPerson({ ...nobody })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter of the input inside
    <div className={classes.addRow} onKeyDown={onKeyDown}>
      <PersonInput
        field={fieldOf.attendance('add')}
        label="Добавить в список"
        withLabel
        placeholder="Фамилия И.О., должность — и Enter"
        value={person}
        readOnly={false}
        librarians={librarians}
        onChange={change}
      />
    </div>
  )
}
