import { Button, Progress, Text, Tooltip } from '@mantine/core'
import type { JobProgress, StoreState } from '@shared/contract/app'
import { formatNumber } from '@shared/domain/text/plural'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconDatabaseExport,
  IconLoader2,
  IconPencil,
  IconRefresh,
} from '@tabler/icons-react'
import { formatClock, formatMoment } from '../components/format'
import { call } from './api'
import { useJobs } from './jobs'
import { useCall } from './queries'
import { type SaveReport, useSaveSummary } from './saveState'
import classes from './statusLine.module.css'
import { useStatusSlot } from './statusSlot'

/** The line at the bottom: is all saved, is there a backup, what is running, is the store there. */
export function StatusLine({ store }: { store: StoreState }) {
  const status = useCall('app.status', {})
  const save = useSaveSummary()
  const jobs = useJobs()
  const backup = status.data?.lastBackup
  return (
    <footer className={classes.line}>
      <SaveWords save={save} lastChangeAt={status.data?.lastChangeAt ?? null} />
      <span className={classes.part}>
        <IconDatabaseExport size={15} aria-hidden />
        {backup
          ? `Копия ${formatMoment(backup.madeAt)}${status.data?.lastBackupVerified ? ', проверена' : ''}`
          : 'Резервной копии ещё нет'}
      </span>
      {status.data?.demo && <span className={classes.part}>Пример района</span>}
      <span className={classes.spring} />
      <ScreenWords />
      {jobs.map((job) => (
        <Job key={job.jobId} job={job} />
      ))}
      <StoreWords store={store} />
    </footer>
  )
}

/** What the screen shown has to say: the sums of a marked block. */
function ScreenWords() {
  const words = useStatusSlot()
  return (
    <span className={classes.part} role="status" aria-label="Выделенное">
      {words}
    </span>
  )
}

function SaveWords({ save, lastChangeAt }: { save: SaveReport; lastChangeAt: string | null }) {
  switch (save.state) {
    case 'error':
      return (
        <Tooltip label={save.error ?? ''} disabled={!save.error} multiline maw={420}>
          <span className={classes.part} data-tone="danger" role="status">
            <IconAlertTriangle size={15} aria-hidden />
            Не записано — посмотрите сообщение в карточке. Введённое лежит в черновике.
          </span>
        </Tooltip>
      )
    case 'saving':
      return (
        <span className={classes.part} role="status">
          <IconLoader2 size={15} aria-hidden />
          Записываем…
        </span>
      )
    case 'dirty':
      return (
        <span className={classes.part} role="status">
          <IconPencil size={15} aria-hidden />
          Изменения в черновике
        </span>
      )
    case 'saved':
      return (
        <span className={classes.part} role="status">
          <IconCircleCheck size={15} aria-hidden />
          {savedWords(save.savedAt, lastChangeAt)}
        </span>
      )
  }
}

function savedWords(savedAt: Date | null, lastChangeAt: string | null): string {
  const stored = lastChangeAt === null ? null : new Date(lastChangeAt)
  const at = savedAt && (!stored || savedAt > stored) ? savedAt : stored
  if (!at || Number.isNaN(at.getTime())) return 'Всё сохранено'
  const isToday = at.toDateString() === new Date().toDateString()
  return `Сохранено ${isToday ? formatClock(at) : formatMoment(at.toISOString())}`
}

function Job({ job }: { job: JobProgress }) {
  const percent = job.total ? Math.round((job.done / job.total) * 100) : null
  const amount = job.total ? `${formatNumber(job.done)} из ${formatNumber(job.total)}` : job.text
  return (
    <span className={classes.part} role="status">
      <Text span size="xs">
        {job.title}: {amount}
      </Text>
      <Progress
        value={percent ?? 100}
        animated={percent === null}
        w={90}
        size="sm"
        aria-label={`${job.title}: ${percent === null ? 'выполняется' : `${percent} %`}`}
      />
      <Button size="compact-xs" variant="subtle" onClick={() => void call('jobs.cancel', { jobId: job.jobId })}>
        Отменить
      </Button>
    </span>
  )
}

function StoreWords({ store }: { store: StoreState }) {
  switch (store.state) {
    case 'restarting':
      return (
        <span className={classes.part} data-tone="warning" role="alert">
          <IconRefresh size={15} aria-hidden />
          Хранилище перезапускается — введённое не потеряется
        </span>
      )
    case 'starting':
      return <span className={classes.part}>Открываем данные…</span>
    case 'ready':
    case 'failed':
      return null
  }
}
