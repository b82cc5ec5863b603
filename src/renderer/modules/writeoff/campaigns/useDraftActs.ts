import type { WriteOffCampaign } from '@shared/contract/writeoff'
import { todayIso } from '@shared/domain/dates'
import { counted } from '@shared/domain/text/plural'
import { useState } from 'react'
import { call } from '../../../app/api'
import { undoLast } from '../../../app/queries'
import { showDone, showError } from '../../../app/toasts'
import { actForms } from '../words'

/** Acts of all that the rule finds free in these schools, as one step. */
export function useDraftActs() {
  const [pending, setPending] = useState(false)
  const run = async (campaignId: number, campaign: WriteOffCampaign, schoolIds: readonly number[]) => {
    setPending(true)
    try {
      const { candidates } = await call('writeOffs.candidates', {
        rule: campaign.rule,
        schoolIds: [...schoolIds],
        limit: 20_000,
      })
      const { ids } = await call('writeOffs.draft', {
        campaignId,
        date: todayIso(new Date()),
        reason: campaign.reason,
        reasonText: campaign.reason === 'other' ? campaign.name : '',
        lots: candidates.map(({ lotId, copies }) => ({ lotId, copies })),
      })
      showDone(`Составлено: ${counted(ids.length, actForms)}. Они ждут на вкладке «Акты».`, {
        label: 'Отменить',
        run: () => void undoLast(),
      })
    } catch (error) {
      showError(error)
    } finally {
      setPending(false)
    }
  }
  return { run, pending }
}
