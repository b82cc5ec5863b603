import type {
  AssociationMemberTable,
  AssociationSchoolTable,
  AssociationTable,
  AssociationThemeTable,
  MeetingSeriesTable,
} from './schema/associations'
import type { SchoolDistanceTable, SubjectStudentsTable, SubjectTable, TextbookTable } from './schema/catalogue'
import type { EventParticipantTable, EventTable } from './schema/events'
import type {
  ExchangePlanTable,
  NeedTable,
  PlanLineTable,
  PlanUnmetTable,
  ReservationTable,
  SurplusTable,
  TransferLineTable,
  TransferTable,
} from './schema/exchange'
import type {
  AnsweredCallTable,
  ChangeContextTable,
  ChangeGroupTable,
  ChangeTable,
  ChangeTouchTable,
  DraftTable,
  SettingTable,
} from './schema/journal'
import type { LedgerDayTable, LotTable, MovementTable } from './schema/ledger'
import type {
  AwardTable,
  ContestResultTable,
  CourseTable,
  EducationTable,
  EmploymentTable,
  LibrarianTable,
  PublicationTable,
} from './schema/librarians'
import type { DatabaseMarkTable, ImportMatchTable, ImportRowTable, ImportRunTable, ViewTable } from './schema/lists'
import type { MailingRecipientTable, MailingTable, PaperTemplateTable, TemplateBlobTable } from './schema/mailings'
import type {
  AgendaItemTable,
  AgendaSpeakerTable,
  AgendaTemplateTable,
  AttendanceTable,
  CorrectionTable,
  DecisionAddresseeTable,
  DecisionDueTable,
  DecisionTable,
  ExecutionTable,
  MeetingPersonTable,
  MeetingTable,
  PhraseTable,
  SpeechTable,
} from './schema/meetings'
import type { OldPaperTable } from './schema/old-papers'
import type {
  ReportFrozenTable,
  ReportPieceTable,
  ReportSectionTable,
  ReportTable,
  ReportTemplateTable,
} from './schema/reports'
import type {
  RoadmapCellTable,
  RoadmapColumnTable,
  RoadmapDueTable,
  RoadmapExecutorTable,
  RoadmapItemTable,
  RoadmapLinkTable,
  RoadmapMarkTable,
  RoadmapSectionTable,
  RoadmapTable,
} from './schema/roadmaps'
import type {
  ContingentTable,
  SchoolConnectionTable,
  SchoolDocumentTable,
  SchoolFundTable,
  SchoolStatusTable,
  SchoolTable,
} from './schema/schools'
import type {
  WriteOffCampaignMemberTable,
  WriteOffCampaignSchoolTable,
  WriteOffCampaignTable,
  WriteOffLineTable,
  WriteOffMemberTable,
  WriteOffTable,
} from './schema/writeoff'

/**
 * The tables as Kysely sees them; the same names and nullability as the migrations.
 * Booleans are 0 | 1, dates ISO text, `…Json` columns JSON text.
 */
export interface Database {
  changeGroup: ChangeGroupTable
  change: ChangeTable
  changeTouch: ChangeTouchTable
  changeContext: ChangeContextTable
  setting: SettingTable
  answeredCall: AnsweredCallTable
  draft: DraftTable
  school: SchoolTable
  schoolStatus: SchoolStatusTable
  schoolConnection: SchoolConnectionTable
  schoolFund: SchoolFundTable
  contingent: ContingentTable
  schoolDocument: SchoolDocumentTable
  librarian: LibrarianTable
  employment: EmploymentTable
  education: EducationTable
  course: CourseTable
  award: AwardTable
  publication: PublicationTable
  contestResult: ContestResultTable
  association: AssociationTable
  associationTheme: AssociationThemeTable
  associationSchool: AssociationSchoolTable
  associationMember: AssociationMemberTable
  meetingSeries: MeetingSeriesTable
  meeting: MeetingTable
  meetingPerson: MeetingPersonTable
  attendance: AttendanceTable
  agendaItem: AgendaItemTable
  agendaSpeaker: AgendaSpeakerTable
  speech: SpeechTable
  decision: DecisionTable
  decisionAddressee: DecisionAddresseeTable
  decisionDue: DecisionDueTable
  execution: ExecutionTable
  correction: CorrectionTable
  agendaTemplate: AgendaTemplateTable
  phrase: PhraseTable
  view: ViewTable
  importRun: ImportRunTable
  importRow: ImportRowTable
  importMatch: ImportMatchTable
  databaseMark: DatabaseMarkTable
  subject: SubjectTable
  textbook: TextbookTable
  subjectStudents: SubjectStudentsTable
  schoolDistance: SchoolDistanceTable
  ledgerDay: LedgerDayTable
  lot: LotTable
  movement: MovementTable
  surplus: SurplusTable
  need: NeedTable
  reservation: ReservationTable
  transfer: TransferTable
  transferLine: TransferLineTable
  exchangePlan: ExchangePlanTable
  planLine: PlanLineTable
  planUnmet: PlanUnmetTable
  writeOffCampaign: WriteOffCampaignTable
  writeOffCampaignSchool: WriteOffCampaignSchoolTable
  writeOffCampaignMember: WriteOffCampaignMemberTable
  writeOff: WriteOffTable
  writeOffMember: WriteOffMemberTable
  writeOffLine: WriteOffLineTable
  roadmap: RoadmapTable
  roadmapColumn: RoadmapColumnTable
  roadmapSection: RoadmapSectionTable
  roadmapItem: RoadmapItemTable
  roadmapDue: RoadmapDueTable
  roadmapExecutor: RoadmapExecutorTable
  roadmapCell: RoadmapCellTable
  roadmapMark: RoadmapMarkTable
  roadmapLink: RoadmapLinkTable
  event: EventTable
  eventParticipant: EventParticipantTable
  oldPaper: OldPaperTable
  report: ReportTable
  reportSection: ReportSectionTable
  reportPiece: ReportPieceTable
  reportTemplate: ReportTemplateTable
  reportFrozen: ReportFrozenTable
  templateBlob: TemplateBlobTable
  paperTemplate: PaperTemplateTable
  mailing: MailingTable
  mailingRecipient: MailingRecipientTable
}
