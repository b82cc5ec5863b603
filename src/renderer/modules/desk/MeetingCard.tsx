import { Badge, Button, Group, Skeleton, Text } from '@mantine/core'
import type { Output } from '@shared/contract'
import { decisionStates } from '@shared/contract/meetings'
import { formatDate } from '@shared/domain/dates'
import { counted, formatNumber } from '@shared/domain/text/plural'
import { IconAlertCircle, IconCalendarEvent, IconCircle, IconClockExclamation } from '@tabler/icons-react'
import { placeOf } from '../../app/modules'
import { useGo } from '../../app/navigation'
import { useCall } from '../../app/queries'
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
      aside={
        data && (
          <Badge variant="default" className={classes.countdown}>
            {countdown(data.days)}
          </Badge>
        )
      }
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
      <div className={classes.meeting}>
        <div>
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
                <li key={title}>
                  <span>{title}</span>
                </li>
              ))}
            </ol>
          )}
          {agenda.length > SHOWN && (
            <Text size="xs" c="dimmed">
              и ещё {counted(agenda.length - SHOWN, ['вопрос', 'вопроса', 'вопросов'])}
            </Text>
          )}
        </div>
        {unfinished.count > 0 && (
          <div>
            <Text size="xs" c="dimmed">
              С прошлых заседаний не выполнено: {formatNumber(unfinished.count)}
            </Text>
            <ul className={classes.carried}>
              {unfinished.items.map((item) => (
                <li key={item.id}>
                  <a href={`#${placeOf('decision', item.id) ?? '/decisions'}`} className={classes.carriedLink}>
                    <Mark state={item.state} />
                    <span className={classes.carriedText}>{item.text}</span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
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

const marks = {
  overdue: { icon: IconAlertCircle, tone: 'danger' },
  soon: { icon: IconClockExclamation, tone: 'warning' },
} as const

/** Late or soon, by its own sign: there is no room for the word, which is read out and shown on the sign. */
function Mark({ state }: { state: Meeting['unfinished']['items'][number]['state'] }) {
  const { icon: Icon, tone } =
    state === 'overdue' || state === 'soon' ? marks[state] : { icon: IconCircle, tone: 'plain' }
  return (
    <span title={decisionStates[state]} className={classes.mark} data-tone={tone}>
      <Icon size={16} role="img" aria-label={decisionStates[state]} />
    </span>
  )
}

function countdown(days: number): string {
  if (days === 0) return 'сегодня'
  if (days === 1) return 'завтра'
  return `через ${counted(days, ['день', 'дня', 'дней'])}`
}
