import { Alert, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import type { Output } from '@shared/contract'
import type { DeskItem } from '@shared/contract/papers'
import { formatDate, isRealDate } from '@shared/domain/dates'
import { counted, formatNumber } from '@shared/domain/text/plural'
import { IconCalendarEvent } from '@tabler/icons-react'
import { useState } from 'react'
import { placeOf } from '../../app/modules'
import { useGo } from '../../app/navigation'
import { useCall } from '../../app/queries'
import { errorSentence } from '../../app/toasts'
import { formatDay } from '../../components/format'
import classes from './DeskScreen.module.css'
import { Drafts } from './Drafts'
import { type DeskKind, decisionsIn, deskKinds } from './kinds'

type Overview = Output<'desk.overview'>

/** What is due, overdue and expiring, and the next meeting. */
export function DeskScreen() {
  const overview = useCall('desk.overview', {})
  if (overview.error) {
    return (
      <Alert color="red" m="md" title="Рабочий стол не открылся">
        {errorSentence(overview.error)}
      </Alert>
    )
  }
  return (
    <div className={classes.desk}>
      <Title order={1} size="h2">
        Рабочий стол
      </Title>
      {overview.data ? <Overview data={overview.data} /> : <Skeleton height={220} mt="md" />}
    </div>
  )
}

function Overview({ data }: { data: Overview }) {
  const filled = deskKinds.filter((kind) => data.items.some((item) => item.kind === kind.kind))
  return (
    <>
      <div className={classes.top}>
        <NextMeeting meeting={data.nextMeeting} />
        <Counts counts={data.counts} />
      </div>
      {filled.length === 0 && (
        <Text c="dimmed" mt="lg">
          {data.counts.schools === 0
            ? 'Начните со школ и библиотекарей: раздел «Школы» слева. Здесь появятся сроки поручений, категории и курсы.'
            : 'Просроченного нет, ближайших сроков тоже.'}
        </Text>
      )}
      <div className={classes.sections}>
        <Drafts />
        {filled.map((kind) => (
          <Section key={kind.kind} kind={kind} items={data.items.filter((item) => item.kind === kind.kind)} />
        ))}
      </div>
    </>
  )
}

function NextMeeting({ meeting }: { meeting: Overview['nextMeeting'] }) {
  const go = useGo()
  return (
    <Paper withBorder p="md" className={classes.meeting} component="section" aria-labelledby="next-meeting">
      <Group gap="xs" mb={6}>
        <IconCalendarEvent size={20} aria-hidden />
        <Title order={2} size="h4" id="next-meeting">
          Ближайшее заседание
        </Title>
      </Group>
      {meeting ? (
        <Stack gap={4} align="flex-start">
          <Text size="lg" fw={600}>
            {isRealDate(meeting.date) ? formatDate(meeting.date, 'words') : meeting.date}
          </Text>
          <Text>{meeting.title}</Text>
          {meeting.place !== '' && <Text c="dimmed">{meeting.place}</Text>}
          <Button mt={6} size="xs" onClick={() => go(placeOf('meeting', meeting.id) ?? '/meetings')}>
            Открыть протокол
          </Button>
        </Stack>
      ) : (
        <Stack gap={6} align="flex-start">
          <Text c="dimmed">Не назначено.</Text>
          <Button size="xs" variant="default" onClick={() => go('/meetings/new')}>
            Создать заседание
          </Button>
        </Stack>
      )}
    </Paper>
  )
}

function Counts({ counts }: { counts: Overview['counts'] }) {
  const figures = [
    { title: 'Школы', value: counts.schools, path: '/schools' },
    { title: 'Библиотекари', value: counts.librarians, path: '/librarians' },
    { title: 'Заседания', value: counts.meetings, path: '/meetings' },
    { title: 'Поручения в работе', value: counts.openDecisions, path: decisionsIn('overdue', 'soon') },
    { title: 'Просрочено', value: counts.overdueDecisions, path: decisionsIn('overdue') },
  ]
  return (
    <ul className={classes.counts} aria-label="Район в числах">
      {figures.map((figure) => (
        <li key={figure.title}>
          <a href={`#${figure.path}`} className={classes.count}>
            <span className={classes.figure}>{formatNumber(figure.value)}</span>
            <span>{figure.title}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

const SHOWN = 6

function Section({ kind, items }: { kind: DeskKind; items: readonly DeskItem[] }) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? items : items.slice(0, SHOWN)
  const id = `desk-${kind.kind}`
  return (
    <Paper withBorder component="section" className={classes.section} aria-labelledby={id}>
      <Group justify="space-between" wrap="nowrap" className={classes.sectionHead} data-tone={kind.tone}>
        <Group gap="xs" wrap="nowrap">
          <kind.icon size={18} aria-hidden />
          <Title order={2} size="h4" id={id}>
            {kind.title}
          </Title>
        </Group>
        <Text size="xs" className={classes.amount}>
          {counted(items.length, kind.forms)}
        </Text>
      </Group>
      <ul className={classes.items}>
        {shown.map((item) => (
          <li key={`${item.record}:${item.id}`}>
            <DeskLine item={item} />
          </li>
        ))}
      </ul>
      <Group gap="xs" px="sm" pb="xs">
        {items.length > SHOWN && (
          <Button size="compact-xs" variant="subtle" onClick={() => setWhole((now) => !now)}>
            {isWhole ? 'Свернуть' : `Показать ещё ${items.length - SHOWN}`}
          </Button>
        )}
        <Button size="compact-xs" variant="subtle" component="a" href={`#${kind.path}`}>
          {kind.pathTitle}
        </Button>
      </Group>
    </Paper>
  )
}

function DeskLine({ item }: { item: DeskItem }) {
  const place = placeOf(item.record, item.id)
  const content = (
    <>
      <span className={classes.words}>
        <span className={classes.itemTitle}>{item.title}</span>
        {item.detail !== '' && <span className={classes.detail}>{item.detail}</span>}
      </span>
      {item.date && <span className={classes.date}>{formatDay(item.date)}</span>}
    </>
  )
  if (place === null) return <div className={classes.item}>{content}</div>
  return (
    <a href={`#${place}`} className={classes.item}>
      {content}
    </a>
  )
}
