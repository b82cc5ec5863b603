import { Button, Group } from '@mantine/core'
import { writeOffList } from '@shared/contract/writeoff'
import { IconCheck, IconFileText, IconListSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { BulkDialog, type BulkWork } from '../../../components/BulkDialog'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { AddRecord, RecordsScreen } from '../../../components/RecordsScreen'
import { useRecordPanel } from '../../../components/record/useRecordPanel'
import { writeOffTabs, writeOffTabsLabel } from '../tabs'
import { WriteOffEditor } from './WriteOffEditor'

/** /writeoff — the register of acts. */
export function ActsScreen() {
  const panel = useRecordPanel('/writeoff')
  const go = useGo()
  const [work, setWork] = useState<BulkWork | null>(null)
  const add = (
    <Group gap={6} wrap="nowrap">
      <AddRecord panel={panel}>Составить акт</AddRecord>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconListSearch size={16} aria-hidden />}
        onClick={() => go('/writeoff/candidates')}
      >
        Подобрать учебники
      </Button>
    </Group>
  )
  return (
    <RecordsScreen name="writeoff" panel={panel} Editor={WriteOffEditor}>
      <ListTabs label={writeOffTabsLabel} tabs={writeOffTabs} here="/writeoff">
        <DataGrid
          spec={writeOffList}
          {...panel.grid}
          rowTone={(row) => (row.state === 'reversed' ? 'muted' : null)}
          rowActions={[{ title: 'Провести акты', icon: IconCheck, run: (ids) => setWork(booking(ids)) }]}
          toolbar={add}
          emptyState={
            <ListEmpty
              icon={IconFileText}
              title="Актов о списании в этом учебном году нет"
              text="Подберите учебники по году издания или сроку использования — программа составит по акту на каждую школу. Или составьте акт сами."
              action={add}
            />
          }
        />
        {work && <BulkDialog work={work} onClose={() => setWork(null)} />}
      </ListTabs>
    </RecordsScreen>
  )
}

function booking(ids: readonly number[]): BulkWork {
  return {
    title: 'Проведение актов',
    done: 'Проведено',
    ids,
    each: async (id) => void (await call('writeOffs.book', { id })),
    nameOf: async (id) => {
      const { writeOff, school } = await call('writeOffs.get', { id })
      return `${writeOff.number === '' ? 'Акт без номера' : `Акт № ${writeOff.number}`}, ${school}`
    },
    note: 'Книги ушли с остатков. Каждый акт отменяется отдельно: «Отменить» (Ctrl+Z) или «Сторнировать».',
  }
}
