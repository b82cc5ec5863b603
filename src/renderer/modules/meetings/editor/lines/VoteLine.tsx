import { Button, Group, Popover } from '@mantine/core'
import type { AgendaItem, Vote } from '@shared/contract/meetings'
import { presentAt } from '@shared/domain/meeting-warnings'
import { counted } from '@shared/domain/text/plural'
import { checkVote, voteTaken, voteText } from '@shared/domain/votes'
import { IconAlertTriangle, IconHandStop } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { NumberField } from '../../../../components/fields/NumberField'
import { updateItem } from '../../model/agenda'
import { noVote } from '../../model/blank'
import { fieldOf } from '../../model/fields'
import { useEditor } from '../EditorContext'
import { RemarksAt } from './Remarks'
import classes from './VoteLine.module.css'

/** How they voted, and the popover of F9 in which it is counted. */
export function VoteLine({ item }: { item: AgendaItem }) {
  const editor = useEditor()
  const { meeting, readOnly } = editor
  const open = editor.votingOn === item.uid
  const field = fieldOf.vote(item.uid)
  const present = presentAt(meeting)
  const set = (vote: Vote) => editor.change((now) => updateItem(now, item.uid, { vote }))
  const close = () => {
    editor.setVotingOn(null)
    if (editor.field) editor.focusField(editor.field)
  }
  const unanimous = () => {
    set(unanimousVote(present))
    close()
  }
  const taken = voteTaken(item.vote)
  if (readOnly && !taken) return null
  return (
    <div className={classes.line}>
      <Popover
        opened={open}
        onChange={(opened) => !opened && close()}
        position="bottom-start"
        trapFocus
        withinPortal
        shadow="md"
        width={340}
      >
        <Popover.Target>
          <button
            type="button"
            data-field={field}
            className={classes.button}
            data-taken={taken || undefined}
            disabled={readOnly}
            onClick={() => editor.setVotingOn(open ? null : item.uid)}
          >
            <IconHandStop size={15} aria-hidden />
            <span>
              {taken ? `Голосовали: ${voteText(item.vote, 'counts')}${unanimousWord(item.vote)}` : 'Голосование'}
            </span>
            {!readOnly && <kbd className={classes.key}>F9</kbd>}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          {open && (
            <VoteForm vote={item.vote} present={present} onChange={set} onUnanimous={unanimous} onClose={close} />
          )}
        </Popover.Dropdown>
      </Popover>
      <RemarksAt field={field} />
    </div>
  )
}

interface VoteFormProps {
  vote: Vote
  present: number | null
  onChange: (vote: Vote) => void
  onUnanimous: () => void
  onClose: () => void
}

function VoteForm({ vote, present, onChange, onUnanimous, onClose }: VoteFormProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = box.current?.querySelector('input')
    first?.focus()
    first?.select()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    const letter = /^[еЕtT]$/.test(event.key) && !event.ctrlKey && !event.altKey
    if (event.key === 'F9' || letter) {
      event.preventDefault()
      event.stopPropagation()
      onUnanimous()
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      event.stopPropagation()
      onClose()
    } else if (event.ctrlKey || event.key.startsWith('Arrow')) {
      // The document under the popover stays as it is while votes are counted.
      event.stopPropagation()
    }
  }
  const part = (key: 'for' | 'against' | 'abstained', label: string) => (
    <NumberField
      label={label}
      value={vote[key]}
      onChange={(value) => onChange({ ...vote, [key]: value, unanimous: false })}
    />
  )
  const problems = checkVote(vote, present)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the form, each of its fields can be used without them
    <div ref={box} onKeyDown={onKeyDown}>
      <Group gap={8} grow wrap="nowrap">
        {part('for', 'За')}
        {part('against', 'Против')}
        {part('abstained', 'Воздержались')}
      </Group>
      <p className={classes.present}>
        {present === null
          ? 'Сколько человек присутствует, ещё не указано.'
          : `Присутствует ${counted(present, people)}.`}
      </p>
      {problems.map((problem) => (
        <p key={problem.code} className={classes.problem}>
          <IconAlertTriangle size={15} aria-hidden />
          <span>{problem.text}</span>
        </p>
      ))}
      <Group gap={8} mt={8} justify="space-between">
        <Button size="compact-sm" onClick={onUnanimous}>
          Единогласно <kbd className={classes.keyOnButton}>F9</kbd>
        </Button>
        <Group gap={4}>
          {voteTaken(vote) && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onChange(noVote)}>
              Не голосовали
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={onClose}>
            Готово
          </Button>
        </Group>
      </Group>
    </div>
  )
}

const people = ['человек', 'человека', 'человек'] as const

/** Everyone present was for it; where nobody counted them, only the word is kept. */
function unanimousVote(present: number | null): Vote {
  return present === null ? { ...noVote, unanimous: true } : { for: present, against: 0, abstained: 0, unanimous: true }
}

function unanimousWord(vote: Vote): string {
  return vote.unanimous && vote.for !== null ? ' (единогласно)' : ''
}
