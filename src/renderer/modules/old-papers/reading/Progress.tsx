import { Progress as Bar, Button, Loader, Text } from '@mantine/core'
import { formatNumber } from '@shared/domain/text/plural'
import { call } from '../../../app/api'
import { useJobs } from '../../../app/jobs'
import stages from '../../../components/stages.module.css'
import classes from './ReadPage.module.css'

/** How far the reading is: «Читается «протокол 3.docx», 14 из 200». */
export function Progress() {
  const job = useJobs().find((one) => one.title === 'Чтение документов')
  const percent = job?.total ? Math.round((job.done / job.total) * 100) : null
  return (
    <section className={stages.middle} aria-label="Чтение документов">
      {percent === null ? <Loader size="sm" aria-hidden /> : <Bar w={420} value={percent} aria-label="Прочитано" />}
      <Text role="status" className={classes.file}>
        {job?.text || 'Читаем документы…'}
        {job?.total ? `, ${formatNumber(Math.min(job.done + 1, job.total))} из ${formatNumber(job.total)}` : ''}
      </Text>
      {job && (
        <Button variant="default" size="xs" onClick={() => void call('jobs.cancel', { jobId: job.jobId })}>
          Остановить
        </Button>
      )}
      <Text size="sm" c="dimmed">
        Можно заняться другим: чтение не прервётся.
      </Text>
    </section>
  )
}
