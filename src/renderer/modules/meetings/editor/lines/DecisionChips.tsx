import { ActionIcon, Button } from '@mantine/core'
import type { Addressee, Decision, Due } from '@shared/contract/meetings'
import { formatDate, isRealDate } from '@shared/domain/dates'
import { dueText } from '@shared/domain/due/summary'
import { IconBuilding, IconCalendarDue, IconPlus, IconRepeat, IconUser, IconUsers, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Candidate, Sources } from '../../model/candidates'
import { addDueApart, removeAddressee, removeDue } from '../../model/decision-text'
import { fieldOf } from '../../model/fields'
import { useEditor } from '../EditorContext'
import { AddresseeInput } from '../inputs/AddresseeInput'
import classes from './Lines.module.css'

export interface DecisionChipsProps {
  decision: Decision
  number: string
  people: Sources
  onChange: (step: (now: Decision) => Decision) => void
  onAddressee: (candidate: Candidate) => void
}

/** Whom the decision binds and by when, as the program has understood it. */
export function DecisionChips({ decision, number, people, onChange, onAddressee }: DecisionChipsProps) {
  const editor = useEditor()
  const [adding, setAdding] = useState<'addressee' | 'due' | null>(null)
  const { readOnly } = editor
  const back = () => {
    setAdding(null)
    editor.focusField(fieldOf.decision(decision.uid))
  }
  return (
    <div className={classes.chips}>
      {decision.addressees.map((addressee) => (
        <Chip
          key={addressee.uid}
          kind="addressee"
          icon={addresseeIcons[addressee.kind]}
          text={addressee.text}
          remove={
            readOnly
              ? null
              : { name: `Убрать: ${addressee.text}`, run: () => onChange((now) => removeAddressee(now, addressee.uid)) }
          }
        />
      ))}
      {decision.dues.map((due, index) => (
        <Chip
          key={`${due.text}:${due.range?.[0] ?? index}`}
          kind="due"
          icon={
            due.recurrence === null ? <IconCalendarDue size={14} aria-hidden /> : <IconRepeat size={14} aria-hidden />
          }
          text={dueText(due)}
          detail={derivedOf(due)}
          remove={
            readOnly ? null : { name: `Убрать срок: ${due.text}`, run: () => onChange((now) => removeDue(now, index)) }
          }
        />
      ))}
      {!readOnly && adding !== 'addressee' && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          fz={13}
          h={28}
          fw={400}
          leftSection={<IconPlus size={13} aria-hidden />}
          aria-label={`Кому: добавить к решению ${number}`}
          onClick={() => setAdding('addressee')}
        >
          Кому
        </Button>
      )}
      {adding === 'addressee' && (
        <AddresseeInput
          field={fieldOf.addressee(decision.uid)}
          label={`Кому поручено решение ${number}`}
          people={people}
          onPick={(candidate) => {
            onAddressee(candidate)
            back()
          }}
          onClose={back}
        />
      )}
      {!readOnly && adding !== 'due' && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          fz={13}
          h={28}
          fw={400}
          leftSection={<IconPlus size={13} aria-hidden />}
          aria-label={`Срок: добавить к решению ${number}`}
          onClick={() => setAdding('due')}
        >
          Срок
        </Button>
      )}
      {adding === 'due' && (
        <DueInput
          field={fieldOf.due(decision.uid)}
          label={`Срок решения ${number}`}
          onDone={(words) => {
            onChange((now) => addDueApart(now, words, editor.read))
            back()
          }}
          onClose={back}
        />
      )}
    </div>
  )
}

const addresseeIcons: Record<Addressee['kind'], ReactNode> = {
  group: <IconUsers size={14} aria-hidden />,
  role: <IconUser size={14} aria-hidden />,
  person: <IconUser size={14} aria-hidden />,
  school: <IconBuilding size={14} aria-hidden />,
}

interface ChipProps {
  kind: 'addressee' | 'due'
  icon: ReactNode
  text: string
  detail?: string
  remove: { name: string; run: () => void } | null
}

function Chip({ kind, icon, text, detail, remove }: ChipProps) {
  return (
    <span className={classes.chip} data-kind={kind}>
      {icon}
      <span className={classes.chipText}>{text}</span>
      {detail && <span className={classes.chipDetail}>{detail}</span>}
      {remove && (
        <ActionIcon variant="transparent" color="gray" size={26} aria-label={remove.name} onClick={remove.run}>
          <IconX size={13} aria-hidden />
        </ActionIcon>
      )}
    </span>
  )
}

/** The day the words were read as, where they do not say it themselves: this is where a wrong year shows. */
function derivedOf(due: Due): string {
  if (due.to === null || !isRealDate(due.to) || due.recurrence !== null) return ''
  return /\b(?:19|20)\d{2}\b/u.test(due.text) ? '' : `по ${formatDate(due.to, 'digits')}`
}

function DueInput(props: { field: string; label: string; onDone: (words: string) => void; onClose: () => void }) {
  const [words, setWords] = useState('')
  return (
    <input
      className={classes.small}
      data-field={props.field}
      aria-label={props.label}
      placeholder="до 10 октября"
      // biome-ignore lint/a11y/noAutofocus: opened by the person, who goes on to type
      autoFocus
      value={words}
      onChange={(event) => setWords(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Enter' && words.trim() !== '') props.onDone(words)
        else props.onClose()
      }}
      onBlur={() => (words.trim() === '' ? props.onClose() : props.onDone(words))}
    />
  )
}
