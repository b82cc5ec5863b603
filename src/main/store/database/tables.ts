import { Association } from '@shared/contract/associations'
import { Event, EventParticipant } from '@shared/contract/events'
import { Need, Surplus } from '@shared/contract/exchange'
import { LotKey, Movement } from '@shared/contract/holdings'
import { Librarian } from '@shared/contract/librarians'
import { Mailing, MailingRecipient } from '@shared/contract/mailings'
import { AgendaItem, Decision, Execution, Meeting, Phrase } from '@shared/contract/meetings'
import { Distance } from '@shared/contract/plans'
import { SubjectStudents } from '@shared/contract/provision'
import { Report, ReportPiece, ReportSection } from '@shared/contract/reports'
import { Roadmap, RoadmapColumn, RoadmapItem, RoadmapMark, RoadmapSection } from '@shared/contract/roadmaps'
import { School } from '@shared/contract/schools'
import { PaperTemplate } from '@shared/contract/templates'
import { Subject, Textbook } from '@shared/contract/textbooks'
import { Transfer, TransferLine } from '@shared/contract/transfers'
import { CommissionMember, WriteOff, WriteOffCampaign, WriteOffLine, WriteOffRule } from '@shared/contract/writeoff'
import type { z } from 'zod'
import type { Database } from './schema'

/**
 * What the journal, history and undo know of each table: whose record a row belongs to, what it is called, and which
 * columns are computed. A table that is not here is not journaled (drafts, the journal itself).
 */
export interface TableInfo {
  /** The record kind people know: history and change topics speak of it. */
  record: string
  /** Column that holds the record's id. */
  owner: string
  /** Column that names the row. */
  key: 'id' | 'uid'
  /** Russian name of a row. */
  title: string
  /** Column → Russian name; columns without one are not shown in history. */
  columns: Readonly<Record<string, string>>
  /** Kept by triggers of their own, from other journaled rows: the journal passes them over. */
  computed?: readonly string[]
}

/** Names of fields as the contract gives them, so that a form, a message and history say the same word. */
function titles(schema: z.ZodObject): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [key, field] of Object.entries(schema.shape)) {
    const title = (field as z.ZodType).meta()?.title
    if (typeof title === 'string') found[key] = title
  }
  return found
}

function child(
  record: string,
  owner: string,
  title: string,
  columns: Record<string, string>,
  key: 'id' | 'uid' = 'uid',
): TableInfo {
  return { record, owner, key, title, columns }
}

const school = School.shape
const librarian = Librarian.shape
const association = Association.shape
const person = { name: 'ФИО', position: 'Должность' }

export const tables = {
  setting: { record: 'profile', owner: 'id', key: 'id', title: 'Настройка', columns: { value: 'Значение' } },

  school: {
    record: 'school',
    owner: 'id',
    key: 'id',
    title: 'Школа',
    columns: { ...titles(School), ...titles(school.library) },
  },
  schoolStatus: child('school', 'schoolId', 'Статус библиотеки', titles(school.statuses.element)),
  schoolConnection: child('school', 'schoolId', 'Подключение', titles(school.connections.element)),
  schoolFund: child('school', 'schoolId', 'Фонд', titles(school.funds.element)),
  contingent: child('school', 'schoolId', 'Контингент', titles(school.contingent.element)),
  schoolDocument: child('school', 'schoolId', 'Документ', {
    ...titles(school.documents.element),
    number: 'Номер',
    date: 'Дата',
    note: 'Примечание',
  }),

  librarian: { record: 'librarian', owner: 'id', key: 'id', title: 'Библиотекарь', columns: titles(Librarian) },
  employment: child('librarian', 'librarianId', 'Место работы', titles(librarian.employments.element)),
  education: child('librarian', 'librarianId', 'Образование', titles(librarian.educations.element)),
  course: child('librarian', 'librarianId', 'Курсы', titles(librarian.courses.element)),
  award: child('librarian', 'librarianId', 'Награда', titles(librarian.awards.element)),
  publication: child('librarian', 'librarianId', 'Публикация', titles(librarian.publications.element)),
  contestResult: child('librarian', 'librarianId', 'Конкурс', titles(librarian.contests.element)),

  association: {
    record: 'association',
    owner: 'id',
    key: 'id',
    title: 'Объединение',
    columns: {
      ...titles(Association),
      headName: 'Руководитель',
      headPosition: 'Должность руководителя',
      secretaryName: 'Секретарь',
      secretaryPosition: 'Должность секретаря',
    },
  },
  associationTheme: child('association', 'associationId', 'Методическая тема', titles(association.themes.element)),
  associationSchool: child('association', 'associationId', 'Школа объединения', { schoolId: 'Школа' }),
  associationMember: child('association', 'associationId', 'Участник', titles(association.members.element)),
  meetingSeries: child('association', 'associationId', 'Ряд заседаний', titles(association.series.element), 'id'),

  meeting: {
    record: 'meeting',
    owner: 'id',
    key: 'id',
    title: 'Заседание',
    columns: {
      ...titles(Meeting),
      secretaryName: 'Секретарь',
      secretaryPosition: 'Должность секретаря',
      attendanceMode: 'Учёт присутствующих',
      attendanceCount: 'Присутствовали',
      attendanceText: 'Кто присутствовал',
      state: 'Состояние',
      signedOn: 'Подписан',
    },
  },
  meetingPerson: child('meeting', 'meetingId', 'Ведущий или приглашённый', person),
  attendance: child('meeting', 'meetingId', 'Присутствующий', {
    ...person,
    school: 'Школа',
    state: 'Присутствие',
    note: 'Примечание',
  }),
  agendaItem: child('meeting', 'meetingId', 'Вопрос повестки', {
    ...titles(AgendaItem),
    voteFor: 'За',
    voteAgainst: 'Против',
    voteAbstained: 'Воздержались',
    unanimous: 'Единогласно',
  }),
  agendaSpeaker: child('meeting', 'meetingId', 'Докладчик', person),
  speech: child('meeting', 'meetingId', 'Выступление', { ...person, text: 'Текст' }),
  decision: child('meeting', 'meetingId', 'Решение', titles(Decision), 'id'),
  decisionAddressee: child('meeting', 'meetingId', 'Адресат решения', { text: 'Кому' }),
  decisionDue: child('meeting', 'meetingId', 'Срок решения', { text: 'Срок', from: 'С', to: 'По' }),
  execution: child('meeting', 'meetingId', 'Отметка об исполнении', titles(Execution)),
  correction: child('meeting', 'meetingId', 'Исправление', { reason: 'Причина' }, 'id'),

  subject: { record: 'subject', owner: 'id', key: 'id', title: 'Предмет', columns: titles(Subject) },
  textbook: {
    record: 'textbook',
    owner: 'id',
    key: 'id',
    title: 'Учебник',
    columns: { ...titles(Textbook), subjectId: 'Предмет' },
  },
  subjectStudents: {
    record: 'subject-students',
    owner: 'id',
    key: 'id',
    title: 'Изучают предмет',
    columns: { ...titles(SubjectStudents), schoolId: 'Школа', subjectId: 'Предмет' },
  },
  schoolDistance: {
    record: 'distance',
    owner: 'id',
    key: 'id',
    title: 'Расстояние',
    columns: { ...titles(Distance), fromSchoolId: 'От школы', toSchoolId: 'До школы' },
  },

  lot: {
    record: 'holding',
    owner: 'id',
    key: 'id',
    title: 'Партия',
    columns: { ...titles(LotKey), schoolId: 'Школа', textbookId: 'Учебник' },
    computed: ['copies', 'movements', 'since'],
  },
  surplus: {
    record: 'surplus',
    owner: 'id',
    key: 'id',
    title: 'Излишек',
    columns: { ...titles(Surplus), lotId: 'Книги' },
  },
  need: {
    record: 'need',
    owner: 'id',
    key: 'id',
    title: 'Потребность',
    columns: { ...titles(Need), schoolId: 'Школа', textbookId: 'Учебник' },
  },
  reservation: {
    record: 'reservation',
    owner: 'id',
    key: 'id',
    title: 'Бронь',
    columns: {
      copies: 'Экземпляров',
      madeOn: 'Забронировано',
      expiresOn: 'Бронь до',
      state: 'Состояние',
      note: 'Примечание',
    },
  },
  transfer: {
    record: 'transfer',
    owner: 'id',
    key: 'id',
    title: 'Передача',
    columns: {
      ...titles(Transfer),
      giverName: 'Сдал',
      receiverName: 'Принял',
      state: 'Состояние',
      agreedOn: 'Согласована',
      handedOn: 'Передана',
      receivedOn: 'Получена',
      returnedOn: 'Возвращена',
      issuedOn: 'Акт выдан',
      cancelledOn: 'Отменена',
    },
  },
  transferLine: child('transfer', 'transferId', 'Строка передачи', {
    ...titles(TransferLine),
    received: 'Получено',
    returned: 'Возвращено',
  }),
  writeOffCampaign: {
    record: 'write-off-campaign',
    owner: 'id',
    key: 'id',
    title: 'Кампания списания',
    columns: { ...titles(WriteOffCampaign), ...titles(WriteOffRule) },
  },
  writeOffCampaignSchool: child(
    'write-off-campaign',
    'campaignId',
    'Школа кампании',
    titles(WriteOffCampaign.shape.schools.element),
  ),
  writeOffCampaignMember: child('write-off-campaign', 'campaignId', 'Член комиссии', titles(CommissionMember)),
  writeOff: {
    record: 'write-off',
    owner: 'id',
    key: 'id',
    title: 'Акт о списании',
    columns: { ...titles(WriteOff), state: 'Состояние', bookedOn: 'Проведён' },
  },
  writeOffMember: child('write-off', 'writeOffId', 'Член комиссии', titles(CommissionMember)),
  writeOffLine: child('write-off', 'writeOffId', 'Строка акта', titles(WriteOffLine)),
  movement: child(
    'holding',
    'lotId',
    'Движение',
    { ...titles(Movement), kind: 'Движение', copies: 'Экземпляров' },
    'id',
  ),

  event: { record: 'event', owner: 'id', key: 'id', title: 'Мероприятие', columns: titles(Event) },
  eventParticipant: child('event', 'eventId', 'Участник', titles(EventParticipant)),
  roadmap: {
    record: 'roadmap',
    owner: 'id',
    key: 'id',
    title: 'Дорожная карта',
    columns: {
      ...titles(Roadmap),
      approvalText: 'Утверждение',
      approvalNumber: 'Номер приказа',
      approvalDate: 'Дата приказа',
      approvalAnnex: 'Номер приложения',
    },
  },
  roadmapColumn: child('roadmap', 'roadmapId', 'Столбец', titles(RoadmapColumn)),
  roadmapSection: child('roadmap', 'roadmapId', 'Раздел', titles(RoadmapSection)),
  roadmapItem: child('roadmap', 'roadmapId', 'Пункт', titles(RoadmapItem)),
  roadmapDue: child('roadmap', 'roadmapId', 'Срок', { text: 'Срок', from: 'С', to: 'По' }),
  roadmapExecutor: child('roadmap', 'roadmapId', 'Исполнитель', { text: 'Исполнитель' }),
  roadmapCell: child('roadmap', 'roadmapId', 'Ячейка', { text: 'Текст' }),
  roadmapMark: child('roadmap', 'roadmapId', 'Отметка о выполнении', titles(RoadmapMark)),
  roadmapLink: child('roadmap', 'roadmapId', 'Связь', { kind: 'С чем' }),

  report: {
    record: 'report',
    owner: 'id',
    key: 'id',
    title: 'Отчёт',
    columns: {
      ...titles(Report),
      ...{ signerPosition: 'Должность', signerName: 'Подписал', state: 'Состояние', submittedOn: 'Сдан' },
    },
  },
  reportSection: child('report', 'reportId', 'Раздел отчёта', titles(ReportSection)),
  reportPiece: child('report', 'reportId', 'Часть раздела', titles(ReportPiece)),
  reportTemplate: {
    record: 'report-template',
    owner: 'id',
    key: 'id',
    title: 'Шаблон отчёта',
    columns: { name: 'Название' },
  },

  paperTemplate: {
    record: 'paper-template',
    owner: 'id',
    key: 'id',
    title: 'Шаблон документа',
    columns: { ...titles(PaperTemplate), file: 'Файл' },
  },
  mailing: { record: 'mailing', owner: 'id', key: 'id', title: 'Письмо', columns: titles(Mailing) },
  mailingRecipient: child('mailing', 'mailingId', 'Получатель', titles(MailingRecipient)),
  agendaTemplate: {
    record: 'agenda-template',
    owner: 'id',
    key: 'id',
    title: 'Шаблон повестки',
    columns: { name: 'Название' },
  },
  view: { record: 'view', owner: 'id', key: 'id', title: 'Вид списка', columns: { name: 'Название' } },
  phrase: { record: 'phrase', owner: 'id', key: 'id', title: 'Частая фраза', columns: titles(Phrase) },
} as const satisfies Partial<Record<keyof Database, TableInfo>>

export type JournaledTable = keyof typeof tables

const names = Object.keys(tables) as JournaledTable[]

/** Of each record kind, the table its own row lies in. */
export const rootTables: Readonly<Record<string, JournaledTable>> = Object.fromEntries(
  names.filter((table) => tables[table].owner === 'id').map((table) => [tables[table].record, table]),
)

/** Of each record kind, its tables; a row never refers to one of a later table. */
export const recordTables: Readonly<Record<string, readonly JournaledTable[]>> = Object.fromEntries(
  Object.keys(rootTables).map((record) => [record, names.filter((table) => tables[table].record === record)]),
)

/** Of lists that show rows inside records, the tables they show; any other list shows whole records. */
export const listTables: Readonly<Record<string, readonly JournaledTable[]>> = {
  contingent: ['contingent'],
  schoolStatuses: ['schoolStatus'],
  schoolConnections: ['schoolConnection'],
  schoolFunds: ['schoolFund'],
  schoolDocuments: ['schoolDocument'],
  employments: ['employment'],
  educations: ['education'],
  courses: ['course'],
  awards: ['award'],
  publications: ['publication'],
  contests: ['contestResult'],
  movements: ['movement'],
  transferLines: ['transferLine'],
  writeOffLines: ['writeOffLine'],
  eventParticipants: ['eventParticipant'],
  roadmapItems: ['roadmapItem', 'roadmapDue', 'roadmapExecutor', 'roadmapCell', 'roadmapMark', 'roadmapLink'],
  decisions: ['decision', 'decisionAddressee', 'decisionDue', 'execution'],
}

export function isJournaled(table: string): table is JournaledTable {
  return Object.hasOwn(tables, table)
}
