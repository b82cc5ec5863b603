import { transferLineList } from '@shared/contract/transfers'
import { IconListDetails } from '@tabler/icons-react'
import { RowsScreen } from '../../../components/RowsScreen'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'
import { TransferEditor } from './TransferEditor'

/** /exchange/register — every line of every transfer: the register of the fund, for Excel and paper. */
export function RegisterScreen() {
  return (
    <RowsScreen
      spec={transferLineList}
      path="/exchange/register"
      tabs={exchangeTabs}
      label={exchangeTabsLabel}
      icon={IconListDetails}
      emptyText="Реестр собирается сам из передач: кто, кому, какие книги, на какой срок отдал и кто их получил."
      panelName="exchange"
      Editor={TransferEditor}
    />
  )
}
