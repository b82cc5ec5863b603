import {
  awardList,
  contestList,
  courseList,
  educationList,
  employmentList,
  publicationList,
} from '@shared/contract/librarian-lists'
import type { ListSpec } from '@shared/contract/lists'
import { IconAward, IconBriefcase, IconCertificate, IconNews, IconSchool, IconTrophy } from '@tabler/icons-react'
import { RowsScreen, type RowsScreenProps } from '../../components/RowsScreen'
import { LibrarianEditor } from './LibrarianEditor'
import { librarianTabs } from './tabs'

/** A page of its own for each list of rows: /librarians/courses. */
function screenOf(spec: ListSpec, icon: RowsScreenProps['icon'], emptyText: string) {
  return () => (
    <RowsScreen
      spec={spec}
      path={`/librarians/${spec.name}`}
      tabs={librarianTabs}
      label="Списки банка библиотекарей"
      icon={icon}
      emptyText={emptyText}
      panelName="librarians"
      Editor={LibrarianEditor}
    />
  )
}

export const EmploymentsScreen = screenOf(
  employmentList,
  IconBriefcase,
  'Здесь собраны места работы всех библиотекарей. Их записывают в карточке человека или берут из файла Excel.',
)
export const EducationsScreen = screenOf(
  educationList,
  IconSchool,
  'Здесь собрано образование всех библиотекарей. Его записывают в карточке человека или берут из файла Excel.',
)
export const CoursesScreen = screenOf(
  courseList,
  IconCertificate,
  'В этом учебном году курсов не записано. Их записывают в карточке человека или берут из файла Excel.',
)
export const AwardsScreen = screenOf(
  awardList,
  IconAward,
  'В этом учебном году наград не записано. Их записывают в карточке человека или берут из файла Excel.',
)
export const PublicationsScreen = screenOf(
  publicationList,
  IconNews,
  'Здесь собраны публикации всех библиотекарей. Их записывают в карточке человека или берут из файла Excel.',
)
export const ContestsScreen = screenOf(
  contestList,
  IconTrophy,
  'В этом учебном году участия в конкурсах не записано. Его записывают в карточке человека или берут из файла Excel.',
)
