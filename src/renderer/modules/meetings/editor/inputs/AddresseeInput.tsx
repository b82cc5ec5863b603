import { useRef, useState } from 'react'
import { optionId, PickList } from '../../../../components/pick/PickList'
import { usePick } from '../../../../components/pick/usePick'
import { type Candidate, candidatesFor, type Sources } from '../../model/candidates'
import classes from '../lines/Lines.module.css'

export interface AddresseeInputProps {
  field: string
  label: string
  people: Sources
  onPick: (candidate: Candidate) => void
  onClose: () => void
}

/** Chooses whom a decision binds without a word in its text; what no list knows is taken as it is typed. */
export function AddresseeInput({ field, label, people, onPick, onClose }: AddresseeInputProps) {
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const pick = usePick<Candidate>(onPick, { tabPicks: true })
  const offer = (query: string) => {
    const anchor = input.current?.getBoundingClientRect()
    pick.show(anchor ? { options: candidatesFor(query, people), anchor } : null)
  }
  return (
    <>
      <input
        ref={input}
        className={classes.small}
        data-field={field}
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={pick.open !== null}
        aria-controls={pick.open ? pick.id : undefined}
        aria-activedescendant={pick.open ? optionId(pick.id, pick.active) : undefined}
        placeholder="группа, человек, школа"
        // biome-ignore lint/a11y/noAutofocus: opened by the person, who goes on to type
        autoFocus
        value={words}
        onFocus={() => offer(words)}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          offer(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (pick.onKeyDown(event)) return
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          const typed = words.trim()
          if (event.key === 'Enter' && typed !== '') onPick(asTyped(typed))
          else onClose()
        }}
        onBlur={() => (words.trim() === '' ? onClose() : onPick(asTyped(words.trim())))}
      />
      {pick.open && (
        <PickList
          id={pick.id}
          title="Кому"
          options={pick.open.options}
          active={pick.active}
          anchor={pick.open.anchor}
          onHover={pick.setActive}
          onPick={(index) => {
            const candidate = pick.open?.options[index]
            pick.show(null)
            if (candidate) onPick(candidate)
          }}
        />
      )}
    </>
  )
}

function asTyped(words: string): Candidate {
  return { key: words, kind: 'group', label: words, detail: '', words, librarianId: null, schoolId: null }
}
