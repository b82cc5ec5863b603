import type { Phrase } from '@shared/contract/meetings'
import { type ChangeEvent, type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { optionId, PickList, type PickOption } from '../../../../components/pick/PickList'
import { caseAt, replaceRange, type Trigger, triggerBefore } from '../../../../components/pick/trigger'
import { usePick } from '../../../../components/pick/usePick'
import { type Candidate, candidatesFor, exactPhrase, phrasesFor, type Sources } from '../../model/candidates'
import { type Mark, pieces } from '../../model/decision-text'
import type { FieldKey } from '../../model/fields'
import { linesToPaste } from '../../model/paste'
import classes from './ChipText.module.css'
import { caretRect, typeInto } from './caret'

export interface ChipTextProps {
  field: FieldKey
  value: string
  /** What the text is, for readers of the screen. */
  label: string
  placeholder?: string
  readOnly: boolean
  invalid?: boolean
  describedBy?: string | undefined
  marks?: readonly Mark[]
  phrases: readonly Phrase[]
  /** Null: «@» is an ordinary sign here. */
  people: Sources | null
  onChange: (text: string, caret: number) => void
  /** Several lines pasted into an empty field, without their numbers. */
  onPasteLines?: (lines: string[]) => void
  /** Someone was chosen with «@»; her words already stand in the text. */
  onPerson?: (candidate: Candidate, words: string) => void
}

type Choice = { trigger: Trigger } & ({ candidate: Candidate } | { phrase: Phrase })

const noMarks: readonly Mark[] = []

/** Plain paragraphs that grow with their text; chips in it are coloured by a mirror that lies under the letters. */
export function ChipText(props: ChipTextProps) {
  const { value, marks = noMarks } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const mirror = useRef<HTMLDivElement>(null)
  /** Set by typing, so that texts changed from elsewhere open no list. */
  const typed = useRef(false)
  /** The start of a sign that was closed with Escape: it stays closed. */
  const closedAt = useRef<number | null>(null)
  const pick = usePick<Choice>((choice) => insert(choice), { tabPicks: true })

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once per typed text, when the mirror holds it
  useLayoutEffect(() => {
    if (!typed.current || !field.current) return
    typed.current = false
    // The chips under the text are to be seen too while it grows.
    field.current.scrollIntoView({ block: 'nearest' })
    lookForTrigger(field.current)
  }, [value])

  function lookForTrigger(at: HTMLTextAreaElement): void {
    const trigger = triggerBefore(at.value, at.selectionStart)
    if (!trigger || !mirror.current) {
      closedAt.current = null
      pick.show(null)
      return
    }
    if (closedAt.current === trigger.range[0]) return
    pick.show({ options: choicesFor(trigger, props), anchor: caretRect(mirror.current, trigger.range[0]) })
  }

  function insert(choice: Choice): void {
    const at = field.current
    if (!at) return
    const { trigger } = choice
    const plain = 'phrase' in choice ? choice.phrase.text : choice.candidate.words
    const words = caseAt(at.value, trigger.range[0], plain)
    const next = replaceRange(at.value, trigger.range, words)
    const [start, end] = trigger.range
    typeInto(at, start, end, next.text.slice(start, next.text.length - (at.value.length - end)))
    at.setSelectionRange(next.caret, next.caret)
    if ('candidate' in choice) props.onPerson?.(choice.candidate, words)
  }

  const onChange = (event: ChangeEvent<HTMLTextAreaElement>) => {
    typed.current = true
    props.onChange(event.currentTarget.value, event.currentTarget.selectionStart)
  }

  const onPaste = (event: ClipboardEvent) => {
    const lines = value === '' ? linesToPaste(event.clipboardData.getData('text/plain')) : null
    if (!lines || !props.onPasteLines || props.readOnly) return
    event.preventDefault()
    props.onPasteLines(lines)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const at = event.currentTarget
    const trigger = pick.open ? triggerBefore(at.value, at.selectionStart) : null
    if (pick.onKeyDown(event)) {
      if (event.key === 'Escape') closedAt.current = trigger?.range[0] ?? null
      return
    }
    if (props.readOnly || event.ctrlKey || event.altKey || event.shiftKey) return
    if (event.key === 'F8' && props.people) {
      event.preventDefault()
      typeSign(at, '@')
    } else if (event.key === 'F3') {
      event.preventDefault()
      if (!expandWord(at)) typeSign(at, '/')
    }
  }

  /** As F3 does in Word: a key typed in full becomes its phrase. */
  function expandWord(at: HTMLTextAreaElement): boolean {
    const caret = at.selectionStart
    const word = /[\p{L}\p{N}-]+$/u.exec(at.value.slice(0, caret))?.[0]
    const phrase = word === undefined ? undefined : exactPhrase(word, props.phrases)
    if (!phrase || word === undefined) return false
    insert({ phrase, trigger: { sign: '/', query: word, range: [caret - word.length, caret] } })
    return true
  }

  const active = pick.open ? optionId(pick.id, pick.active) : undefined
  return (
    <div className={classes.box}>
      <div ref={mirror} className={classes.mirror} data-mirror aria-hidden="true">
        {pieces(value, marks).map((piece, index) =>
          piece.kind === null ? (
            piece.text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name and hold no state
            <mark key={index} className={classes[piece.kind]}>
              {piece.text}
            </mark>
          ),
        )}
        {'\u200B'}
      </div>
      <textarea
        ref={field}
        className={classes.field}
        data-field={props.field}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        aria-autocomplete="list"
        aria-controls={pick.open ? pick.id : undefined}
        aria-activedescendant={active}
        rows={1}
        value={value}
        placeholder={props.placeholder}
        readOnly={props.readOnly}
        spellCheck
        lang="ru"
        onChange={onChange}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => pick.show(null)}
      />
      {pick.open && (
        <PickList
          id={pick.id}
          title={pick.open.options.some((choice) => 'phrase' in choice) ? 'Частые фразы' : 'Кому'}
          options={pick.open.options.map(optionOf)}
          active={pick.active}
          anchor={pick.open.anchor}
          onHover={pick.setActive}
          onPick={(index) => {
            const choice = pick.open?.options[index]
            pick.show(null)
            if (choice) insert(choice)
          }}
        />
      )}
    </div>
  )
}

function choicesFor(trigger: Trigger, { people, phrases }: ChipTextProps): Choice[] {
  if (trigger.sign === '/') return phrasesFor(trigger.query, phrases).map((phrase) => ({ trigger, phrase }))
  return people ? candidatesFor(trigger.query, people).map((candidate) => ({ trigger, candidate })) : []
}

function optionOf(choice: Choice): PickOption {
  if ('candidate' in choice) return choice.candidate
  return { key: `phrase:${choice.phrase.key}`, label: choice.phrase.text, detail: `/${choice.phrase.key}` }
}

/** Types «@» or «/» as she would, apart from the word before it. */
function typeSign(at: HTMLTextAreaElement, sign: string): void {
  const start = at.selectionStart
  const space = /[\p{L}\p{N}.,;:)»]$/u.test(at.value.slice(0, start)) ? ' ' : ''
  typeInto(at, start, at.selectionEnd, space + sign)
}
