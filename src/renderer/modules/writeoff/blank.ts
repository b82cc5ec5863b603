import { newUid } from '@shared/contract/fields'
import type { CommissionMember, WriteOff, WriteOffCampaign } from '@shared/contract/writeoff'
import { addMonths, todayIso } from '@shared/domain/dates'

/** 0 stands for a school not chosen yet, and is refused by the schema. */
const none = 0

export function blankWriteOff(): WriteOff {
  return {
    schoolId: none,
    campaignId: null,
    reason: 'outdated',
    reasonText: '',
    number: '',
    date: todayIso(new Date()),
    okpo: '',
    unit: '',
    debit: '',
    credit: '',
    order: '',
    disposal: 'none',
    note: '',
    commission: [],
    lines: [],
  }
}

export function blankCampaign(): WriteOffCampaign {
  const today = todayIso(new Date())
  return {
    name: '',
    from: today,
    to: addMonths(today, 2),
    rule: { publishedBy: null, usableUntilBefore: null, dropped: false, search: '' },
    reason: 'outdated',
    disposal: 'waste-paper',
    note: '',
    schools: [],
    commission: [],
  }
}

export function blankMember(commission: readonly CommissionMember[]): CommissionMember {
  const hasChair = commission.some((one) => one.role === 'chair')
  return { uid: newUid(), role: hasChair ? 'member' : 'chair', position: '', name: '' }
}
