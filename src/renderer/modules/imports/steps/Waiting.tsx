import { Button, Loader, Progress, Text } from '@mantine/core'
import { formatNumber } from '@shared/domain/text/plural'
import { call } from '../../../app/api'
import { useJobs } from '../../../app/jobs'
import stages from '../../../components/stages.module.css'
import classes from '../Imports.module.css'

/**
 * Long work of a step: what is done, how much of how much, and «Отменить».
 * @param title of the job in the contract; null for work that cannot be stopped half-way
 */
export function Waiting({ title, text }: { title: string | null; text: string }) {
  const job = useJobs().find((one) => one.title === title)
  const percent = job?.total ? Math.round((job.done / job.total) * 100) : null
  return (
    <section className={`${stages.middle} ${classes.waiting}`} aria-label={text}>
      {percent === null ? (
        <Loader size="sm" aria-hidden />
      ) : (
        <Progress w={360} value={percent} aria-label={`${text} ${percent} %`} />
      )}
      <Text role="status">{text}</Text>
      {job !== undefined && (
        <Text size="sm" c="dimmed">
          {job.total ? `${formatNumber(job.done)} из ${formatNumber(job.total)}` : job.text}
        </Text>
      )}
      {job !== undefined && (
        <Button variant="default" size="xs" onClick={() => void call('jobs.cancel', { jobId: job.jobId })}>
          Отменить
        </Button>
      )}
    </section>
  )
}
