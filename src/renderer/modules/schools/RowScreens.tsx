import type { ListSpec } from '@shared/contract/lists'
import {
  schoolConnectionList,
  schoolDocumentList,
  schoolFundList,
  schoolStatusList,
} from '@shared/contract/school-lists'
import { contingentList } from '@shared/contract/schools'
import { IconBooks, IconBuilding, IconFileText, IconPlug, IconUsersGroup } from '@tabler/icons-react'
import { RowsScreen, type RowsScreenProps } from '../../components/RowsScreen'
import { SchoolEditor } from './SchoolEditor'
import { schoolTabs } from './tabs'

/** A page of its own for each list of rows: /schools/contingent. */
function screenOf(spec: ListSpec, icon: RowsScreenProps['icon'], emptyText: string) {
  return () => (
    <RowsScreen
      spec={spec}
      path={`/schools/${spec.name}`}
      tabs={schoolTabs}
      label="Списки школ"
      icon={icon}
      emptyText={emptyText}
      panelName="schools"
      Editor={SchoolEditor}
    />
  )
}

export const ContingentScreen = screenOf(
  contingentList,
  IconUsersGroup,
  'В этом учебном году контингент не записан. Его записывают в карточке школы или берут из файла Excel.',
)
export const StatusesScreen = screenOf(
  schoolStatusList,
  IconBuilding,
  'Здесь собраны статусы библиотек. Их записывают в карточке школы или берут из файла Excel.',
)
export const ConnectionsScreen = screenOf(
  schoolConnectionList,
  IconPlug,
  'Здесь собраны подключения школ к НЭБ и другим ресурсам. Их записывают в карточке школы или берут из файла Excel.',
)
export const FundsScreen = screenOf(
  schoolFundList,
  IconBooks,
  'Здесь собраны фонды школ по годам. Их записывают в карточке школы или берут из файла Excel.',
)
export const DocumentsScreen = screenOf(
  schoolDocumentList,
  IconFileText,
  'Здесь собраны документы библиотек. Их записывают в карточке школы или берут из файла Excel.',
)
