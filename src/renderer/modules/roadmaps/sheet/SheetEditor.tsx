import { type ChangeEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { type EditMode, editorKey } from '../../../components/DataGrid/model/edit/keys'
import { optionId, PickList } from '../../../components/pick/PickList'
import { triggerBefore } from '../../../components/pick/trigger'
import { usePick } from '../../../components/pick/usePick'
import { type Candidate, executorsFor } from '../model/executors'
import classes from './Sheet.module.css'

/** What became of the cell when its editor was closed by a key. */
export type Closing = { by: 'enter' | 'tab'; back: boolean } | { by: 'move'; event: KeyboardEvent } | { by: 'cancel' }

export interface SheetEditorProps {
  label: string
  text: string
  mode: EditMode
  /** Whom «@» offers; null where it is an ordinary sign. */
  people: readonly Candidate[] | null
  onText: (text: string) => void
  onMode: (mode: EditMode) => void
  onClose: (closing: Closing, text: string) => void
  /** The person has gone elsewhere. */
  onLeave: (text: string) => void
}

/** The field over a cell: grows with its text; keys are those of every sheet, «@» offers people and schools. */
export function SheetEditor(props: SheetEditorProps) {
  const { text, people } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const isClosed = useRef(false)
  const pick = usePick<Candidate>((candidate) => insert(candidate), { tabPicks: true })

  useLayoutEffect(() => {
    const at = field.current
    if (!at) return
    at.focus({ preventScroll: true })
    at.setSelectionRange(at.value.length, at.value.length)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again for each text
  useLayoutEffect(() => {
    const at = field.current
    if (!at) return
    at.style.height = 'auto'
    at.style.height = `${at.scrollHeight + 2}px`
    at.scrollIntoView({ block: 'nearest' })
  }, [text])

  function insert(candidate: Candidate): void {
    const at = field.current
    const trigger = at && triggerBefore(at.value, at.selectionStart)
    if (!at || !trigger) return
    at.setRangeText(candidate.label, trigger.range[0], trigger.range[1], 'end')
    props.onText(at.value)
  }
  const onChange = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const at = event.currentTarget
    props.onText(at.value)
    const trigger = people ? triggerBefore(at.value, at.selectionStart) : null
    pick.show(
      people && trigger?.sign === '@'
        ? { options: executorsFor(trigger.query, people), anchor: at.getBoundingClientRect() }
        : null,
    )
  }
  const close = (closing: Closing) => {
    isClosed.current = true
    props.onClose(closing, field.current?.value ?? text)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (pick.onKeyDown(event)) return
    const action = editorKey(event, {
      mode: props.mode,
      isListOpen: pick.open !== null,
      hasOptions: pick.open !== null,
      isMultiline: true,
    })
    // The sheet's own keys are not meant while one types.
    event.stopPropagation()
    if (action === null) return
    event.preventDefault()
    if (action.do === 'commit')
      close(action.next === 'move' ? { by: 'move', event } : { by: action.next, back: action.back })
    else if (action.do === 'fill') close({ by: 'enter', back: false })
    else if (action.do === 'cancel') close({ by: 'cancel' })
    else if (action.do === 'swap-mode') props.onMode(props.mode === 'enter' ? 'edit' : 'enter')
    else if (action.do === 'break-line') {
      const at = event.currentTarget
      at.setRangeText('\n', at.selectionStart, at.selectionEnd, 'end')
      props.onText(at.value)
    }
  }
  return (
    <>
      <textarea
        ref={field}
        data-editor
        className={classes.editor}
        aria-label={props.label}
        aria-autocomplete={people ? 'list' : undefined}
        aria-controls={pick.open ? pick.id : undefined}
        aria-activedescendant={pick.open ? optionId(pick.id, pick.active) : undefined}
        rows={1}
        spellCheck
        lang="ru"
        value={text}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onBlur={() => {
          pick.show(null)
          // The window may only have lost the focus to another program.
          if (!isClosed.current && document.activeElement !== field.current) props.onLeave(field.current?.value ?? text)
        }}
      />
      {pick.open && (
        <PickList
          id={pick.id}
          title="Исполнители"
          options={pick.open.options}
          active={pick.active}
          anchor={pick.open.anchor}
          onHover={pick.setActive}
          onPick={(index) => {
            const candidate = pick.open?.options[index]
            pick.show(null)
            if (candidate) insert(candidate)
          }}
        />
      )}
    </>
  )
}
