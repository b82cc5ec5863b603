import { newUid } from '@shared/contract/fields'
import type { CommissionMember, WriteOff } from '@shared/contract/writeoff'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../../database/prepared'
import { nextActNumber } from '../../ledger/act-numbers'
import { readCampaign } from './campaigns'
import { readWriteOff } from './read'

/**
 * What a new act of a school starts with: the next number; commission, accounts, order and unit of the school's last act,
 * else the commission of the campaign. @throws AppError `not-found`
 */
export function blankWriteOff(raw: Sqlite, schoolId: number, date: string, campaignId: number | null): WriteOff {
  if (!prepared(raw, 'SELECT 1 FROM school WHERE id = ?').get(schoolId)) {
    throw new AppError('not-found', `Школы с номером ${schoolId} нет.`)
  }
  const campaign = campaignId === null ? null : readCampaign(raw, campaignId).campaign
  const last = prepared<[number], { id: number }>(
    raw,
    'SELECT id FROM writeOff WHERE schoolId = ? ORDER BY date DESC, id DESC LIMIT 1',
  ).get(schoolId)
  const before = last ? readWriteOff(raw, last.id).writeOff : null
  const commission = before && before.commission.length > 0 ? before.commission : (campaign?.commission ?? [])
  return {
    schoolId,
    campaignId,
    reason: campaign?.reason ?? 'outdated',
    reasonText: '',
    number: nextActNumber(raw, schoolId),
    date,
    okpo: before?.okpo ?? '',
    unit: before?.unit ?? '',
    debit: before?.debit ?? '',
    credit: before?.credit ?? '',
    order: before?.order ?? '',
    disposal: campaign?.disposal ?? before?.disposal ?? 'none',
    note: '',
    commission: commission.map((member): CommissionMember => ({ ...member, uid: newUid() })),
    lines: [],
  }
}
