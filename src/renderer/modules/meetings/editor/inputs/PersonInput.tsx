import type { PersonRef } from '@shared/contract/fields'
import { IconLink } from '@tabler/icons-react'
import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { optionId, PickList } from '../../../../components/pick/PickList'
import { usePick } from '../../../../components/pick/usePick'
import type { LibrarianOption } from '../../model/attendance'
import type { FieldKey } from '../../model/fields'
import { findPeople, personOfOption, retypePerson, textOfPerson } from '../../model/people'
import classes from './PersonInput.module.css'

export interface PersonInputProps {
  field: FieldKey
  value: PersonRef
  label: string
  placeholder?: string
  readOnly: boolean
  librarians: readonly LibrarianOption[]
  onChange: (person: PersonRef) => void
  /** Enter on a name: the caret goes on to the text. */
  onDone?: () => void
  /** Shows the label over the field. */
  withLabel?: boolean
  /** In a line of the minutes: a frame only while it is pointed at. */
  quiet?: boolean
}

/**
 * A person in one line, as minutes are taken: a few letters and Enter for someone of the bank, or «Фамилия И.О.,
 * должность» for anyone else.
 */
export function PersonInput(props: PersonInputProps) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(() => textOfPerson(props.value))
  const [known, setKnown] = useState(props.value)
  const choose = (option: LibrarianOption) => {
    const person = personOfOption(option)
    setKnown(person)
    setText(textOfPerson(person))
    props.onChange(person)
    props.onDone?.()
  }
  const pick = usePick<LibrarianOption>(choose, { tabPicks: true })

  // The person came from elsewhere (an undo, another meeting): her name replaces what stood here.
  useEffect(() => {
    if (props.value === known) return
    setKnown(props.value)
    setText((now) => (sameWords(now, textOfPerson(props.value)) ? now : textOfPerson(props.value)))
  }, [props.value, known])

  const offer = (query: string) => {
    const anchor = input.current?.getBoundingClientRect()
    pick.show(anchor ? { options: findPeople(query, props.librarians), anchor } : null)
  }
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const typed = event.currentTarget.value
    const person = retypePerson(props.value, typed)
    setText(typed)
    setKnown(person)
    props.onChange(person)
    // After the comma comes her position: names have nothing to offer there.
    offer(typed.includes(',') ? '' : typed)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (pick.onKeyDown(event) || props.readOnly) return
    if (event.key === 'ArrowDown' && event.altKey && !event.ctrlKey) {
      event.preventDefault()
      event.stopPropagation()
      const anchor = input.current?.getBoundingClientRect()
      if (anchor) pick.show({ options: props.librarians.slice(0, 50), anchor })
    }
  }
  return (
    <div className={classes.root}>
      {props.withLabel && (
        <label className={classes.label} htmlFor={`in-${props.field}`}>
          {props.label}
        </label>
      )}
      <input
        ref={input}
        id={`in-${props.field}`}
        className={classes.input}
        data-quiet={props.quiet || undefined}
        data-field={props.field}
        aria-label={props.withLabel ? undefined : props.label}
        aria-autocomplete="list"
        role="combobox"
        aria-expanded={pick.open !== null}
        aria-controls={pick.open ? pick.id : undefined}
        aria-activedescendant={pick.open ? optionId(pick.id, pick.active) : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        title={text}
        placeholder={props.placeholder ?? 'Фамилия И.О., должность'}
        readOnly={props.readOnly}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onBlur={() => pick.show(null)}
      />
      {props.value.librarianId !== null && (
        <IconLink className={classes.link} size={14} role="img" aria-label="из банка библиотекарей" />
      )}
      {pick.open && (
        <PickList
          id={pick.id}
          title="Библиотекари"
          options={pick.open.options.map((option) => ({
            key: String(option.id),
            label: option.name,
            detail: [option.position, option.school].filter(Boolean).join(', '),
          }))}
          active={pick.active}
          anchor={pick.open.anchor}
          onHover={pick.setActive}
          onPick={(index) => {
            const option = pick.open?.options[index]
            pick.show(null)
            if (option) choose(option)
          }}
        />
      )}
    </div>
  )
}

function sameWords(a: string, b: string): boolean {
  return a.replace(/\s+/gu, ' ').replace(/,\s*$/u, '').trim() === b
}
