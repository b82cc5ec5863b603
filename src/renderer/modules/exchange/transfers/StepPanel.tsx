import { Alert, Button, Group, Text } from '@mantine/core'
import type { Transfer, TransferRecord } from '@shared/contract/transfers'
import { isRealDate, todayIso } from '@shared/domain/dates'
import { formatNumber } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import { IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { call } from '../../../app/api'
import { undoLast } from '../../../app/queries'
import { errorSentence, showDone } from '../../../app/toasts'
import { DateField } from '../../../components/fields/DateField'
import { copiesShort } from '../../../components/lots/words'
import type { RecordForm } from '../../../components/record/useRecordForm'
import { canCancel, canGoBack, nextStep, type StepName } from '../model/steps'
import type { StepEntries } from './entries'
import classes from './Transfers.module.css'

export interface StepPanelProps {
  form: RecordForm<Transfer>
  record: TransferRecord
  entries: StepEntries | null
  onDone: () => void
}

const said: Readonly<Record<StepName, string>> = {
  agree: 'Передача согласована.',
  hand: 'Книги выданы: они ушли из остатков школы-передатчика.',
  receive: 'Книги приняты: они в остатках школы-получателя.',
  return: 'Возврат записан.',
}

/** The next step as a verb, the day it is done on, and the ways back. */
export function StepPanel({ form, record, entries, onDone }: StepPanelProps) {
  const next = nextStep(record)
  const [on, setOn] = useState<string | null>(() => todayIso(new Date()))
  const [error, setError] = useState<AppError | null>(null)
  const [busy, setBusy] = useState(false)
  // A refusal is about the step it was refused at.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is the reason, not an ingredient
  useEffect(() => setError(null), [record.state, record.revision])

  const run = async (words: string, work: (day: string) => Promise<unknown>) => {
    if (on === null || !isRealDate(on)) {
      setError(new AppError('invalid-input', 'Укажите дату: день, месяц и год.'))
      return
    }
    setBusy(true)
    setError(null)
    try {
      await form.autosave.flush()
      await work(on)
      onDone()
      showDone(words, { label: 'Отменить', run: () => void undoLast() })
    } catch (failure) {
      setError(failure instanceof AppError ? failure : new AppError('internal', errorSentence(failure)))
    } finally {
      setBusy(false)
    }
  }
  const { id } = record
  const step = (correct: boolean) => {
    switch (next?.step) {
      case 'agree':
        return run(said.agree, (day) => call('transfers.agree', { id, on: day }))
      case 'hand':
        return run(said.hand, (day) => call('transfers.hand', { id, on: day, correct }))
      case 'receive':
        return run(said.receive, (day) =>
          call('transfers.receive', {
            id,
            on: day,
            received: (entries?.lines ?? []).map(({ uid, copies }) => ({ uid, copies: copies ?? 0 })),
          }),
        )
      case 'return':
        return run(said.return, (day) =>
          call('transfers.return', {
            id,
            on: day,
            lines: (entries?.lines ?? []).flatMap(({ uid, copies }) => (copies ? [{ uid, copies }] : [])),
          }),
        )
      default:
        return Promise.resolve()
    }
  }
  const isNothing = entries?.kind === 'return' && entries.copies === 0
  const lacking = entries?.kind === 'receive' ? entries.most - entries.copies : 0
  return (
    <>
      <div className={classes.step}>
        {next && (
          <>
            <Button
              loading={busy}
              disabled={entries?.isFaulty || isNothing}
              leftSection={<IconCheck size={17} aria-hidden />}
              onClick={() => void step(false)}
            >
              {next.step === 'return' && entries && entries.copies < entries.most
                ? `Вернуть ${copiesShort(entries.copies)} из ${formatNumber(entries.most)}`
                : next.verb}
            </Button>
            <div className={classes.stepDay}>
              <DateField ariaLabel={next.day} value={on} onChange={setOn} mandatory />
            </div>
          </>
        )}
        {record.state === 'cancelled' && <Text c="dimmed">Передача отменена: книги свободны для других.</Text>}
      </div>
      <div className={classes.ways}>
        {canGoBack(record.state) && (
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={busy}
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => void run('Передача на шаг раньше.', (day) => call('transfers.back', { id, on: day }))}
          >
            Шаг назад
          </Button>
        )}
        {canCancel(record.state) && (
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={busy}
            leftSection={<IconX size={16} aria-hidden />}
            onClick={() => void run('Передача отменена.', () => call('transfers.cancel', { id }))}
          >
            Отменить передачу
          </Button>
        )}
      </div>
      {lacking > 0 && !entries?.isFaulty && (
        <Text size="sm" c="dimmed" mb="sm">
          Не пришло {copiesShort(lacking)}: они вернутся в остатки школы-передатчика.
        </Text>
      )}
      {error && (
        <Alert color="red" mb="md" role="alert">
          {error.message}
          {error.code === 'not-enough' && next?.step === 'hand' && (
            <Group mt="xs">
              <Button size="xs" variant="default" disabled={busy} onClick={() => void step(true)}>
                Внести недостающее как инвентаризацию и выдать
              </Button>
            </Group>
          )}
        </Alert>
      )}
    </>
  )
}
