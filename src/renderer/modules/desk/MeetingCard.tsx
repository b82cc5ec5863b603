import { Badge, Button, Group, Skeleton, Text } from '@mantine/core'
import type { Output } from '@shared/contract'
import { formatDate } from '@shared/domain/dates'
import { counted } from '@shared/domain/text/plural'
import { IconCalendarEvent } from '@tabler/icons-react'
import { placeOf } from '../../app/modules'
import { useGo } from '../../app/navigation'
import { useCall } from '../../app/queries'
import { DueStateMark } from '../../components/DueStateMark'
import classes from './Desk.module.css'
import { DeskCard } from './DeskCard'

type Meeting = NonNullable<Output<'desk.meeting'>>

/** Questions of the agenda shown before «ещё N». */
const SHOWN = 3

/** The next meeting: when and where, what about, and what is still owed to it. */
export function MeetingCard() {
  const { data } = useCall('desk.meeting', {})
  const go = useGo()
  return (
    <DeskCard
      id="meeting"
      title="Ближайшее заседание"
      icon={IconCalendarEvent}
      aside={data && <Badge variant="default">{countdown(data.days)}</Badge>}
    >
      {data === undefined ? (
        <Skeleton height={110} />
      ) : data === null ? (
        <>
          <Text c="dimmed">Не назначено.</Text>
          <Button size="xs" variant="default" mt="xs" onClick={() => go('/meetings/new')}>
            Создать заседание
          </Button>
        </>
      ) : (
        <Told meeting={data} />
      )}
    </DeskCard>
  )
}

function Told({ meeting }: { meeting: Meeting }) {
  const go = useGo()
  const { agenda, unfinished } = meeting
  const when = `${formatDate(meeting.date, 'words')}${meeting.time === null ? '' : `, ${meeting.time}`}`
  return (
    <>
      <Text fw={600}>{when}</Text>
      <Text size="sm">{meeting.title}</Text>
      {meeting.place !== '' && (
        <Text size="sm" c="dimmed">
          {meeting.place}
        </Text>
      )}
      {agenda.length > 0 && (
        <ol className={classes.agenda}>
          {agenda.slice(0, SHOWN).map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ol>
      )}
      {agenda.length > SHOWN && (
        <Text size="xs" c="dimmed">
          и ещё {counted(agenda.length - SHOWN, ['вопрос', 'вопроса', 'вопросов'])}
        </Text>
      )}
      {unfinished.count > 0 && (
        <>
          <Text size="xs" c="dimmed" mt={6}>
            Придёт с прошлых заседаний: {counted(unfinished.count, ['поручение', 'поручения', 'поручений'])}
          </Text>
          <ul className={classes.carried}>
            {unfinished.items.map((item) => (
              <li key={item.id}>
                <a href={`#${placeOf('decision', item.id) ?? '/decisions'}`} className={classes.carriedLink}>
                  <DueStateMark state={item.state} small /> <span>{item.text}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Group gap="xs" mt="xs">
        <Button size="xs" onClick={() => go(placeOf('meeting', meeting.id) ?? '/meetings')}>
          Открыть протокол
        </Button>
        <Button size="xs" variant="subtle" onClick={() => go(`/calendar?day=${meeting.date}`)}>
          В календаре
        </Button>
      </Group>
    </>
  )
}

function countdown(days: number): string {
  if (days === 0) return 'сегодня'
  if (days === 1) return 'завтра'
  return `через ${counted(days, ['день', 'дня', 'дней'])}`
}
