import { Alert, Button, Checkbox, Select, Skeleton, Text } from '@mantine/core'
import type { TransferRow } from '@shared/contract/transfers'
import { transferStates } from '@shared/contract/transfers'
import { isRealDate, parseTime, todayIso } from '@shared/domain/dates'
import { counted, formatNumber } from '@shared/domain/text/plural'
import { IconCalendarEvent, IconFilePlus } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import { errorSentence } from '../../../app/toasts'
import { DateField } from '../../../components/fields/DateField'
import { TextField } from '../../../components/fields/TextField'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { copiesShort } from '../../../components/lots/words'
import { savePaper } from '../../../components/paper/files'
import { WordButton } from '../../../components/paper/WordButton'
import { transferForms } from '../model/words'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'
import classes from './ExchangeMeeting.module.css'

const LAST_SERIES = 'exchange:series'
/** As many as one meeting can take. */
const MOST = 1000

/** /exchange/meeting — which transfers are done at the meeting, when and where: a draft protocol, and the exchange sheet. */
export function ExchangeMeetingPage() {
  const search: { transfers?: unknown } = useSearch({ strict: false })
  const [start] = useState(() => (Array.isArray(search.transfers) ? search.transfers.map(Number) : null))
  const transfers = useCall('transfers.list', {
    filters: [{ op: 'in', column: 'state', values: ['drafted', 'agreed'] }],
    sort: [
      { column: 'from', desc: false },
      { column: 'to', desc: false },
    ],
    limit: MOST,
  })
  const series = useCall('associations.series', {})
  const error = transfers.error ?? series.error
  return (
    <ListTabs label={exchangeTabsLabel} tabs={exchangeTabs} here="/exchange/meeting">
      {error ? (
        <Alert color="red" m="md" title="Передачи не открылись">
          {errorSentence(error)}
        </Alert>
      ) : !transfers.data || !series.data ? (
        <Skeleton height={200} m="md" />
      ) : (
        <Preparing rows={transfers.data.rows} series={series.data} start={start} />
      )}
    </ListTabs>
  )
}

interface PreparingProps {
  rows: readonly TransferRow[]
  series: readonly { id: number; name: string; association: string; place: string }[]
  /** Chosen in the list of transfers; null: all that are not of a meeting yet. */
  start: readonly number[] | null
}

function Preparing({ rows, series, start }: PreparingProps) {
  const go = useGo()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(start ?? rows.filter((row) => row.meeting === '').map((row) => row.id)),
  )
  const [seriesId, setSeries] = useState<string | null>(() => localStorage.getItem(LAST_SERIES))
  const [date, setDate] = useState<string | null>(todayIso(new Date()))
  const [time, setTime] = useState('')
  const own = series.find((one) => String(one.id) === seriesId) ?? series[0]
  const [place, setPlace] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  if (!own) {
    return (
      <Empty
        title="Сначала — объединение"
        text="Встречу проводит объединение: РМО, ГМО, рабочая группа. Добавьте его и ряд его заседаний."
        button="Добавить объединение"
        onClick={() => go('/associations?open=new')}
      />
    )
  }
  if (rows.length === 0) {
    return (
      <Empty
        title="Передач для встречи нет"
        text="На встречу выносят передачи, которые составлены или согласованы, но ещё не выданы. Составьте их по броням или на вкладке «Сопоставление»."
        button="Сопоставить"
        onClick={() => go('/exchange/match')}
      />
    )
  }
  const ids = rows.filter((row) => chosen.has(row.id)).map((row) => row.id)
  const picked = rows.filter((row) => chosen.has(row.id))
  const copies = picked.reduce((sum, row) => sum + row.copies, 0)
  const schools = new Set(picked.flatMap((row) => [row.fromSchoolId, row.toSchoolId])).size
  const shownPlace = place ?? own.place
  const toggle = (row: TransferRow) =>
    setChosen((now) => {
      const next = new Set(now)
      if (!next.delete(row.id)) next.add(row.id)
      return next
    })
  const prepare = async () => {
    if (ids.length === 0) return setError('Отметьте хотя бы одну передачу.')
    if (date === null || !isRealDate(date)) return setError('Укажите дату встречи: день, месяц и год.')
    const at = time.trim() === '' ? null : parseTime(time)
    if (time.trim() !== '' && at === null) return setError(`«${time}» — не время. Напишите часы и минуты: 10:00.`)
    setBusy(true)
    try {
      const { meetingId } = await call('exchange.prepareMeeting', {
        seriesId: own.id,
        date,
        time: at,
        place: shownPlace,
        transferIds: ids,
      })
      localStorage.setItem(LAST_SERIES, String(own.id))
      go(`/meetings/${meetingId}`)
    } catch (failure) {
      setError(errorSentence(failure))
      setBusy(false)
    }
  }
  return (
    <div className={classes.page}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void prepare()
        }}
      >
        <h1>Встреча для обмена</h1>
        <Text size="sm" c="dimmed">
          Программа составит черновик протокола: кто что привозит и кому отдаёт. Передачи будут с ним связаны.
        </Text>
        <Select
          label="Чья встреча"
          size="sm"
          data={series.map((one) => ({ value: String(one.id), label: `${one.name} — ${one.association}` }))}
          value={String(own.id)}
          onChange={setSeries}
          allowDeselect={false}
        />
        <div className={classes.when}>
          <DateField label="Дата" value={date} onChange={setDate} mandatory />
          <TextField label="Время" placeholder="10:00" value={time} onChange={setTime} />
        </div>
        <TextField label="Место" value={shownPlace} onChange={setPlace} />
        {error && (
          <Text size="sm" c="red" role="alert">
            {error}
          </Text>
        )}
        <div className={classes.buttons}>
          <Button type="submit" loading={busy} leftSection={<IconFilePlus size={18} aria-hidden />}>
            Составить протокол
          </Button>
          <WordButton
            label="Лист обмена в Word"
            variant="default"
            disabled={ids.length === 0}
            onSave={(templateId) =>
              void savePaper('papers.exchangeSheet', { transferIds: ids, templateId }, 'Лист обмена')
            }
          />
        </div>
      </form>
      <section className={classes.choice} aria-label="Передачи встречи">
        <div className={classes.choiceHead}>
          <Checkbox
            size="sm"
            label="Все передачи"
            checked={ids.length === rows.length}
            indeterminate={ids.length > 0 && ids.length < rows.length}
            onChange={() => setChosen(new Set(ids.length === rows.length ? [] : rows.map((row) => row.id)))}
          />
          <span aria-live="polite">
            {counted(ids.length, transferForms)} · {copiesShort(copies)} ·{' '}
            {counted(schools, ['школа', 'школы', 'школ'])}
          </span>
        </div>
        <ul className={classes.transfers}>
          {rows.map((row) => (
            <li key={row.id}>
              <Checkbox
                size="sm"
                checked={chosen.has(row.id)}
                onChange={() => toggle(row)}
                label={
                  <>
                    {row.from} → {row.to}
                    <span className={classes.more}>
                      {formatNumber(row.copies)} экз. · {transferStates[row.state]}
                      {row.meeting === '' ? '' : ` · уже на встрече: ${row.meeting}`}
                    </span>
                  </>
                }
              />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function Empty(props: { title: string; text: string; button: string; onClick: () => void }) {
  return (
    <div className={classes.empty}>
      <ListEmpty
        icon={IconCalendarEvent}
        title={props.title}
        text={props.text}
        action={<Button onClick={props.onClick}>{props.button}</Button>}
      />
    </div>
  )
}
