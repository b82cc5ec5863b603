import { writeOffLineList } from '@shared/contract/writeoff'
import { IconListDetails } from '@tabler/icons-react'
import { RowsScreen } from '../../../components/RowsScreen'
import { writeOffTabs, writeOffTabsLabel } from '../tabs'
import { WriteOffEditor } from './WriteOffEditor'

/** /writeoff/lines — every line of every act: grouped by school or reason, the consolidated sheet. */
export function LinesScreen() {
  return (
    <RowsScreen
      spec={writeOffLineList}
      path="/writeoff/lines"
      tabs={writeOffTabs}
      label={writeOffTabsLabel}
      icon={IconListDetails}
      emptyText="Строки собираются сами из актов. Сгруппируйте их по школе или причине — получится свод, его можно сохранить в Excel."
      panelName="writeoff"
      Editor={WriteOffEditor}
    />
  )
}
