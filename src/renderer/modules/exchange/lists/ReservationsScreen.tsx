import { Button } from '@mantine/core'
import { reservationList } from '@shared/contract/exchange'
import { IconArrowsExchange, IconBookmark, IconCalendarPlus, IconFileText, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useGo } from '../../../app/navigation'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import type { GridRow } from '../../../components/DataGrid/model/rows'
import { ListAndPanel } from '../../../components/ListAndPanel'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { useRecordPanel } from '../../../components/record/useRecordPanel'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'
import { ExtendDialog } from './ExtendDialog'
import { ReservationPanel } from './ReservationPanel'
import { cancelReservations, makeTransfers } from './reservationActions'

/** /exchange/reservations — what is promised, to whom and till when. */
export function ReservationsScreen() {
  const panel = useRecordPanel('/exchange/reservations')
  const go = useGo()
  const [extending, setExtending] = useState<readonly number[] | null>(null)
  const open = typeof panel.open === 'number' ? panel.open : null
  return (
    <ListAndPanel
      name="exchange"
      list={
        <ListTabs label={exchangeTabsLabel} tabs={exchangeTabs} here="/exchange/reservations">
          <DataGrid
            spec={reservationList}
            onOpen={(row) => panel.setOpen(row.id)}
            openId={open}
            rowTone={toneOf}
            rowActions={[
              { title: 'Составить передачи', icon: IconFileText, run: (ids) => void makeTransfers(ids, go) },
              { title: 'Продлить бронь…', icon: IconCalendarPlus, run: setExtending },
              { title: 'Снять бронь', icon: IconX, apart: true, run: (ids) => void cancelReservations(ids) },
            ]}
            emptyState={
              <ListEmpty
                icon={IconBookmark}
                title="Броней пока нет"
                text="Бронь обещает книги одной школы другой до указанного дня. Забронируйте их на вкладке «Сопоставление»."
                action={
                  <Button
                    leftSection={<IconArrowsExchange size={18} aria-hidden />}
                    onClick={() => go('/exchange/match')}
                  >
                    Сопоставить
                  </Button>
                }
              />
            }
          />
          <ExtendDialog ids={extending} onClose={() => setExtending(null)} />
        </ListTabs>
      }
      panel={
        open === null ? null : (
          <ReservationPanel key={open} id={open} onExtend={() => setExtending([open])} onClose={panel.close} />
        )
      }
    />
  )
}

function toneOf(row: GridRow): 'warning' | 'muted' | null {
  if (row.state === 'expired') return 'warning'
  return row.state === 'active' ? null : 'muted'
}
