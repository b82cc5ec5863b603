import type { Need, Surplus } from '@shared/contract/exchange'
import { newUid } from '@shared/contract/fields'
import type { Transfer, TransferLine } from '@shared/contract/transfers'
import { todayIso } from '@shared/domain/dates'

/** How long a reservation holds unless another day is chosen. */
export const RESERVATION_DAYS = 14

/** 0 stands for a school or a book not chosen yet, and is refused by the schema. */
const none = 0
/** No figure yet: an empty field, which the schema refuses with its sentence. */
const noCopies = null as unknown as number

export function blankSurplus(): Surplus {
  return {
    schoolId: none,
    textbookId: none,
    publicationYear: 0,
    price: 0,
    source: 'unknown',
    copies: noCopies,
    condition: 'good',
    since: todayIso(new Date()),
    until: null,
    state: 'open',
    note: '',
  }
}

export function blankNeed(): Need {
  return {
    schoolId: none,
    textbookId: none,
    copies: noCopies,
    substitutes: false,
    priority: 'usual',
    since: todayIso(new Date()),
    until: null,
    state: 'open',
    note: '',
  }
}

export function blankTransfer(): Transfer {
  return {
    fromSchoolId: none,
    toSchoolId: none,
    term: 'permanent',
    dueBack: null,
    actNumber: '',
    actDate: null,
    giver: { name: '', position: '', attorney: '' },
    receiver: { name: '', position: '', attorney: '' },
    viaSchoolId: null,
    meetingId: null,
    note: '',
    lines: [],
  }
}

export function blankLine(lotId: number, copies: number): TransferLine {
  return {
    uid: newUid(),
    lotId,
    copies,
    condition: 'good',
    accounted: true,
    surplusId: null,
    needId: null,
    reservationId: null,
    planLineId: null,
    forTextbookId: null,
  }
}
