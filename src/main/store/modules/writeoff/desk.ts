import { counted } from '@shared/domain/text/plural'
import type { DeskSource } from '../../desk/source'
import { lateWriteOffs } from '../../ledger/campaigns-late'

/** Acts of a campaign not booked by their school's day. */
export const writeOffDesk: DeskSource = {
  kinds: ['write-off-overdue'],
  items: ({ raw, today }) =>
    lateWriteOffs(raw, today()).map((one) => ({
      kind: 'write-off-overdue',
      record: 'write-off-campaign',
      id: one.campaignId,
      uid: null,
      title: one.school,
      detail: `провести акт: ${counted(one.copies, ['экземпляр', 'экземпляра', 'экземпляров'])}, ${one.campaign}`,
      date: one.dueOn,
    })),
}
