import { Alert, Button, Skeleton, Stack, Text, Timeline } from '@mantine/core'
import type { HistoryEntry } from '@shared/contract/history'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useCall } from '../app/queries'
import { errorSentence } from '../app/toasts'
import { formatMoment } from './format'
import classes from './History.module.css'

export interface HistoryProps {
  /** `school`, `meeting`… */
  record: string
  id: number
}

const opWords = { added: 'добавлено', changed: 'изменено', removed: 'удалено' } as const
const opIcons = { added: IconPlus, changed: IconPencil, removed: IconTrash } as const
const STEP = 100

/** What was done to a record: when, by whom, before and after. */
export function History({ record, id }: HistoryProps) {
  const [limit, setLimit] = useState(STEP)
  const history = useCall('history.record', { record, id, limit }, { keepPrevious: true })
  if (history.error) return <Alert color="red">{errorSentence(history.error)}</Alert>
  if (!history.data) return <Skeleton height={160} />
  if (history.data.length === 0) return <Text c="dimmed">Изменений пока не было.</Text>
  return (
    <Stack gap="md">
      <Timeline bulletSize={22} lineWidth={2} active={history.data.length}>
        {history.data.map((entry) => (
          <Entry key={entry.groupId} entry={entry} />
        ))}
      </Timeline>
      {history.data.length === limit && limit < 1000 && (
        <Button variant="default" size="xs" onClick={() => setLimit((now) => Math.min(now + STEP, 1000))}>
          Показать более ранние
        </Button>
      )}
    </Stack>
  )
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const Icon = opIcons[entry.changes[0]?.op ?? 'changed']
  return (
    <Timeline.Item
      bullet={<Icon size={12} aria-hidden />}
      title={entry.title}
      classNames={{ itemTitle: classes.title }}
    >
      <Text size="xs" c="dimmed">
        {formatMoment(entry.at)} · {entry.author}
      </Text>
      {entry.changes.map((change) => (
        <div key={`${change.what}:${change.rowKey}`} className={classes.change}>
          <Text size="xs" fw={600}>
            {change.what}: {opWords[change.op]}
          </Text>
          {change.fields.map((field) => (
            <Text key={field.title} size="xs" component="div" className={classes.field}>
              <span className={classes.name}>{field.title}: </span>
              {field.before !== '' && <del className={classes.before}>{field.before}</del>}
              {field.before !== '' && field.after !== '' && ' → '}
              {field.after !== '' && <ins className={classes.after}>{field.after}</ins>}
            </Text>
          ))}
        </div>
      ))}
    </Timeline.Item>
  )
}
