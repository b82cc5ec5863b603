import { Button, Text } from '@mantine/core'
import { type WriteOffReason, writeOffReasons } from '@shared/contract/writeoff'
import { isRealDate, todayIso } from '@shared/domain/dates'
import { counted, formatMoney } from '@shared/domain/text/plural'
import { IconFilePlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useGo } from '../../../app/navigation'
import { undoLast, useCommand } from '../../../app/queries'
import { showDone } from '../../../app/toasts'
import { DateField } from '../../../components/fields/DateField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { copiesShort } from '../../../components/lots/words'
import { actForms, titleForms } from '../words'
import classes from './Candidates.module.css'
import type { SchoolGroup } from './selection'

export interface DraftBarProps {
  groups: readonly SchoolGroup[]
  left: ReadonlySet<number>
  campaignId: number | null
  reason: WriteOffReason
  onDrafted: () => void
}

/** What is ticked in all, and the button that makes acts of it. */
export function DraftBar({ groups, left, campaignId, reason: usual, onDrafted }: DraftBarProps) {
  const [chosen, setReason] = useState<WriteOffReason | null>(null)
  const [reasonText, setReasonText] = useState('')
  const [date, setDate] = useState<string | null>(() => todayIso(new Date()))
  const draft = useCommand('writeOffs.draft')
  const go = useGo()
  const reason = chosen ?? usual
  const lots = groups.flatMap((group) => group.lots).filter((lot) => !left.has(lot.lotId))
  const schools = groups.filter((group) => group.chosen > 0).length
  const copies = groups.reduce((sum, group) => sum + group.copies, 0)
  const sum = groups.reduce((all, group) => all + group.sum, 0)
  const isReady =
    lots.length > 0 && date !== null && isRealDate(date) && (reason !== 'other' || reasonText.trim() !== '')

  const make = async () => {
    if (date === null) return
    const { ids } = await draft.run({
      campaignId,
      date,
      reason,
      reasonText,
      lots: lots.map(({ lotId, copies: all }) => ({ lotId, copies: all })),
    })
    onDrafted()
    showDone(`Составлено: ${counted(ids.length, actForms)}. Они ждут в списке актов.`, {
      label: 'Отменить',
      run: () => void undoLast(),
    })
    go(campaignId === null ? '/writeoff' : `/writeoff/campaigns?open=${campaignId}`)
  }
  return (
    <section className={classes.bar} aria-label="Акты по подбору">
      <Text size="sm" role="status" className={classes.sum}>
        Отмечено: {counted(lots.length, titleForms)}, {copiesShort(copies)}, {formatMoney(sum)} в{' '}
        {schools === 1 ? '1 школе' : counted(schools, ['школе', 'школах', 'школах'])}
      </Text>
      <div className={classes.barReason}>
        <SelectField<WriteOffReason>
          ariaLabel="Причина исключения"
          choices={writeOffReasons}
          value={reason}
          onChange={setReason}
        />
      </div>
      {reason === 'other' && (
        <div className={classes.barReason}>
          <TextField
            ariaLabel="Причина словами"
            placeholder="почему списываются"
            value={reasonText}
            onChange={setReasonText}
          />
        </div>
      )}
      <div className={classes.barDate}>
        <DateField ariaLabel="Дата актов" value={date} onChange={setDate} mandatory />
      </div>
      <Button
        leftSection={<IconFilePlus size={17} aria-hidden />}
        loading={draft.pending}
        disabled={!isReady}
        onClick={() => void make().catch(() => undefined)}
      >
        Составить акты
      </Button>
    </section>
  )
}
