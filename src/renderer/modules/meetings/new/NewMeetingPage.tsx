import { Button, SegmentedControl, Select, Text } from '@mantine/core'
import { isRealDate, todayIso } from '@shared/domain/dates'
import { IconFilePlus } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import { errorSentence } from '../../../app/toasts'
import { DateField } from '../../../components/fields/DateField'
import { formatDay } from '../../../components/format'
import { ListEmpty } from '../../../components/ListEmpty'
import { CarryOver } from './CarryOver'
import { Coming } from './Coming'
import classes from './NewMeetingPage.module.css'
import { suggestEarlier } from './suggest'

type Source = 'empty' | 'template' | 'repeat'
const LAST_SERIES = 'meeting:series'

const sources: { value: Source; label: string }[] = [
  { value: 'empty', label: 'Пустой' },
  { value: 'template', label: 'По шаблону' },
  { value: 'repeat', label: 'Как прежнее заседание' },
]

/** /meetings/new — whose meeting, when, and what to begin with. */
export function NewMeetingPage() {
  const search: { from?: unknown; template?: unknown; date?: unknown } = useSearch({ strict: false })
  const go = useGo()
  const series = useCall('associations.series', {})
  const templates = useCall('meetings.templates', {})
  const meetings = useCall('meetings.list', { sort: [{ column: 'date', desc: true }], limit: 300, totals: false })
  const [chosenSeries, setSeries] = useState<string | null>(() => localStorage.getItem(LAST_SERIES))
  const [date, setDate] = useState<string | null>(
    typeof search.date === 'string' && isRealDate(search.date) ? search.date : todayIso(new Date()),
  )
  const [source, setSource] = useState<Source>(search.from ? 'repeat' : search.template ? 'template' : 'empty')
  const [templateId, setTemplate] = useState<string | null>(search.template ? String(search.template) : null)
  const [fromId, setFrom] = useState<string | null>(search.from ? String(search.from) : null)
  const [carried, setCarried] = useState<readonly string[]>([])
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  if (!series.data || !templates.data || !meetings.data) return null
  const [firstSeries] = series.data
  if (!firstSeries) return <NoSeries />
  const chosen = series.data.find((one) => String(one.id) === chosenSeries) ?? firstSeries
  const seriesId = chosen.id
  const earlier = fromId ?? String(suggestEarlier(meetings.data.rows, chosen.name, date ?? '') ?? '')
  const from = source === 'repeat' && earlier !== '' ? earlier : null
  const isDay = date !== null && isRealDate(date)
  const input = {
    seriesId,
    date: isDay ? date : todayIso(new Date()),
    fromMeetingId: from === null ? null : Number(from),
    templateId: source === 'template' && templateId !== null ? Number(templateId) : null,
    carryOver: [...carried],
  }

  const create = async () => {
    if (!isDay) return setError('Укажите дату заседания: день, месяц и год.')
    setBusy(true)
    try {
      const meeting = await call('meetings.prepare', input)
      const saved = await call('meetings.save', { id: null, revision: null, meeting })
      localStorage.setItem(LAST_SERIES, String(seriesId))
      go(`/meetings/${saved.id}`)
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
          void create()
        }}
      >
        <h1>Новый протокол</h1>
        <Select
          label="Чьё заседание"
          size="sm"
          data={series.data.map((one) => ({ value: String(one.id), label: `${one.name} — ${one.association}` }))}
          value={String(seriesId)}
          onChange={setSeries}
          allowDeselect={false}
        />
        <div className={classes.date}>
          <DateField label="Дата заседания" value={date} onChange={setDate} mandatory autoFocus />
        </div>
        <div>
          <Text size="sm" fw={500} mb={4} id="source-label">
            С чего начать
          </Text>
          <SegmentedControl
            aria-labelledby="source-label"
            size="sm"
            data={sources}
            value={source}
            onChange={(value) => setSource(sources.find((one) => one.value === value)?.value ?? 'empty')}
          />
        </div>
        {source === 'template' &&
          (templates.data.length === 0 ? (
            <Text size="sm" c="dimmed">
              Шаблонов пока нет. Их можно завести в разделе «Заседания» — «Шаблоны».
            </Text>
          ) : (
            <Select
              label="Шаблон повестки"
              size="sm"
              data={templates.data.map((one) => ({ value: String(one.id), label: one.name }))}
              value={templateId}
              onChange={setTemplate}
            />
          ))}
        {source === 'repeat' && (
          <Select
            label="Какое заседание повторить"
            description="Повестка, докладчики и место — те же, учебный год в названиях — новый"
            size="sm"
            searchable
            nothingFoundMessage="Такого заседания нет"
            data={meetings.data.rows.map((one) => ({
              value: String(one.id),
              label: [`${formatDay(one.date)} · № ${one.number || 'б/н'} · ${one.series}`, one.theme]
                .filter(Boolean)
                .join(' · '),
            }))}
            value={earlier}
            onChange={setFrom}
          />
        )}
        <CarryOver seriesId={seriesId} before={input.date} chosen={carried} onChange={setCarried} />
        {error && (
          <Text size="sm" c="red" role="alert">
            {error}
          </Text>
        )}
        <div className={classes.create}>
          <Button type="submit" loading={busy} leftSection={<IconFilePlus size={18} aria-hidden />}>
            Создать протокол
          </Button>
        </div>
      </form>
      <Coming input={input} />
    </div>
  )
}

function NoSeries() {
  const go = useGo()
  return (
    <div className={classes.empty}>
      <ListEmpty
        icon={IconFilePlus}
        title="Сначала — объединение"
        text="Протокол ведут для заседаний объединения: РМО, ГМО, рабочей группы. Добавьте объединение и ряд его заседаний."
        action={<Button onClick={() => go('/associations?open=new')}>Добавить объединение</Button>}
      />
    </div>
  )
}
