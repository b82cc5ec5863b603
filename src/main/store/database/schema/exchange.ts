import type { Generated } from 'kysely'

export interface SurplusTable {
  id: Generated<number>
  revision: Generated<number>
  lotId: number
  copies: number
  condition: string
  since: string
  until: string | null
  state: string
  withdrawnOn: string | null
  note: string
}

export interface NeedTable {
  id: Generated<number>
  revision: Generated<number>
  schoolId: number
  textbookId: number
  copies: number
  substitutes: number
  priority: string
  since: string
  until: string | null
  state: string
  withdrawnOn: string | null
  note: string
}

export interface ReservationTable {
  id: Generated<number>
  revision: Generated<number>
  surplusId: number
  needId: number
  copies: number
  madeOn: string
  expiresOn: string
  state: string
  closedOn: string | null
  note: string
}

export interface TransferTable {
  id: Generated<number>
  revision: Generated<number>
  fromSchoolId: number
  toSchoolId: number
  term: string
  dueBack: string | null
  actNumber: string
  actDate: string | null
  giverName: string
  giverPosition: string
  giverAttorney: string
  receiverName: string
  receiverPosition: string
  receiverAttorney: string
  viaSchoolId: number | null
  meetingId: number | null
  note: string
  state: string
  draftedOn: string
  agreedOn: string | null
  handedOn: string | null
  receivedOn: string | null
  returnedOn: string | null
  issuedOn: string | null
  cancelledOn: string | null
}

export interface TransferLineTable {
  id: Generated<number>
  uid: string
  transferId: number
  ord: number
  lotId: number
  copies: number
  condition: string
  accounted: number
  surplusId: number | null
  needId: number | null
  reservationId: number | null
  planLineId: number | null
  forTextbookId: number | null
  received: number | null
  returned: Generated<number>
}

export interface ExchangePlanTable {
  id: Generated<number>
  name: string
  madeAt: string
  optionsJson: string
  outcomeJson: string
  sinceGroup: number
}

export interface PlanLineTable {
  id: Generated<number>
  planId: number
  surplusId: number
  needId: number
  lotId: number
  toSchoolId: number
  forTextbookId: number
  copies: number
  reason: string
  locked: number
  rejected: Generated<number>
}

export interface PlanUnmetTable {
  id: Generated<number>
  planId: number
  needId: number
  schoolId: number
  textbookId: number
  copies: number
  reason: string
}
