import { Button, Group, Modal } from '@mantine/core'
import { addDays, isRealDate, todayIso } from '@shared/domain/dates'
import { counted } from '@shared/domain/text/plural'
import { useEffect, useState } from 'react'
import { call } from '../../../app/api'
import { undoLast } from '../../../app/queries'
import { errorSentence, showDone } from '../../../app/toasts'
import { DateField } from '../../../components/fields/DateField'
import { formatDay } from '../../../components/format'
import { RESERVATION_DAYS } from '../model/blank'

/** Till when the reservations hold now. Null: nothing is being extended. */
export function ExtendDialog({ ids, onClose }: { ids: readonly number[] | null; onClose: () => void }) {
  const [until, setUntil] = useState<string | null>(null)
  const [error, setError] = useState<string | undefined>()
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (ids === null) return
    setUntil(addDays(todayIso(new Date()), RESERVATION_DAYS))
    setError(undefined)
  }, [ids])
  const extend = async () => {
    if (ids === null) return
    if (until === null || !isRealDate(until)) return setError('Укажите, до какого числа продлить бронь.')
    setBusy(true)
    try {
      for (const id of ids) await call('reservations.extend', { id, expiresOn: until })
      // Each is a step of its own: several are not undone by one button.
      const undo = { label: 'Отменить', run: () => void undoLast() }
      showDone(
        ids.length === 1
          ? `Бронь действует до ${formatDay(until)}.`
          : `Действуют до ${formatDay(until)}: ${counted(ids.length, ['бронь', 'брони', 'броней'])}`,
        ids.length === 1 ? undo : undefined,
      )
      onClose()
    } catch (failure) {
      setError(errorSentence(failure))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal opened={ids !== null} onClose={onClose} title="Продлить бронь" size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void extend()
        }}
      >
        <DateField label="Бронь до" value={until} onChange={setUntil} error={error} mandatory autoFocus />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Не продлевать
          </Button>
          <Button type="submit" loading={busy}>
            Продлить
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
