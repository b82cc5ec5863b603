import { Button } from '@mantine/core'
import { addDays, isRealDate, todayIso } from '@shared/domain/dates'
import { formatNumber } from '@shared/domain/text/plural'
import { IconBookmark, IconFileText } from '@tabler/icons-react'
import { type Ref, useState } from 'react'
import { useGo } from '../../../app/navigation'
import { undoLast } from '../../../app/queries'
import { errorSentence, showDone } from '../../../app/toasts'
import { DateField } from '../../../components/fields/DateField'
import { NumberField } from '../../../components/fields/NumberField'
import { formatDay } from '../../../components/format'
import { copiesShort } from '../../../components/lots/words'
import { RESERVATION_DAYS } from '../model/blank'
import { type AskedBooks, isSubstitute, misfit, mostCopies, type OfferedBooks } from '../model/fits'
import { reserve, toTransfer } from './deal'
import classes from './Match.module.css'

export interface DealProps {
  surplus: OfferedBooks
  need: AskedBooks
  ref: Ref<HTMLDivElement>
  onDone: () => void
}

/** What is promised of the one to the other: how many copies, till when, or at once into a transfer. */
export function Deal({ surplus, need, ref, onDone }: DealProps) {
  const go = useGo()
  const most = mostCopies(surplus, need)
  const why = misfit(surplus, need)
  const [copies, setCopies] = useState<number | null>(most)
  const [until, setUntil] = useState<string | null>(() => addDays(todayIso(new Date()), RESERVATION_DAYS))
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const run = async (what: 'reserve' | 'transfer') => {
    const wrong = checkCopies(copies, surplus, need)
    if (wrong !== null || copies === null) return setError(wrong)
    if (what === 'reserve' && (until === null || !isRealDate(until))) {
      return setError('Укажите, до какого числа действует бронь: день, месяц и год.')
    }
    setBusy(true)
    setError(null)
    try {
      const undo = { label: 'Отменить', run: () => void undoLast() }
      if (what === 'reserve' && until !== null) {
        await reserve(surplus, need, copies, until)
        showDone(`Забронировано: ${copiesShort(copies)} для школы «${need.school}» до ${formatDay(until)}.`, undo)
      } else {
        const { id, isNew } = await toTransfer(surplus, need, copies)
        const words = isNew ? 'Передача составлена' : 'Добавлено в передачу'
        showDone(`${words}: ${surplus.school} → ${need.school}, ${copiesShort(copies)}`, {
          label: 'Открыть',
          run: () => go(`/exchange/transfers?open=${id}`),
        })
      }
      onDone()
    } catch (failure) {
      setError(errorSentence(failure))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className={classes.deal} ref={ref} aria-label="Что обещать">
      <p className={classes.dealWords}>
        {surplus.school} → {need.school}
        {isSubstitute(surplus, need) && why === null && (
          <span className={classes.mark}>
            замена: «{surplus.textbook}» вместо «{need.textbook}»
          </span>
        )}
      </p>
      {why === null ? (
        <form
          className={classes.dealFields}
          onSubmit={(event) => {
            event.preventDefault()
            void run('reserve')
          }}
        >
          <div className={classes.number}>
            <NumberField label={`Экз., не больше ${formatNumber(most)}`} value={copies} onChange={setCopies} />
          </div>
          <div className={classes.date}>
            <DateField label="Бронь до" value={until} onChange={setUntil} mandatory />
          </div>
          <Button type="submit" loading={busy} leftSection={<IconBookmark size={17} aria-hidden />}>
            Забронировать
          </Button>
          <Button
            variant="default"
            disabled={busy}
            leftSection={<IconFileText size={17} aria-hidden />}
            onClick={() => void run('transfer')}
          >
            В передачу
          </Button>
        </form>
      ) : (
        <p className={classes.none}>Эти книги не подходят этой школе: {why}. Выберите другую пару.</p>
      )}
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </section>
  )
}

function checkCopies(copies: number | null, surplus: OfferedBooks, need: AskedBooks): string | null {
  if (copies === null || !Number.isInteger(copies) || copies < 1)
    return 'Укажите, сколько экземпляров: целое число от 1.'
  if (copies > surplus.free) return `У школы «${surplus.school}» свободно только ${copiesShort(surplus.free)}`
  return copies > need.unmet ? `Школе «${need.school}» не хватает только ${copiesShort(need.unmet)}` : null
}
