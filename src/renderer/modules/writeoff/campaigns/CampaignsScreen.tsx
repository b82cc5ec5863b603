import { writeOffCampaignList } from '@shared/contract/writeoff'
import { IconCalendarStats } from '@tabler/icons-react'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { AddRecord, RecordsScreen } from '../../../components/RecordsScreen'
import { useRecordPanel } from '../../../components/record/useRecordPanel'
import { writeOffTabs, writeOffTabsLabel } from '../tabs'
import { CampaignEditor } from './CampaignEditor'

/** /writeoff/campaigns — who writes off what, and when. */
export function CampaignsScreen() {
  const panel = useRecordPanel('/writeoff/campaigns')
  const add = <AddRecord panel={panel}>Начать кампанию</AddRecord>
  return (
    <RecordsScreen name="writeoff-campaigns" panel={panel} Editor={CampaignEditor}>
      <ListTabs label={writeOffTabsLabel} tabs={writeOffTabs} here="/writeoff/campaigns">
        <DataGrid
          spec={writeOffCampaignList}
          {...panel.grid}
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
    </RecordsScreen>
  )
}
