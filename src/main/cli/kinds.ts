import { Association, associationList } from '@shared/contract/associations'
import { Event, eventList } from '@shared/contract/events'
import { needList, reservationList, surplusList } from '@shared/contract/exchange'
import { holdingList, holdingsContract } from '@shared/contract/holdings'
import { Librarian, librarianList } from '@shared/contract/librarians'
import { listSpecs } from '@shared/contract/list-specs'
import type { ListSpec } from '@shared/contract/lists'
import { Mailing, mailingList } from '@shared/contract/mailings'
import { decisionList, meetingList, meetingsContract } from '@shared/contract/meetings'
import { distanceList, planLineList, planUnmetList } from '@shared/contract/plans'
import { SubjectStudents, subjectStudentsList } from '@shared/contract/provision'
import { Report, reportList } from '@shared/contract/reports'
import { roadmapItemList, roadmapList } from '@shared/contract/roadmaps'
import { School, schoolList } from '@shared/contract/schools'
import { Subject, subjectList, Textbook, textbookList } from '@shared/contract/textbooks'
import { transferList } from '@shared/contract/transfers'
import { WriteOff, WriteOffCampaign, writeOffCampaignList, writeOffList } from '@shared/contract/writeoff'
import type { z } from 'zod'
import { usage } from './context'

/** Kinds of records as the command line names them. */
export type KindName =
  | 'school'
  | 'librarian'
  | 'association'
  | 'meeting'
  | 'decision'
  | 'subject'
  | 'textbook'
  | 'holding'
  | 'surplus'
  | 'need'
  | 'reservation'
  | 'transfer'
  | 'write-off'
  | 'write-off-campaign'
  | 'event'
  | 'distance'
  | 'plan'
  | 'subject-students'
  | 'roadmap'
  | 'mailing'
  | 'report'

export interface Kind {
  name: KindName
  list: ListSpec
  /** Query that answers one record; null: its row of the list says all there is. */
  get:
    | null
    | 'schools.get'
    | 'librarians.get'
    | 'associations.get'
    | 'meetings.get'
    | 'decisions.get'
    | 'subjects.get'
    | 'textbooks.get'
    | 'holdings.get'
    | 'surpluses.get'
    | 'needs.get'
    | 'transfers.get'
    | 'writeOffs.get'
    | 'writeOffCampaigns.get'
    | 'subjectStudents.get'
    | 'roadmaps.get'
    | 'reports.get'
    | 'events.get'
    | 'mailings.get'
  /** The record inside its answer, for printing; null: printed otherwise. */
  schema: z.ZodType | null
  field: string
  /** Of rows inside records (places of work, funds): column with the number of the record that is shown for one. */
  recordKey?: string
}

type NamedKind = Kind & { words: readonly string[] }

const kebab = (name: string): string => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)

const own: readonly NamedKind[] = [
  {
    name: 'school',
    words: ['school', 'schools'],
    list: schoolList,
    get: 'schools.get',
    schema: School,
    field: 'school',
  },
  {
    name: 'librarian',
    words: ['librarian', 'librarians'],
    list: librarianList,
    get: 'librarians.get',
    schema: Librarian,
    field: 'librarian',
  },
  {
    name: 'association',
    words: ['association', 'associations'],
    list: associationList,
    get: 'associations.get',
    schema: Association,
    field: 'association',
  },
  {
    name: 'meeting',
    words: ['meeting', 'meetings', 'protocol', 'protocols'],
    list: meetingList,
    get: 'meetings.get',
    schema: null,
    field: 'meeting',
  },
  {
    name: 'decision',
    words: ['decision', 'decisions'],
    list: decisionList,
    get: 'decisions.get',
    schema: meetingsContract['decisions.get'].output,
    field: '',
  },
  {
    name: 'textbook',
    words: ['textbook', 'textbooks'],
    list: textbookList,
    get: 'textbooks.get',
    schema: Textbook,
    field: 'textbook',
  },
  {
    name: 'subject',
    words: ['subject', 'subjects'],
    list: subjectList,
    get: 'subjects.get',
    schema: Subject,
    field: 'subject',
  },
  {
    name: 'holding',
    words: ['holding', 'holdings'],
    list: holdingList,
    get: 'holdings.get',
    schema: holdingsContract['holdings.get'].output,
    field: '',
  },
  {
    name: 'surplus',
    words: ['surplus', 'surpluses'],
    list: surplusList,
    get: 'surpluses.get',
    schema: null,
    field: '',
  },
  { name: 'need', words: ['need', 'needs'], list: needList, get: 'needs.get', schema: null, field: '' },
  {
    name: 'reservation',
    words: ['reservation', 'reservations'],
    list: reservationList,
    get: null,
    schema: null,
    field: '',
  },
  {
    name: 'transfer',
    words: ['transfer', 'transfers'],
    list: transferList,
    get: 'transfers.get',
    schema: null,
    field: '',
  },
  {
    name: 'write-off',
    words: ['write-off', 'writeOff', 'writeOffs', 'writeoff', 'writeoffs'],
    list: writeOffList,
    get: 'writeOffs.get',
    schema: WriteOff,
    field: 'writeOff',
  },
  {
    name: 'write-off-campaign',
    words: ['write-off-campaign', 'writeOffCampaign', 'writeOffCampaigns', 'writeoff-campaign', 'writeoff-campaigns'],
    list: writeOffCampaignList,
    get: 'writeOffCampaigns.get',
    schema: WriteOffCampaign,
    field: 'campaign',
  },
  {
    name: 'subject-students',
    words: ['subject-students', 'subjectStudents'],
    list: subjectStudentsList,
    get: 'subjectStudents.get',
    schema: SubjectStudents,
    field: 'subjectStudents',
  },
  {
    name: 'roadmap',
    words: ['roadmap', 'roadmaps'],
    list: roadmapList,
    get: 'roadmaps.get',
    schema: null,
    field: 'roadmap',
  },
  {
    name: 'roadmap',
    words: ['roadmap-item', 'roadmap-items', 'roadmapItem', 'roadmapItems'],
    list: roadmapItemList,
    get: 'roadmaps.get',
    schema: null,
    field: 'roadmap',
    recordKey: 'roadmapId',
  },
  {
    name: 'report',
    words: ['report', 'reports'],
    list: reportList,
    get: 'reports.get',
    schema: Report,
    field: 'report',
  },
  { name: 'event', words: ['event', 'events'], list: eventList, get: 'events.get', schema: Event, field: 'event' },
  {
    name: 'mailing',
    words: ['letter', 'letters', 'mailing', 'mailings'],
    list: mailingList,
    get: 'mailings.get',
    schema: Mailing,
    field: 'mailing',
  },
  { name: 'distance', words: ['distance', 'distances'], list: distanceList, get: null, schema: null, field: '' },
  { name: 'plan', words: ['planLine', 'planLines'], list: planLineList, get: null, schema: null, field: '' },
  { name: 'plan', words: ['planUnmet'], list: planUnmetList, get: null, schema: null, field: '' },
]

/** `employments`, `employment`, `event-participants`: rows of records as lists of their own. */
const inside: readonly NamedKind[] = Object.values(listSpecs).flatMap((list) => {
  const record = own.find((kind) => kind.name === list.record)
  if (!record || list.recordKey === undefined || own.some((kind) => kind.list === list)) return []
  return [
    {
      ...record,
      list,
      recordKey: list.recordKey,
      words: [list.name, kebab(list.name)].flatMap((name) => [name, name.replace(/s$/u, ''), name.replace(/es$/u, '')]),
    },
  ]
})

const kinds: readonly NamedKind[] = [...own, ...inside]

/** Names of all lists, for help: «schools, librarians, …». */
export const listNames: string = kinds.map((kind) => kind.list.name).join(', ')

/** @throws AppError `usage` for a word that is no kind */
export function kindOf(word: string): Kind {
  const found = kinds.find((kind) => kind.words.includes(word))
  if (found) return found
  throw usage(`Вида записей «${word}» нет. Есть: ${listNames} (можно и в единственном числе).`)
}

/** @throws AppError `usage` */
export function idOf(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  throw usage(`«${text}» — не номер записи. Нужно целое число больше нуля, как в первом столбце команды list.`)
}

/** @throws AppError `usage` */
export function wholeNumber(text: string, option: string, most = 1_000_000_000): number {
  if (/^\d{1,10}$/.test(text) && Number(text) <= most) return Number(text)
  throw usage(`${option}: «${text}» — не целое число от 0 до ${most}.`)
}
