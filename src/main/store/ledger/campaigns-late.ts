import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../database/prepared'

export interface LateSchool {
  campaignId: number
  campaign: string
  school: string
  dueOn: string
  copies: number
}

/** Schools of campaigns whose day has passed while acts of the campaign are still drafts, with their copies. */
export function lateWriteOffs(raw: Sqlite, today: string): LateSchool[] {
  return prepared<[string], LateSchool>(
    raw,
    `SELECT campaign.id AS campaignId, campaign.name AS campaign, school.shortName AS school,
       coalesce(place.dueOn, campaign."to") AS dueOn, sum(line.copies) AS copies
     FROM writeOffCampaignSchool AS place
     JOIN writeOffCampaign AS campaign ON campaign.id = place.campaignId
     JOIN school ON school.id = place.schoolId
     JOIN writeOff ON writeOff.campaignId = campaign.id AND writeOff.schoolId = place.schoolId AND writeOff.state = 'drafted'
     JOIN writeOffLine AS line ON line.writeOffId = writeOff.id
     WHERE coalesce(place.dueOn, campaign."to") < ?
     GROUP BY place.id ORDER BY 4, school.sortKey`,
  ).all(today)
}
