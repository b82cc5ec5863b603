import { Alert, Button, Group, Skeleton, Stack } from '@mantine/core'
import { reservationStates } from '@shared/contract/exchange'
import { IconCalendarPlus, IconFileText, IconX } from '@tabler/icons-react'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import { errorSentence } from '../../../app/toasts'
import { formatDay } from '../../../components/format'
import { copiesShort } from '../../../components/lots/words'
import { RecordPanel } from '../../../components/RecordPanel'
import { Facts } from '../../../components/record/Facts'
import { cancelReservations, makeTransfers } from './reservationActions'

export interface ReservationPanelProps {
  id: number
  onExtend: () => void
  onClose: () => void
}

/** A reservation beside the list: whose books, for whom, till when, and what can be done with it. */
export function ReservationPanel({ id, onExtend, onClose }: ReservationPanelProps) {
  const go = useGo()
  const found = useCall('reservations.list', {
    filters: [{ op: 'in', column: 'id', values: [id] }],
    totals: false,
  })
  const row = found.data?.rows[0]
  if (!row) {
    return (
      <Stack p="md">
        {found.data || found.error ? (
          <Alert color="red">{found.error ? errorSentence(found.error) : 'Такой брони больше нет.'}</Alert>
        ) : (
          <Skeleton height={120} />
        )}
        <Button variant="default" onClick={onClose}>
          Закрыть
        </Button>
      </Stack>
    )
  }
  const link = (path: string, text: string) => <a href={`#${path}`}>{text}</a>
  return (
    <RecordPanel
      title={`${row.from} → ${row.to}`}
      subtitle={`Бронь · ${reservationStates[row.state]}`}
      history={{ record: 'reservation', id }}
      onClose={onClose}
      tabs={[
        {
          id: 'main',
          title: 'Бронь',
          content: (
            <>
              {(row.state === 'active' || row.state === 'expired') && (
                <Group gap={6} mb="md">
                  {row.state === 'active' && (
                    <Button
                      size="compact-md"
                      leftSection={<IconFileText size={16} aria-hidden />}
                      onClick={() => void makeTransfers([id], go)}
                    >
                      Составить передачу
                    </Button>
                  )}
                  <Button
                    size="compact-md"
                    variant="default"
                    leftSection={<IconCalendarPlus size={16} aria-hidden />}
                    onClick={onExtend}
                  >
                    Продлить…
                  </Button>
                  {row.state === 'active' && (
                    <Button
                      size="compact-md"
                      variant="default"
                      leftSection={<IconX size={16} aria-hidden />}
                      onClick={() => void cancelReservations([id])}
                    >
                      Снять бронь
                    </Button>
                  )}
                </Group>
              )}
              <Facts
                facts={[
                  ['Учебник', link(`/exchange/surpluses?open=${row.surplusId}`, row.textbook)],
                  ['Год издания', row.publicationYear ? String(row.publicationYear) : ''],
                  [
                    row.forTextbook === '' ? 'Потребность' : 'Вместо',
                    link(`/exchange/needs?open=${row.needId}`, row.forTextbook || row.to),
                  ],
                  ['Количество', copiesShort(row.copies)],
                  ['Забронировано', formatDay(row.madeOn)],
                  ['Бронь до', formatDay(row.expiresOn)],
                  ['Примечание', row.note],
                ]}
              />
            </>
          ),
        },
      ]}
    />
  )
}
