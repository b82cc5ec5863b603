import { Group, Text } from '@mantine/core'
import { transferStates } from '@shared/contract/transfers'
import { formatNumber } from '@shared/domain/text/plural'
import { placeOf } from '../../../app/modules'
import { useCall } from '../../../app/queries'
import { savePaper } from '../../../components/paper/files'
import { WordButton } from '../../../components/paper/WordButton'
import classes from './Panels.module.css'

/** Shown at first; the exchange sheet has all. */
const SHOWN = 20

/** Transfers done at an exchange meeting, and the sheet of who brings what to whom; nothing for other meetings. */
export function MeetingTransfers({ meetingId, name }: { meetingId: number; name: string }) {
  const found = useCall('transfers.list', {
    filters: [{ op: 'in', column: 'meetingId', values: [meetingId] }],
    sort: [{ column: 'from', desc: false }],
    limit: 1000,
  })
  const rows = found.data?.rows ?? []
  if (rows.length === 0) return null
  const copies = found.data?.totals.copies ?? 0
  return (
    <section className={classes.transfers} aria-label="Передачи встречи">
      <h3 className={classes.heading}>
        Передачи встречи: {formatNumber(rows.length)}, всего {formatNumber(copies)} экз.
      </h3>
      <ul className={classes.links}>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <a href={`#${placeOf('transfer', row.id) ?? '/'}`}>
              {row.from} → {row.to}
            </a>{' '}
            — {formatNumber(row.copies)} экз., {transferStates[row.state]}
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && (
        <Text size="sm" c="dimmed">
          И ещё {formatNumber(rows.length - SHOWN)} — все они в листе обмена.
        </Text>
      )}
      <Group mt={8}>
        <WordButton
          label="Лист обмена в Word"
          size="compact-md"
          variant="default"
          onSave={(templateId) => {
            const transferIds = rows.map((row) => row.id)
            void savePaper('papers.exchangeSheet', { transferIds, templateId }, `Лист обмена ${name}`)
          }}
        />
      </Group>
    </section>
  )
}
