import { Alert, Button, Skeleton, Stack, Text, Timeline } from '@mantine/core'
import type { HistoryEntry } from '@shared/contract/history'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useCall } from '../app/queries'
import { errorSentence } from '../app/toasts'
import { formatRecent } from './format'
import { Changes } from './history/Changes'
import classes from './history/Changes.module.css'
import { Namesake } from './history/Namesake'
import { RestoreRecord } from './history/RestoreRecord'
import { useRestore } from './history/useRestore'

export interface HistoryProps {
  /** `school`, `meeting`… */
  record: string
  id: number
}

const opIcons = { added: IconPlus, changed: IconPencil, removed: IconTrash } as const
const STEP = 50

/** What was done to a record: when, by whom, before and after; any of it can be put back. */
export function History({ record, id }: HistoryProps) {
  // Where each page begins: older than this step.
  const [pages, setPages] = useState<readonly (number | null)[]>([null])
  return (
    <Stack gap="md">
      {pages.map((before, index) => (
        <Page
          key={before ?? 'first'}
          record={record}
          id={id}
          before={before}
          isFirst={index === 0}
          onMore={index === pages.length - 1 ? (last) => setPages([...pages, last]) : null}
        />
      ))}
    </Stack>
  )
}

interface PageProps extends HistoryProps {
  before: number | null
  isFirst: boolean
  /** Null: the next page is shown already. */
  onMore: ((last: number) => void) | null
}

function Page({ record, id, before, isFirst, onMore }: PageProps) {
  const history = useCall('history.record', { record, id, before, limit: STEP }, { keepPrevious: true })
  if (history.error) return <Alert color="red">{errorSentence(history.error)}</Alert>
  if (!history.data) return <Skeleton height={160} />
  const entries = history.data
  const last = entries.at(-1)
  if (isFirst && entries.length === 0) return <Text c="dimmed">Изменений пока не было.</Text>
  return (
    <>
      <Timeline bulletSize={22} lineWidth={2} active={entries.length}>
        {entries.map((entry, index) => (
          <Entry key={entry.groupId} record={record} id={id} entry={entry} isNow={isFirst && index === 0} />
        ))}
      </Timeline>
      {onMore && last && entries.length === STEP && (
        <Button variant="default" size="xs" onClick={() => onMore(last.groupId)}>
          Показать более ранние
        </Button>
      )}
    </>
  )
}

interface EntryProps extends HistoryProps {
  entry: HistoryEntry
  /** After it nothing has changed: there is nothing to go back to. */
  isNow: boolean
}

function Entry({ record, id, entry, isNow }: EntryProps) {
  const field = useRestore('history.restoreField', 'Прежнее значение возвращено.')
  const Icon = opIcons[entry.changes[0]?.op ?? 'changed']
  const { groupId } = entry
  return (
    <Timeline.Item
      bullet={<Icon size={12} aria-hidden />}
      title={entry.title}
      classNames={{ itemTitle: classes.title }}
    >
      <Text size="xs" c="dimmed">
        {formatRecent(entry.at)} · {entry.author}
        {entry.undone && ' · отменено'}
      </Text>
      <Namesake question={field.question} />
      <Changes
        changes={entry.changes}
        busy={field.pending}
        onRestore={({ table, rowKey }, one) =>
          void field.run({ record, id, groupId, table, rowKey, column: one?.column ?? null })
        }
      />
      {!isNow && record !== 'decision' && <RestoreRecord record={record} id={id} groupId={groupId} />}
    </Timeline.Item>
  )
}
