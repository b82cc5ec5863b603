import { Progress, Skeleton, Text } from '@mantine/core'
import { formatNumber } from '@shared/domain/text/plural'
import { IconChecklist } from '@tabler/icons-react'
import { useCall } from '../../app/queries'
import { formatSchoolYear, useSchoolYear } from '../../app/schoolYear'
import { listLink } from '../../components/DataGrid/link'
import classes from './Desk.module.css'
import { DeskCard } from './DeskCard'

/** How far the school year of the switch has come. */
export function YearCard() {
  const { schoolYear } = useSchoolYear()
  const { data } = useCall('desk.year', { schoolYear }, { keepPrevious: true })
  return (
    <DeskCard
      id="year"
      title="Ход учебного года"
      icon={IconChecklist}
      aside={
        <Text size="xs" c="dimmed">
          {formatSchoolYear(schoolYear)}
        </Text>
      }
    >
      {data ? (
        <>
          <Line title="Решения заседаний" word="исполнено" of={data.decisions} path="/decisions" />
          <Line title="Дорожные карты и планы" word="выполнено" of={data.roadmaps} path="/roadmaps/items" />
        </>
      ) : (
        <Skeleton height={110} />
      )}
    </DeskCard>
  )
}

interface LineProps {
  title: string
  word: string
  of: { total: number; done: number; overdue: number }
  path: string
}

function Line({ title, word, of: { total, done, overdue }, path }: LineProps) {
  const inState = (state: string): string =>
    listLink(path, { filters: [{ op: 'in', column: 'state', values: [state] }], group: null, search: '' })
  const share = total === 0 ? 0 : Math.round((done * 100) / total)
  return (
    <div className={classes.progress}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {total === 0 ? (
        <Text size="sm" c="dimmed">
          пока нет
        </Text>
      ) : (
        <>
          <Progress value={share} size="sm" aria-label={`${title}: ${word} ${share} %`} />
          <Text size="sm">
            <a href={`#${inState('done')}`}>
              {word} {formatNumber(done)} из {formatNumber(total)} ({share} %)
            </a>
            {overdue > 0 && (
              <>
                {', '}
                <a href={`#${inState('overdue')}`} className={classes.danger}>
                  просрочено {formatNumber(overdue)}
                </a>
              </>
            )}
          </Text>
        </>
      )}
    </div>
  )
}
