import { associationList } from './associations'
import { eventList, eventParticipantList } from './events'
import { needList, reservationList, surplusList } from './exchange'
import { holdingList, movementList } from './holdings'
import { librarianLists } from './librarian-lists'
import { librarianList } from './librarians'
import type { ListSpec } from './lists'
import { mailingList } from './mailings'
import { decisionList, meetingList } from './meetings'
import { oldPaperList } from './old-papers'
import { distanceList, planLineList, planUnmetList } from './plans'
import { provisionList, subjectStudentsList } from './provision'
import { reportList } from './reports'
import { roadmapItemList, roadmapList } from './roadmaps'
import { schoolLists } from './school-lists'
import { contingentList, schoolList } from './schools'
import { attentionList } from './staffing'
import { templateList } from './templates'
import { subjectList, textbookList } from './textbooks'
import { transferLineList, transferList } from './transfers'
import { writeOffCampaignList, writeOffLineList, writeOffList } from './writeoff'

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
    textbookList,
    subjectList,
    holdingList,
    movementList,
    subjectStudentsList,
    provisionList,
    surplusList,
    needList,
    reservationList,
    transferList,
    transferLineList,
    planLineList,
    planUnmetList,
    distanceList,
    writeOffList,
    writeOffLineList,
    writeOffCampaignList,
    roadmapList,
    roadmapItemList,
    eventList,
    eventParticipantList,
    oldPaperList,
    reportList,
    templateList,
    mailingList,
  ].map((spec) => [spec.name, spec]),
)
