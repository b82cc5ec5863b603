import { Text } from '@mantine/core'
import { type CampaignSchool, campaignSchoolStates, type WriteOffCampaign } from '@shared/contract/writeoff'
import { formatDay } from '../../../components/format'
import classes from './Campaigns.module.css'
import { monthName, monthsBetween } from './months'
import { StateMark } from './state'

export interface CalendarTabProps {
  campaign: WriteOffCampaign
  schools: readonly CampaignSchool[]
}

/** Who writes off when: a row for each school by its day, a column for each month of the campaign. */
export function CalendarTab({ campaign, schools }: CalendarTabProps) {
  if (schools.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Здесь будет график: добавьте школы на вкладке «Школы» и поставьте им сроки.
      </Text>
    )
  }
  const dueOf = (school: CampaignSchool): string => school.dueOn ?? campaign.to
  const months = monthsBetween([campaign.from, campaign.to, ...schools.map(dueOf)])
  const byDay = schools.toSorted((one, other) => dueOf(one).localeCompare(dueOf(other)))
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must be reached by the keyboard */}
      <section className={classes.calendar} tabIndex={0} aria-label="Календарь кампании">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Школа</th>
              {months.map((month) => (
                <th key={month} scope="col" className={classes.month}>
                  {monthName(month)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byDay.map((school) => (
              <tr key={school.schoolId}>
                <th scope="row">{school.school}</th>
                {months.map((month) => (
                  <td key={month} className={classes.month}>
                    {dueOf(school).slice(0, 7) === month.slice(0, 7) && (
                      <span title={`${formatDay(dueOf(school))} — ${campaignSchoolStates[school.state]}`}>
                        <StateMark state={school.state} text={`до ${formatDay(dueOf(school)).slice(0, 5)}`} />
                        <div className={classes.more}>{campaignSchoolStates[school.state]}</div>
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
