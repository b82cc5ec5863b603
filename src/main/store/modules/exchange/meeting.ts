import type { Parsed } from '@shared/contract'
import { newUid } from '@shared/contract/fields'
import type { Decision } from '@shared/contract/meetings'
import type { TransferRecord } from '@shared/contract/transfers'
import { formatDate } from '@shared/domain/dates'
import { counted, formatNumber } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { copiesForms } from '../../ledger/fund-check'

/** An exchange meeting from transfers: a draft protocol whose decisions say which school brings what to whom. */

/** Titles named one by one; a longer list is that of the act. */
const namedTitles = 10

/** @throws AppError `locked` for a transfer whose books have gone already */
export async function prepareMeeting(
  context: CommandContext,
  { seriesId, date, time, place, transferIds }: Parsed<'exchange.prepareMeeting'>,
): Promise<{ meetingId: number }> {
  const transfers: TransferRecord[] = []
  for (const id of new Set(transferIds)) {
    const transfer = await context.ask('transfers.get', { id })
    if (transfer.state !== 'drafted' && transfer.state !== 'agreed') {
      throw new AppError(
        'locked',
        `Передача ${transfer.from} → ${transfer.to}: книги уже переданы или передача отменена. Уберите её из выбранных.`,
      )
    }
    transfers.push(transfer)
  }
  const draft = await context.ask('meetings.prepare', { seriesId, date })
  const copies = transfers.reduce((sum, one) => sum + one.copies, 0)
  const theme = 'Обмен учебниками между школами'
  const meeting = {
    ...draft,
    time,
    place: place === '' ? draft.place : place,
    theme: draft.theme === '' ? theme : draft.theme,
    agenda: [
      ...draft.agenda,
      {
        uid: newUid(),
        title: theme,
        speakers: [],
        speeches: [],
        vote: { for: null, against: null, abstained: null, unanimous: false },
        decisions: decisionsOf(transfers, date),
      },
    ],
    note: `${draft.note === '' ? '' : `${draft.note}\n`}Передач: ${formatNumber(transfers.length)}, всего ${counted(copies, copiesForms)}.`,
  }
  const { id: meetingId } = await context.run('meetings.save', { id: null, revision: null, meeting })
  await context.run('transfers.linkMeeting', { ids: transfers.map((one) => one.id), meetingId })
  context.describe(`${formatDate(date, 'digits')}, передач: ${formatNumber(transfers.length)}`)
  return { meetingId }
}

/** One for each school that gives, due on the day, and one for those that only come for books. */
function decisionsOf(transfers: readonly TransferRecord[], date: string): Decision[] {
  const givers = new Map<number, TransferRecord[]>()
  for (const one of transfers) {
    const school = one.transfer.fromSchoolId
    givers.set(school, [...(givers.get(school) ?? []), one])
  }
  const bring = [...givers].map(([schoolId, own]): Decision => {
    const name = own[0]?.from ?? ''
    const what = own.map((one) => `${one.to}: ${booksOf(one)}`).join('; ')
    return decision(`Привезти и передать школам учебники: ${what.replace(/\.$/u, '')}.`, [{ id: schoolId, name }], date)
  })
  const takers = new Map(
    transfers
      .filter((one) => !givers.has(one.transfer.toSchoolId))
      .map((one) => [one.transfer.toSchoolId, { id: one.transfer.toSchoolId, name: one.to }]),
  )
  const take =
    takers.size === 0
      ? []
      : [decision('Прибыть за учебниками с доверенностью на их получение.', [...takers.values()], date)]
  return [...bring, ...take]
}

function booksOf(one: TransferRecord): string {
  if (one.lines.length > namedTitles) {
    const act = one.transfer.actNumber === '' ? 'по списку к акту' : `по списку к акту № ${one.transfer.actNumber}`
    return `${act}, ${counted(one.lines.length, ['название', 'названия', 'названий'])}, ${counted(one.copies, copiesForms)}`
  }
  return one.lines.map((line) => `«${line.title}» — ${formatNumber(line.copies)} экз.`).join(', ')
}

function decision(text: string, schools: readonly { id: number; name: string }[], date: string): Decision {
  return {
    uid: newUid(),
    text,
    addressees: schools.map(({ id, name }) => ({
      uid: newUid(),
      kind: 'school' as const,
      text: name,
      librarianId: null,
      schoolId: id,
    })),
    dues: [{ text: formatDate(date, 'digits'), range: null, from: null, to: date, recurrence: null }],
    carriedFrom: null,
  }
}
