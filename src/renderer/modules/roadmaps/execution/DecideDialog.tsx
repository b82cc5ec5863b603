import { Alert, Button, Group, Modal, SegmentedControl, Select, Stack } from '@mantine/core'
import type { RoadmapRecord } from '@shared/contract/roadmaps'
import { isRealDate, todayIso } from '@shared/domain/dates'
import { counted } from '@shared/domain/text/plural'
import { useState } from 'react'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { undoLast, useCall } from '../../../app/queries'
import { errorSentence, showDone } from '../../../app/toasts'
import { DateField } from '../../../components/fields/DateField'
import { formatDay } from '../../../components/format'
import { linesOf } from '../model/lines'
import classes from './Panel.module.css'

export interface DecideDialogProps {
  record: RoadmapRecord
  uids: readonly string[]
  onClose: () => void
}

/** Items become decisions of a meeting: a new draft, or one that is being prepared. */
export function DecideDialog({ record, uids, onClose }: DecideDialogProps) {
  const go = useGo()
  const series = useCall('associations.series', {})
  const drafts = useCall('meetings.list', {
    filters: [{ op: 'in', column: 'state', values: ['draft'] }],
    sort: [{ column: 'date', desc: true }],
    limit: 200,
    totals: false,
  })
  const [where, setWhere] = useState<'new' | 'draft'>('new')
  const [chosenSeries, setSeries] = useState<string | null>(null)
  const [on, setOn] = useState<string | null>(todayIso(new Date()))
  const [meeting, setMeeting] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const own = series.data?.filter((one) => one.associationId === record.roadmap.associationId) ?? []
  const seriesId = chosenSeries ?? String((own[0] ?? series.data?.[0])?.id ?? '')
  const lines = linesOf(record.roadmap).flatMap((line) =>
    line.kind !== 'section' && uids.includes(line.uid) ? [line] : [],
  )
  const decide = async () => {
    if (where === 'new' && seriesId === '')
      return setError('Сначала добавьте объединение: «Люди и школы → Объединения».')
    if (where === 'new' && (on === null || !isRealDate(on)))
      return setError('Укажите день заседания: число, месяц и год.')
    if (where === 'draft' && meeting === null) return setError('Выберите заседание, в которое добавить решения.')
    setBusy(true)
    try {
      const made = await call('roadmaps.decide', {
        id: record.id,
        itemUids: [...uids],
        meetingId: where === 'draft' ? Number(meeting) : null,
        seriesId: where === 'new' ? Number(seriesId) : null,
        on: where === 'new' ? on : null,
      })
      onClose()
      go(`/meetings/${made.meetingId}`)
      showDone(`Добавлено: ${counted(made.decisions, ['решение', 'решения', 'решений'])}`, {
        label: 'Отменить',
        run: () => void undoLast().then(() => go(`/roadmaps/${record.id}`)),
      })
    } catch (failure) {
      setError(errorSentence(failure))
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title="Решения для заседания" size="lg">
      <Stack gap="sm">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
        <ol className={classes.chosen} tabIndex={0} aria-label="Пункты, которые станут решениями">
          {lines.map((line) => (
            <li key={line.uid}>{(line.kind === 'part' ? line.part.title : line.item.title) || 'Без названия'}</li>
          ))}
        </ol>
        <SegmentedControl
          aria-label="Куда добавить решения"
          data={[
            { value: 'new', label: 'Новое заседание' },
            { value: 'draft', label: 'Черновик протокола' },
          ]}
          value={where}
          onChange={(value) => setWhere(value === 'draft' ? 'draft' : 'new')}
        />
        {where === 'new' ? (
          <Group grow align="start">
            <Select
              label="Чьё заседание"
              size="sm"
              allowDeselect={false}
              data={(series.data ?? []).map((one) => ({
                value: String(one.id),
                label: `${one.name} — ${one.association}`,
              }))}
              value={seriesId}
              onChange={setSeries}
            />
            <DateField label="Дата заседания" value={on} onChange={setOn} />
          </Group>
        ) : (
          <Select
            label="Черновик протокола"
            size="sm"
            searchable
            nothingFoundMessage="Черновиков нет: создайте новое заседание."
            data={(drafts.data?.rows ?? []).map((row) => ({
              value: String(row.id),
              label: [`${formatDay(row.date)} · ${row.series}`, row.theme].filter(Boolean).join(' · '),
            }))}
            value={meeting}
            onChange={setMeeting}
          />
        )}
        {error !== null && (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Не добавлять
          </Button>
          <Button loading={busy} disabled={lines.length === 0} onClick={() => void decide()}>
            Добавить решения
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
