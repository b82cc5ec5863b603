import { ActionIcon, Alert, Anchor, Button, Skeleton, Text } from '@mantine/core'
import type { FeedEntry, TouchedRecord } from '@shared/contract/history'
import { counted } from '@shared/domain/text/plural'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { placeOf } from '../../app/modules'
import { useCall } from '../../app/queries'
import { errorSentence } from '../../app/toasts'
import { formatRecent } from '../../components/format'
import { Changes } from '../../components/history/Changes'
import { Namesake } from '../../components/history/Namesake'
import { useRestore } from '../../components/history/useRestore'
import classes from './HistoryScreen.module.css'

/** One step: when, what, who; opened, the records it touched with their fields. */
export function FeedEntryRow({ entry }: { entry: FeedEntry }) {
  const [isOpen, setOpen] = useState(false)
  const details = useId()
  const Icon = isOpen ? IconChevronDown : IconChevronRight
  return (
    <li className={classes.entry}>
      <div className={classes.head}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Подробно: ${entry.title}`}
          aria-expanded={isOpen}
          aria-controls={details}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
        <span className={classes.when}>{formatRecent(entry.at)}</span>
        <div className={classes.what}>
          <div>
            {entry.title}
            {entry.undone && (
              <Text span size="xs" c="dimmed">
                {' '}
                · отменено
              </Text>
            )}
          </div>
          {entry.records > 1 && (
            <Text size="xs" c="dimmed">
              {counted(entry.records, ['запись', 'записи', 'записей'])}:{' '}
              {entry.touched.map((one) => one.name).join(', ')}
              {entry.records > entry.touched.length && '…'}
            </Text>
          )}
        </div>
        <Text size="xs" c="dimmed">
          {entry.author}
        </Text>
      </div>
      <div id={details} hidden={!isOpen}>
        {isOpen && <Details groupId={entry.groupId} />}
      </div>
    </li>
  )
}

function Details({ groupId }: { groupId: number }) {
  const [pages, setPages] = useState<readonly (number | null)[]>([null])
  return (
    <div className={classes.details}>
      {pages.map((after, index) => (
        <DetailsPage
          key={after ?? 0}
          groupId={groupId}
          after={after}
          onMore={index === pages.length - 1 ? (next) => setPages([...pages, next]) : null}
        />
      ))}
    </div>
  )
}

interface DetailsPageProps {
  groupId: number
  after: number | null
  onMore: ((next: number) => void) | null
}

function DetailsPage({ groupId, after, onMore }: DetailsPageProps) {
  const page = useCall('history.entry', { groupId, after, limit: 20 }, { keepPrevious: true })
  if (page.error) return <Alert color="red">{errorSentence(page.error)}</Alert>
  if (!page.data) return <Skeleton height={60} />
  const { records, next } = page.data
  return (
    <>
      {records.map((one) => (
        <Touched key={`${one.record}:${one.id}`} touched={one} groupId={groupId} />
      ))}
      {next !== null && onMore && (
        <Button size="compact-xs" variant="subtle" onClick={() => onMore(next)}>
          Показать следующие записи
        </Button>
      )}
    </>
  )
}

function Touched({ touched, groupId }: { touched: TouchedRecord; groupId: number }) {
  const { record, id, name, exists, changes } = touched
  const field = useRestore('history.restoreField', 'Прежнее значение возвращено.')
  const place = exists ? placeOf(record, id) : null
  return (
    <div className={classes.record}>
      {place === null ? (
        <span className={classes.name}>
          {name}
          {!exists && (
            <Text span size="xs" c="dimmed">
              {' '}
              · сейчас удалено
            </Text>
          )}
        </span>
      ) : (
        <Anchor href={`#${place}`} className={classes.name}>
          {name}
        </Anchor>
      )}
      <Namesake question={field.question} />
      {exists ? (
        <Changes
          changes={changes}
          busy={field.pending}
          onRestore={({ table, rowKey }, one) =>
            void field.run({ record, id, groupId, table, rowKey, column: one?.column ?? null })
          }
        />
      ) : (
        <Changes changes={changes} />
      )}
    </div>
  )
}
