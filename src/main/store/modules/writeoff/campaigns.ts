import type { SavedRecord } from '@shared/contract/core'
import { type CampaignSchool, CommissionMember, WriteOffCampaign } from '@shared/contract/writeoff'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import type { CommandContext, QueryContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot, syncRows } from '../../database/aggregate'
import { prepared } from '../../database/prepared'
import { parseRow } from '../../database/rows'
import { actsBySchool, candidatesBySchool, isEmptyRule } from './candidates'

type Row = Record<string, string | number | null>

/** @throws AppError `not-found` */
export function readCampaign(raw: Sqlite, id: number): SavedRecord & { campaign: WriteOffCampaign } {
  const row = prepared<[number], Row>(raw, 'SELECT * FROM writeOffCampaign WHERE id = ?').get(id)
  if (!row) throw new AppError('not-found', `Кампании списания с номером ${id} нет.`)
  const schools = prepared<[number], Row>(
    raw,
    'SELECT * FROM writeOffCampaignSchool WHERE campaignId = ? ORDER BY ord',
  ).all(id)
  const members = prepared<[number], Row>(
    raw,
    'SELECT * FROM writeOffCampaignMember WHERE campaignId = ? ORDER BY ord',
  ).all(id)
  const campaign = parseRow(WriteOffCampaign, {
    ...row,
    rule: row,
    schools,
    commission: members.map((member) => parseRow(CommissionMember, member)),
  })
  return { id, revision: Number(row.revision), campaign }
}

/** Where each school of a campaign is, today. */
export async function campaignSchools(
  context: QueryContext,
  id: number,
  campaign: WriteOffCampaign,
): Promise<CampaignSchool[]> {
  const { raw, trx } = context
  const ids = campaign.schools.map((one) => one.schoolId)
  const found = isEmptyRule(campaign.rule) ? [] : await candidatesBySchool(trx, campaign.rule, ids)
  const candidates = new Map(found.map((one) => [one.schoolId, one]))
  const acts = new Map(actsBySchool(raw, id).map((one) => [one.schoolId, one]))
  const name = prepared<[number], { name: string }>(raw, 'SELECT shortName AS name FROM school WHERE id = ?')
  return campaign.schools.map(({ schoolId, dueOn }): CampaignSchool => {
    const left = candidates.get(schoolId)
    const done = acts.get(schoolId)
    const school = {
      schoolId,
      school: name.get(schoolId)?.name ?? '',
      dueOn,
      candidates: left?.copies ?? 0,
      candidateSum: left?.sum ?? 0,
      drafted: done?.drafted ?? 0,
      booked: done?.booked ?? 0,
      bookedSum: done?.bookedSum ?? 0,
    }
    const isLate = (dueOn ?? campaign.to) < context.today()
    return { ...school, state: stateOf(school, isLate, isEmptyRule(campaign.rule)) }
  })
}

/** @param open the rule names nothing: each school finds its own, so nothing found is not «nothing to write off» */
function stateOf(
  school: Pick<CampaignSchool, 'candidates' | 'drafted' | 'booked'>,
  isLate: boolean,
  open: boolean,
): CampaignSchool['state'] {
  const { candidates, drafted, booked } = school
  if (candidates === 0 && drafted === 0) {
    if (booked > 0) return 'done'
    if (!open) return 'none'
  }
  if (isLate) return 'overdue'
  return drafted > 0 ? 'drafted' : 'waiting'
}

/** @throws AppError `invalid-input`, `not-found`, `conflict` */
export function saveCampaign(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  campaign: WriteOffCampaign,
): SavedRecord {
  const { raw } = context
  refuseWrong(raw, campaign)
  context.describe(campaign.name)
  const { rule, schools, commission, ...own } = campaign
  const saved = saveRoot(raw, 'writeOffCampaign', id, revision, { ...own, ...rule })
  const parent = { column: 'campaignId', id: saved.id }
  syncRows(raw, 'writeOffCampaignSchool', parent, schools)
  syncRows(raw, 'writeOffCampaignMember', parent, commission)
  return bumpRevision(raw, 'writeOffCampaign', 'write-off-campaign', saved, id === null)
}

/** @throws AppError `in-use`, `not-found` */
export function removeCampaign(context: CommandContext, id: number): void {
  context.describe(readCampaign(context.raw, id).campaign.name)
  removeRecord(
    context.raw,
    'writeOffCampaign',
    ['writeOffCampaignSchool', 'writeOffCampaignMember'],
    'campaignId',
    id,
    'Кампанию нельзя удалить: по ней составлены акты. Удалите черновики или уберите у актов кампанию.',
  )
}

function refuseWrong(raw: Sqlite, campaign: WriteOffCampaign): void {
  if (campaign.to < campaign.from) {
    throw new AppError('invalid-input', 'Окончание: раньше начала. Проверьте даты.', 'campaign.to')
  }
  const seen = new Set<number>()
  for (const [index, one] of campaign.schools.entries()) {
    const path = `campaign.schools.${index}.schoolId`
    const school = prepared<[number], { name: string }>(raw, 'SELECT shortName AS name FROM school WHERE id = ?').get(
      one.schoolId,
    )
    if (!school)
      throw new AppError('not-found', `Школа в строке ${index + 1}: такой нет. Выберите школу из списка.`, path)
    if (seen.has(one.schoolId)) {
      throw new AppError('duplicate', `Школа «${school.name}» в кампании дважды. Оставьте одну строку.`, path)
    }
    seen.add(one.schoolId)
  }
}
