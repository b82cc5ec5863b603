import { Button } from '@mantine/core'
import { writeOffCampaignList } from '@shared/contract/writeoff'
import { IconCalendarStats, IconPlus } from '@tabler/icons-react'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import { ListAndPanel } from '../../../components/ListAndPanel'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { useRecordPanel } from '../../../components/record/useRecordPanel'
import { writeOffTabs, writeOffTabsLabel } from '../tabs'
import { CampaignEditor } from './CampaignEditor'

/** /writeoff/campaigns — who writes off what, and when. */
export function CampaignsScreen() {
  const panel = useRecordPanel('/writeoff/campaigns')
  const add = (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => panel.setOpen('new')}>
      Начать кампанию
    </Button>
  )
  return (
    <ListAndPanel
      name="writeoff-campaigns"
      list={
        <ListTabs label={writeOffTabsLabel} tabs={writeOffTabs} here="/writeoff/campaigns">
          <DataGrid
            spec={writeOffCampaignList}
            onOpen={(row) => panel.setOpen(row.id)}
            openId={typeof panel.open === 'number' ? panel.open : null}
            toolbar={add}
            emptyState={
              <ListEmpty
                icon={IconCalendarStats}
                title="Кампаний списания в этом учебном году нет"
                text="Кампания — это правило (например, «издано не позже 2018 года») и школы со сроками. Программа покажет, где сколько списывать и кто опаздывает."
                action={add}
              />
            }
          />
        </ListTabs>
      }
      panel={
        panel.open === null ? null : (
          <CampaignEditor
            key={panel.editorKey}
            id={panel.open === 'new' ? null : panel.open}
            onCreated={panel.created}
            onClose={panel.close}
          />
        )
      }
    />
  )
}
