import { Button, Group, Progress, Text, Title } from '@mantine/core'
import { IconPlayerStop } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useJobs } from '../../../app/jobs'
import { type Making, stopMaking } from './making'
import classes from './Plan.module.css'

/** What the search has found so far, and the button that takes it. */
export function MakingPanel({ making }: { making: Extract<Making, { state: 'running' }> }) {
  const job = useJobs().find((one) => one.title === 'План перераспределения')
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [])
  // While it is not known how long it takes, there is no plan yet to take.
  const hasPlan = job !== undefined && job.total !== null
  const passed = Math.max(0, (now - making.startedAt) / 1000)
  const share = Math.min(100, (passed / making.seconds) * 100)
  const left = Math.max(0, Math.ceil(making.seconds - passed))
  return (
    <div className={classes.making} role="status" aria-label="План составляется">
      <Title order={2} size="h3">
        {making.name}
      </Title>
      <Progress
        value={share}
        mt="sm"
        size="lg"
        aria-label={`Прошло ${Math.floor(passed)} из ${making.seconds} секунд`}
      />
      <Text mt="sm" size="lg" className={classes.found}>
        {job === undefined || job.text === '' ? 'Читаем излишки и потребности…' : job.text.replace(/^Обмен: /u, '')}
      </Text>
      <Text size="sm" c="dimmed">
        {making.isStopping
          ? 'Останавливаем: сохраняем лучшее из найденного…'
          : !hasPlan
            ? 'Первый план будет готов через несколько мгновений.'
            : left > 0
              ? `Ищем, как обойтись меньшим числом поездок. Осталось ${left} с.`
              : 'Записываем план…'}
      </Text>
      <Group mt="md">
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={18} aria-hidden />}
          disabled={job === undefined || making.isStopping}
          onClick={() => job && stopMaking(job.jobId)}
        >
          {hasPlan ? 'Остановить и взять лучшее' : 'Отменить'}
        </Button>
      </Group>
    </div>
  )
}
