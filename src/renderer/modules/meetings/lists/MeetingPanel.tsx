import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import type { MeetingRecord } from '@shared/contract/meetings'
import { meetingFormats, meetingStates } from '@shared/contract/meetings'
import { presentAt } from '@shared/domain/meeting-warnings'
import { counted } from '@shared/domain/text/plural'
import { IconFileText, IconRepeat } from '@tabler/icons-react'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { undoLast, useCall } from '../../../app/queries'
import { errorSentence, showDone, showError } from '../../../app/toasts'
import { formatDay } from '../../../components/format'
import { OriginalPaperButton } from '../../../components/OriginalPaper'
import { savePaper } from '../../../components/paper/files'
import { WordButton } from '../../../components/paper/WordButton'
import { RecordPanel } from '../../../components/RecordPanel'
import { RemoveButton } from '../../../components/RemoveButton'
import { protocolName } from '../model/titles'
import { MeetingTransfers } from './MeetingTransfers'
import classes from './Panels.module.css'

/** A meeting beside the list: what it was about, and the way into its protocol. */
export function MeetingPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const record = useCall('meetings.get', { id })
  const go = useGo()
  if (record.error) {
    return (
      <Stack p="md">
        <Alert color="red">{errorSentence(record.error)}</Alert>
        <Button variant="default" onClick={onClose}>
          Закрыть
        </Button>
      </Stack>
    )
  }
  if (!record.data) return null
  const { meeting, state, series } = record.data
  const name = protocolName(meeting)
  const remove = async () => {
    try {
      await call('meetings.remove', { id })
      onClose()
      showDone(`Удалено: ${name}`, { label: 'Отменить', run: () => void undoLast() })
    } catch (error) {
      showError(error)
      throw error
    }
  }
  return (
    <RecordPanel
      title={name}
      subtitle={`${series.name} · ${meetingStates[state]}${record.data.signedOn ? ` ${formatDay(record.data.signedOn)}` : ''}`}
      onClose={onClose}
      history={{ record: 'meeting', id }}
      actions={
        state === 'draft' ? (
          <RemoveButton
            label="Удалить заседание"
            question={`Удалить заседание «${name}»?`}
            detail="Вместе с ним уйдут его решения и отметки об их исполнении. Удаление можно отменить."
            onRemove={remove}
          />
        ) : null
      }
      tabs={[
        {
          id: 'main',
          title: 'Заседание',
          content: (
            <>
              <Group gap={6} mb="md">
                <Button
                  size="compact-md"
                  ref={focusQuietly}
                  leftSection={<IconFileText size={16} aria-hidden />}
                  onClick={() => go(`/meetings/${id}`)}
                >
                  Открыть протокол
                </Button>
                <WordButton
                  label="Word"
                  size="compact-md"
                  variant="default"
                  onSave={(templateId) => void savePaper('papers.protocol', { meetingId: id, templateId }, name)}
                />
                <Button
                  size="compact-md"
                  variant="default"
                  leftSection={<IconRepeat size={16} aria-hidden />}
                  onClick={() => go(`/meetings/new?from=${id}`)}
                >
                  Повторить
                </Button>
                <OriginalPaperButton record="meeting" id={id} />
              </Group>
              <Overview record={record.data} />
              <MeetingTransfers meetingId={id} name={name} />
            </>
          ),
        },
      ]}
    />
  )
}

/** Enter on the row, Enter again: the protocol is open. Without scrolling, which autofocus would do. */
function focusQuietly(button: HTMLButtonElement | null): void {
  button?.focus({ preventScroll: true })
}

function Overview({ record }: { record: MeetingRecord }) {
  const { meeting } = record
  const present = presentAt(meeting)
  const facts: [string, string][] = [
    ['Когда', [formatDay(meeting.date), meeting.time ?? ''].filter(Boolean).join(', ')],
    ['Где', [meeting.place, meetingFormats[meeting.format]].filter(Boolean).join(', ')],
    ['Тема', meeting.theme],
    ['Присутствовали', present === null ? '' : counted(present, ['человек', 'человека', 'человек'])],
    ['Ведёт', meeting.chairs.map((chair) => chair.name).join(', ')],
    ['Секретарь', meeting.secretary?.name ?? ''],
  ]
  return (
    <>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([title, value]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <h3 className={classes.heading}>Повестка и решения</h3>
      {meeting.agenda.length === 0 && meeting.decisions.length === 0 && (
        <Text size="sm" c="dimmed">
          Пока пусто.
        </Text>
      )}
      <ol className={classes.agenda}>
        {meeting.agenda.map((item) => (
          <li key={item.uid}>
            {item.title || 'Вопрос без названия'}
            <DecisionTexts texts={item.decisions.map((decision) => decision.text)} />
          </li>
        ))}
      </ol>
      <DecisionTexts texts={meeting.decisions.map((decision) => decision.text)} />
    </>
  )
}

function DecisionTexts({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <ul className={classes.decisions}>
      {texts.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shown only, in their order
        <li key={index}>{text}</li>
      ))}
    </ul>
  )
}
