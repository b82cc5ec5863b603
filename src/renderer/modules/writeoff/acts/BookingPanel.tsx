import { Alert, Badge, Button, Text } from '@mantine/core'
import type { WriteOff, WriteOffRecord } from '@shared/contract/writeoff'
import { isRealDate, todayIso } from '@shared/domain/dates'
import { AppError } from '@shared/errors'
import { IconArrowBackUp, IconCheck, IconCircleCheck, IconCopy, IconPencil } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { undoLast } from '../../../app/queries'
import { errorSentence, showDone } from '../../../app/toasts'
import { DateField } from '../../../components/fields/DateField'
import type { RecordForm } from '../../../components/record/useRecordForm'
import classes from '../WriteOff.module.css'

const states = {
  drafted: {
    icon: IconPencil,
    color: 'gray',
    title: 'Черновик',
    words: 'Книги ещё на балансе школы, но другим уже не предлагаются.',
  },
  booked: {
    icon: IconCircleCheck,
    color: 'teal',
    title: 'Проведён',
    words: 'Книги списаны с баланса. Изменить можно только примечание.',
  },
  reversed: { icon: IconArrowBackUp, color: 'orange', title: 'Сторнирован', words: 'Книги вернулись на баланс школы.' },
} as const

/** Where the act is, and the next step as a verb. */
export function BookingPanel({ form, record }: { form: RecordForm<WriteOff>; record: WriteOffRecord }) {
  const [on, setOn] = useState<string | null>(() => todayIso(new Date()))
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const go = useGo()
  // A refusal is about the step it was refused at.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is the reason, not an ingredient
  useEffect(() => setError(null), [record.state, record.revision])

  const run = async (words: string, work: () => Promise<unknown>) => {
    setBusy(true)
    setError(null)
    try {
      await form.autosave.flush()
      await work()
      showDone(words, { label: 'Отменить', run: () => void undoLast() })
    } catch (failure) {
      setError(errorSentence(failure))
    } finally {
      setBusy(false)
    }
  }
  const { id, state, writeOff } = record
  const reverse = async () => {
    if (on === null || !isRealDate(on)) throw new AppError('invalid-input', 'Дата сторно: укажите день, месяц и год.')
    await call('writeOffs.reverse', { id, on })
  }
  const again = async () => {
    const lots = writeOff.lines.map(({ lotId, copies }) => ({ lotId, copies }))
    const { reason, reasonText, campaignId } = writeOff
    const date = todayIso(new Date())
    const { ids } = await call('writeOffs.draft', { campaignId, date, reason, reasonText, lots })
    if (ids[0] !== undefined) go(`/writeoff?open=${ids[0]}`)
  }
  const { icon: Icon, color, title, words } = states[state]
  return (
    <section className={classes.booking} aria-label="Состояние акта">
      <div className={classes.bookingLine}>
        <Badge
          variant="light"
          color={color}
          size="lg"
          radius="sm"
          tt="none"
          leftSection={<Icon size={15} aria-hidden />}
        >
          {title}
        </Badge>
        <Text size="sm" className={classes.bookingWords}>
          {words}
        </Text>
        {state === 'drafted' && (
          <Button
            size="compact-md"
            loading={busy}
            disabled={form.value.lines.length === 0}
            leftSection={<IconCheck size={17} aria-hidden />}
            onClick={() => void run('Акт проведён: книги списаны с баланса.', () => call('writeOffs.book', { id }))}
          >
            Провести
          </Button>
        )}
        {state === 'reversed' && (
          <Button
            variant="default"
            size="compact-md"
            loading={busy}
            leftSection={<IconCopy size={17} aria-hidden />}
            onClick={() => void run('Составлен новый акт с теми же книгами.', again)}
          >
            Составить заново
          </Button>
        )}
      </div>
      {state === 'booked' && (
        <div className={classes.bookingLine}>
          <Text size="sm" c="dimmed" className={classes.bookingWords}>
            Акт ошибочный? Верните книги на баланс днём:
          </Text>
          <div className={classes.bookingDay}>
            <DateField ariaLabel="Дата сторно" value={on} onChange={setOn} mandatory />
          </div>
          <Button
            variant="default"
            loading={busy}
            leftSection={<IconArrowBackUp size={17} aria-hidden />}
            onClick={() => void run('Акт сторнирован: книги вернулись на баланс.', reverse)}
          >
            Сторнировать
          </Button>
        </div>
      )}
      {error && (
        <Alert color="red" mt="xs" role="alert">
          {error}
        </Alert>
      )}
    </section>
  )
}
