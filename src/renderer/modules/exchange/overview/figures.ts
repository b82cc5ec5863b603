import type { FundSummary } from '@shared/contract/exchange'
import type { Filter } from '@shared/contract/lists'
import { addDays } from '@shared/domain/dates'
import { schoolYearBounds, schoolYearOf } from '@shared/domain/school-year'
import { counted, formatMoney, formatNumber } from '@shared/domain/text/plural'
import { type ListAddress, listLink } from '../../../components/DataGrid/link'

/** The figures of the overview, each with the list that shows exactly the rows it counts. */

export interface FundFigure {
  title: string
  value: string
  /** Under the figure: of how many schools, in how many transfers. */
  detail: string
  /** Null for a past day: lists show the present. */
  place: string | null
  tone: 'danger' | 'warning' | null
}

const above = (column: string): Filter => ({ op: 'above', column, value: 0 })
const anyOf = (column: string, ...values: string[]): Filter => ({ op: 'in', column, values })
const place = (path: string, filters: Filter[], rest: ListAddress = {}): string =>
  listLink(path, { filters, group: null, search: '', ...rest })

const schools = (n: number): string => `в ${counted(n, ['школе', 'школах', 'школах'])}`

/** Reservations that end within so many days are shown as ending. */
export const EXPIRING_DAYS = 7

export function fundFigures(summary: FundSummary, isNow: boolean): FundFigure[] {
  const { surpluses, needs, transferred, onLoan } = summary
  const at = (path: string, filters: Filter[], rest?: ListAddress) => (isNow ? place(path, filters, rest) : null)
  const { from } = schoolYearBounds(schoolYearOf(summary.on))
  const given: Filter = { op: 'between', column: 'handedOn', from, to: summary.on }
  const onLoanNow: Filter[] = [anyOf('term', 'temporary'), anyOf('state', 'handed', 'received')]
  return [
    {
      title: 'свободно',
      value: formatNumber(surpluses.free),
      detail: `заявлено ${formatNumber(surpluses.copies)} ${schools(surpluses.schools)}`,
      place: at('/exchange/surpluses', [above('free')]),
      tone: null,
    },
    {
      title: 'не хватает',
      value: formatNumber(needs.unmet),
      detail: `нужно ${formatNumber(needs.copies)} ${schools(needs.schools)}`,
      place: at('/exchange/needs', [above('unmet')]),
      tone: null,
    },
    {
      title: 'в брони',
      value: formatNumber(summary.reserved),
      detail: 'экземпляров обещано',
      place: at('/exchange/reservations', [anyOf('state', 'active')]),
      tone: null,
    },
    {
      title: 'истекает броней',
      value: formatNumber(summary.expiringReservations),
      detail: `за ${counted(EXPIRING_DAYS, ['день', 'дня', 'дней'])}`,
      place: at('/exchange/reservations', [
        anyOf('state', 'active'),
        { op: 'between', column: 'expiresOn', from: summary.on, to: addDays(summary.on, EXPIRING_DAYS) },
      ]),
      tone: summary.expiringReservations > 0 ? 'warning' : null,
    },
    {
      title: 'передано за год',
      value: formatNumber(transferred.copies),
      detail: counted(transferred.transfers, ['передача', 'передачи', 'передач']),
      place: at('/exchange/transfers', [given], { allYears: true }),
      tone: null,
    },
    {
      title: 'сэкономлено за год',
      value: formatMoney(transferred.savedKopecks),
      detail: 'по ценам каталога',
      place: at('/exchange/register', [given], { allYears: true }),
      tone: null,
    },
    {
      title: 'выдано временно',
      value: formatNumber(onLoan.copies),
      detail: 'ещё не возвращено',
      place: at('/exchange/transfers', onLoanNow, { allYears: true }),
      tone: null,
    },
    {
      title: 'просрочен возврат',
      value: formatNumber(onLoan.overdue),
      detail: 'экземпляров',
      place: at('/exchange/transfers', [{ op: 'equals', column: 'overdue', value: true }], { allYears: true }),
      tone: onLoan.overdue > 0 ? 'danger' : null,
    },
  ]
}
