import { needList, surplusList } from '@shared/contract/exchange'
import { transferLineList, transferList } from '@shared/contract/transfers'
import type { Counted, ReportReader } from '../../reader'
import { type Span, within } from '../../scope'
import type { Tallied } from '../../tally'

/** The exchange fund over a year, as its own lists count it (decisions 71, 73). */

/** Copies of a side in the fund at the end of a day: what is open and not used up, promised ones included. */
export interface InFund {
  start: Counted
  end: Counted
}

export interface Year {
  span: Span
  surpluses: InFund
  needs: InFund
  /** Declared within the year. */
  offered: Counted
  offeredBy: string[]
  asked: Counted
  askedBy: string[]
  transfers: Counted
  lines: Counted
  titles: number
  terms: Tallied[]
  /** By giver, by receiver, by subject, by day. */
  givers: Tallied[]
  receivers: Tallied[]
  subjects: Tallied[]
  days: Tallied[]
  /** Of temporary ones, with the receivers on the day; of those, past their day. */
  onLoan: Counted
  overdue: Counted
  /** Given back whole within the year. */
  returned: Counted
}

const moved = ['came', 'saved']

export async function countYear(reader: ReportReader, span: Span): Promise<Year> {
  const { from, on, eve } = span
  const open = (list: typeof surplusList, day: string) =>
    reader.total(list, ['inFund'], {
      schoolYear: null,
      on: day,
      filters: [{ op: 'above', column: 'inFund', value: 0 }],
    })
  const declared = { schoolYear: null, on, filters: [within('since', span)] }
  const handed = { schoolYear: null, on, filters: [within('handedOn', span)] }
  const lines = (by: readonly string[], told: readonly string[] = []) =>
    reader.tally(transferLineList, { by, told, sums: moved }, handed)
  const loans = { schoolYear: null, on, filters: [{ op: 'above' as const, column: 'onLoan', value: 0 }] }
  return {
    span,
    surpluses: { start: await open(surplusList, eve), end: await open(surplusList, on) },
    needs: { start: await open(needList, eve), end: await open(needList, on) },
    offered: await reader.total(surplusList, ['copies'], declared),
    offeredBy: await schoolsOf(reader, surplusList, declared),
    asked: await reader.total(needList, ['copies'], declared),
    askedBy: await schoolsOf(reader, needList, declared),
    transfers: await reader.total(transferList, [], { schoolYear: null, filters: [within('handedOn', { from, on })] }),
    lines: await reader.total(transferLineList, moved, handed),
    titles: (await reader.tally(transferLineList, { by: ['textbookId'] }, handed)).length,
    terms: await lines(['term']),
    givers: await lines(['from']),
    receivers: await lines(['to']),
    subjects: await lines(['subject']),
    days: await lines(['handedOn']),
    onLoan: await reader.total(transferLineList, ['onLoan'], loans),
    overdue: await reader.total(transferLineList, ['onLoan'], {
      ...loans,
      filters: [...loans.filters, { op: 'below', column: 'until', value: on }, { op: 'filled', column: 'receivedOn' }],
    }),
    returned: await reader.total(transferLineList, ['returned'], { ...handed, filters: [within('returnedOn', span)] }),
  }
}

async function schoolsOf(
  reader: ReportReader,
  list: typeof surplusList,
  asked: Parameters<ReportReader['tally']>[2],
): Promise<string[]> {
  const found = await reader.tally(list, { by: ['school'] }, asked)
  return found.map(({ values }) => String(values.school))
}
