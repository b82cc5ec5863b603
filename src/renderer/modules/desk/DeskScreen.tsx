import { Alert, Skeleton, Title } from '@mantine/core'
import type { Output } from '@shared/contract'
import { formatNumber } from '@shared/domain/text/plural'
import type { DeskKind } from '../../app/desk'
import { modules } from '../../app/modules'
import { useCall } from '../../app/queries'
import { errorSentence } from '../../app/toasts'
import classes from './Desk.module.css'
import { DeskGroup } from './DeskGroup'
import { Drafts } from './Drafts'
import { ExchangeCard } from './ExchangeCard'
import { FirstSteps } from './FirstSteps'
import { MeetingCard } from './MeetingCard'
import { YearCard } from './YearCard'

type Overview = Output<'desk.overview'>

/** What is due, overdue and expiring; the next meeting; the exchange and the year at a glance. */
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
      <header className={classes.head}>
        <Title order={1} size="h2">
          Рабочий стол
        </Title>
        {overview.data && <Counts counts={overview.data.counts} />}
      </header>
      {overview.data ? <Overview data={overview.data} /> : <Skeleton height={220} mt="md" />}
    </div>
  )
}

const tones: readonly DeskKind['tone'][] = ['danger', 'warning', 'plain']

/** Of every module, the most pressing first; within a tone in the order of the navigation. */
function deskKinds(): DeskKind[] {
  return modules
    .flatMap((one) => one.desk ?? [])
    .sort((one, other) => tones.indexOf(one.tone) - tones.indexOf(other.tone))
}

function Overview({ data: { groups, counts } }: { data: Overview }) {
  const isBegun = counts.schools > 0 && counts.librarians > 0 && counts.meetings > 0
  const shown = deskKinds().flatMap((kind) => {
    const group = groups.find((one) => one.kind === kind.kind)
    return group ? [{ kind, group }] : []
  })
  return (
    <>
      {!isBegun && <FirstSteps counts={counts} />}
      {counts.schools > 0 && (
        <div className={classes.top}>
          <MeetingCard />
          <ExchangeCard />
          <YearCard />
        </div>
      )}
      <div className={classes.groups}>
        <Drafts />
        {shown.map(({ kind, group }) => (
          <DeskGroup key={kind.kind} kind={kind} group={group} />
        ))}
      </div>
      {isBegun && shown.length === 0 && (
        <p className={classes.calm}>Просроченного нет, ближайших сроков тоже. Можно заниматься своим делом.</p>
      )}
    </>
  )
}

function Counts({ counts }: { counts: Overview['counts'] }) {
  const figures = [
    { title: 'Школы', value: counts.schools, path: '/schools' },
    { title: 'Библиотекари', value: counts.librarians, path: '/librarians' },
    { title: 'Заседания', value: counts.meetings, path: '/meetings' },
  ]
  return (
    <ul className={classes.counts} aria-label="Район в числах">
      {figures.map((figure) => (
        <li key={figure.title}>
          <a href={`#${figure.path}`} className={classes.count}>
            {figure.title} <b>{formatNumber(figure.value)}</b>
          </a>
        </li>
      ))}
    </ul>
  )
}
