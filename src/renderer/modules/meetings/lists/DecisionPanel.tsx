import { ActionIcon, Alert, Anchor, Button, Stack } from '@mantine/core'
import type { Output } from '@shared/contract'
import { type Execution, executionStates } from '@shared/contract/meetings'
import { todayIso } from '@shared/domain/dates'
import { dueSummary } from '@shared/domain/due/summary'
import { IconCheck, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import { errorSentence } from '../../../app/toasts'
import { useAutosave } from '../../../app/useAutosave'
import { DueStateMark } from '../../../components/DueStateMark'
import { DateField } from '../../../components/fields/DateField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { formatDay } from '../../../components/format'
import { RecordPanel } from '../../../components/RecordPanel'
import { type MarksOf, marksBy, newMark } from '../model/executions'
import classes from './Panels.module.css'
import { RoadmapItems } from './RoadmapItems'

type Details = Output<'decisions.get'>

/** A decision beside the register: who has done it, when, and what shows it. */
export function DecisionPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const details = useCall('decisions.get', { id })
  if (details.error) {
    return (
      <Stack p="md">
        <Alert color="red">{errorSentence(details.error)}</Alert>
        <Button variant="default" onClick={onClose}>
          Закрыть
        </Button>
      </Stack>
    )
  }
  return details.data ? <OpenDecision details={details.data} onClose={onClose} /> : null
}

function OpenDecision({ details, onClose }: { details: Details; onClose: () => void }) {
  const { id, decision } = details
  const go = useGo()
  const [saved, setSaved] = useState(details.executions)
  const [executions, setExecutions] = useState(details.executions)
  const [fresh, setFresh] = useState<string | null>(null)
  const dirty = executions !== saved
  const shown = useRef({ dirty })
  shown.current.dirty = dirty

  // An undo, or another window: what is not being typed here is taken as it is.
  useEffect(() => {
    if (shown.current.dirty) return
    setSaved(details.executions)
    setExecutions(details.executions)
  }, [details.executions])

  const autosave = useAutosave({
    key: `decision:${id}`,
    value: executions,
    dirty,
    commit: async (value: Execution[]) => {
      await call('decisions.mark', { id, executions: value })
      setSaved(value)
    },
  })
  const change = (uid: string, patch: Partial<Execution>) =>
    setExecutions((now) => now.map((mark) => (mark.uid === uid ? { ...mark, ...patch } : mark)))
  return (
    <RecordPanel
      title={`Решение ${details.number}`}
      subtitle={<DueStateMark state={details.state} />}
      onClose={onClose}
      onBlur={autosave.onBlur}
      history={{ record: 'decision', id }}
      tabs={[
        {
          id: 'main',
          title: 'Исполнение',
          content: (
            <div className={classes.container}>
              <p className={classes.text}>{decision.text}</p>
              <Facts
                details={details}
                onMeeting={() => go(`/meetings/${details.meetingId}?decision=${decision.uid}`)}
              />
              {autosave.error && (
                <Alert color="red" mb="sm" role="alert">
                  {autosave.error}
                </Alert>
              )}
              {marksBy(details, executions).map((one) => (
                <Who
                  key={one.addresseeUid ?? 'whole'}
                  who={one}
                  fresh={fresh}
                  onAdd={() => {
                    const mark = newMark(one.addresseeUid, todayIso(new Date()))
                    setFresh(mark.uid)
                    setExecutions((now) => [...now, mark])
                  }}
                  onChange={change}
                  onRemove={(uid) => setExecutions((now) => now.filter((mark) => mark.uid !== uid))}
                />
              ))}
              <RoadmapItems decisionUid={decision.uid} />
              {details.carriedTo.length > 0 && (
                <>
                  <h3 className={classes.heading}>Перенесено</h3>
                  <ul className={classes.links}>
                    {details.carriedTo.map((later) => (
                      <li key={later.meetingId}>
                        <Anchor component="button" type="button" onClick={() => go(`/meetings/${later.meetingId}`)}>
                          {later.text}
                        </Anchor>
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </div>
          ),
        },
      ]}
    />
  )
}

function Facts({ details, onMeeting }: { details: Details; onMeeting: () => void }) {
  return (
    <dl className={classes.facts}>
      <div>
        <dt>Протокол</dt>
        <dd>
          <Anchor component="button" type="button" ta="left" onClick={onMeeting}>
            {details.meeting} от {formatDay(details.meetingDate)}
          </Anchor>
        </dd>
      </div>
      {details.itemTitle !== null && (
        <div>
          <dt>Вопрос</dt>
          <dd>{details.itemTitle}</dd>
        </div>
      )}
      <div>
        <dt>Срок</dt>
        <dd>{dueSummary(details.decision.dues) || 'не указан'}</dd>
      </div>
    </dl>
  )
}

interface WhoProps {
  who: MarksOf
  /** The mark just added: its evidence is to be typed. */
  fresh: string | null
  onAdd: () => void
  onChange: (uid: string, patch: Partial<Execution>) => void
  onRemove: (uid: string) => void
}

function Who({ who, fresh, onAdd, onChange, onRemove }: WhoProps) {
  return (
    <section className={classes.who} aria-label={who.title}>
      <div className={classes.whoHead}>
        <span>{who.title}</span>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconCheck size={15} aria-hidden />}
          aria-label={`Отметить исполнение: ${who.title}`}
          onClick={onAdd}
        >
          Отметить
        </Button>
      </div>
      {who.marks.map((mark) => (
        <div key={mark.uid} className={classes.mark}>
          <div className={classes.markState}>
            <SelectField
              bare
              label="Отметка"
              choices={executionStates}
              value={mark.state}
              onChange={(state) => onChange(mark.uid, { state })}
            />
          </div>
          <div className={classes.markOn}>
            <DateField
              bare
              label="Дата"
              value={mark.on === '' ? null : mark.on}
              onChange={(on) => onChange(mark.uid, { on: on ?? '' })}
              mandatory
            />
          </div>
          <div className={classes.markEvidence}>
            <TextField
              bare
              label="Подтверждение"
              placeholder="справка, ссылка, приказ"
              value={mark.evidence}
              autoFocus={mark.uid === fresh}
              onChange={(evidence) => onChange(mark.uid, { evidence })}
            />
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            className={classes.markRemove}
            aria-label={`Убрать отметку: ${who.title}`}
            onClick={() => onRemove(mark.uid)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
    </section>
  )
}
