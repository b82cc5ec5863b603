import { counted } from '@shared/domain/text/plural'
import type { CalendarSource } from '../../calendar/source'
import { prepared } from '../../database/prepared'
import { lateWriteOffs } from '../../ledger/campaigns-late'

interface CampaignDay {
  id: number
  name: string
  day: string
  schools: number
  first: string
}

/** Days of write-off campaigns, with how many schools have that day. */
export const writeOffCalendar: CalendarSource = {
  'write-off': ({ raw, today }, { from, to }) => {
    const days = prepared<[string, string], CampaignDay>(
      raw,
      `SELECT campaign.id, campaign.name, coalesce(place.dueOn, campaign."to") AS day, count(*) AS schools,
         min(school.shortName) AS first
       FROM writeOffCampaignSchool AS place JOIN writeOffCampaign AS campaign ON campaign.id = place.campaignId
       JOIN school ON school.id = place.schoolId
       WHERE coalesce(place.dueOn, campaign."to") BETWEEN ? AND ?
       GROUP BY campaign.id, day ORDER BY day, campaign.id`,
    ).all(from, to)
    const day = today()
    const late = new Set(lateWriteOffs(raw, day).map((one) => `${one.campaignId} ${one.dueOn}`))
    return days.map((one) => ({
      record: 'write-off-campaign',
      id: one.id,
      uid: null,
      title: one.name,
      detail: one.schools === 1 ? one.first : counted(one.schools, ['школа', 'школы', 'школ']),
      from: one.day,
      to: one.day,
      time: null,
      state: late.has(`${one.id} ${one.day}`) ? 'late' : one.day < day ? 'done' : 'ahead',
    }))
  },
}
