import { associationList } from './associations'
import { librarianLists } from './librarian-lists'
import { librarianList } from './librarians'
import type { ListSpec } from './lists'
import { decisionList, meetingList } from './meetings'
import { schoolLists } from './school-lists'
import { contingentList, schoolList } from './schools'
import { attentionList } from './staffing'

/** Every list of the product by name; `<name>.list` answers it, `papers.list` writes it to Excel, the CLI prints it. */
export const listSpecs: Readonly<Record<string, ListSpec>> = Object.fromEntries(
  [
    schoolList,
    contingentList,
    ...schoolLists,
    librarianList,
    ...librarianLists,
    attentionList,
    associationList,
    meetingList,
    decisionList,
  ].map((spec) => [spec.name, spec]),
)
