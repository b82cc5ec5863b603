import type { Generated } from 'kysely'

export interface WriteOffCampaignTable {
  id: Generated<number>
  revision: Generated<number>
  name: string
  from: string
  to: string
  publishedBy: number | null
  usableUntilBefore: string | null
  dropped: number
  search: string
  reason: string
  disposal: string
  note: string
}

export interface WriteOffCampaignSchoolTable {
  id: Generated<number>
  uid: string
  campaignId: number
  ord: number
  schoolId: number
  dueOn: string | null
  note: string
}

export interface WriteOffCampaignMemberTable {
  id: Generated<number>
  uid: string
  campaignId: number
  ord: number
  role: string
  position: string
  name: string
}

export interface WriteOffTable {
  id: Generated<number>
  revision: Generated<number>
  schoolId: number
  campaignId: number | null
  reason: string
  reasonText: string
  number: string
  date: string
  okpo: string
  unit: string
  debit: string
  credit: string
  order: string
  disposal: string
  note: string
  state: string
  bookedOn: string | null
}

export interface WriteOffMemberTable {
  id: Generated<number>
  uid: string
  writeOffId: number
  ord: number
  role: string
  position: string
  name: string
}

export interface WriteOffLineTable {
  id: Generated<number>
  uid: string
  writeOffId: number
  ord: number
  lotId: number
  copies: number
  inventoryNumbers: string
}
