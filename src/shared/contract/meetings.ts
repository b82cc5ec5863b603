import { z } from 'zod'
import { decisionOutcomes, type DecisionOutcome as Outcome } from '../domain/execution'
import { ProtocolLayout } from './associations'
import { command, query, SavedRecord } from './core'
import {
  FilledLine,
  Id,
  IsoDate,
  IsoTime,
  Line,
  named,
  OptionalCount,
  OptionalDate,
  PersonRef,
  SchoolYear,
  Text,
  Uid,
} from './fields'
import { ListQuery, type ListSpec, listPage } from './lists'

/** Meetings, their protocols and decisions (PRODUCT, module 3; FORMS §2). */

export const meetingFormats = {
  'in-person': 'очно',
  online: 'онлайн',
  video: 'ВКС',
  correspondence: 'заочно',
  none: '',
} as const
export const MeetingFormat = z.enum(Object.keys(meetingFormats) as [keyof typeof meetingFormats])

export const attendanceStates = {
  present: 'присутствует',
  absent: 'отсутствует',
  excused: 'по уважительной причине',
} as const
export const AttendanceState = z.enum(['present', 'absent', 'excused'])

export const meetingStates = { draft: 'черновик', signed: 'подписан' } as const
export const MeetingState = z.enum(['draft', 'signed'])

export const Recurrence = z.enum(['permanent', 'yearly', 'half-yearly', 'quarterly', 'monthly', 'daily', 'on-change'])

/** A due as `domain/due` reads it: the words kept, a period derived where one can be. */
export const Due = z.object({
  text: Line,
  /** Characters of the due inside the decision's text; null when it stands apart from it. */
  range: z.tuple([z.int(), z.int()]).nullable(),
  from: OptionalDate,
  to: OptionalDate,
  recurrence: Recurrence.nullable(),
})
export type Due = z.infer<typeof Due>

export const addresseeKinds = { group: 'группа', role: 'должность', person: 'человек', school: 'школа' } as const
export const Addressee = z.object({
  uid: Uid,
  kind: z.enum(['group', 'role', 'person', 'school']),
  /** As it is printed: «руководителям ИБЦ», «Лядовой И.П.». */
  text: FilledLine,
  librarianId: Id.nullable(),
  schoolId: Id.nullable(),
})
export type Addressee = z.infer<typeof Addressee>

export const Decision = z.object({
  uid: Uid,
  text: named('Решение', Text),
  addressees: z.array(Addressee),
  dues: z.array(Due),
  /** The earlier decision this one carries over. */
  carriedFrom: Uid.nullable(),
})
export type Decision = z.infer<typeof Decision>

export const Vote = z.object({
  /** All null: no vote was taken. */
  for: named('За', OptionalCount),
  against: named('Против', OptionalCount),
  abstained: named('Воздержались', OptionalCount),
  unanimous: named('Единогласно', z.boolean()),
})
export type Vote = z.infer<typeof Vote>

/** A Report (слушали) or a Remark (выступили); with or without an agenda item. */
export const Speech = z.object({
  uid: Uid,
  kind: z.enum(['report', 'remark']),
  speaker: PersonRef,
  text: Text,
})
export type Speech = z.infer<typeof Speech>

export const AgendaItem = z.object({
  uid: Uid,
  /** As in the agenda: «О плане работы РМО на 2026–2027 учебный год». */
  title: named('Вопрос повестки', Text),
  /** Докладчики named in the agenda. */
  speakers: z.array(PersonRef.extend({ uid: Uid })),
  speeches: z.array(Speech),
  vote: Vote,
  decisions: z.array(Decision),
})
export type AgendaItem = z.infer<typeof AgendaItem>

export const AttendanceEntry = z.object({
  uid: Uid,
  person: PersonRef,
  schoolId: Id.nullable(),
  /** As printed in the attendance sheet. */
  school: Line,
  state: AttendanceState,
  note: Line,
})
export type AttendanceEntry = z.infer<typeof AttendanceEntry>

export const Meeting = z.object({
  seriesId: named('Ряд заседаний', Id),
  /** Per series and school year; text, since papers have «1», «2а», «3-о». Empty: the paper has none. */
  number: named('Номер', Line),
  date: named('Дата заседания', IsoDate),
  time: named('Время', IsoTime.nullable()),
  place: named('Место', Line),
  format: named('Формат', MeetingFormat),
  theme: named('Тема', Line),
  layout: named('Вид протокола', ProtocolLayout),
  /** Empty: the series' or the settings' word. */
  decisionLabel: named('Слово перед решениями', Line),
  chairs: z.array(PersonRef.extend({ uid: Uid })),
  /** Null: there was none. */
  secretary: PersonRef.nullable(),
  invited: z.array(PersonRef.extend({ uid: Uid })),
  attendance: z.object({
    mode: named('Учёт присутствующих', z.enum(['roster', 'count'])),
    /** Head-count; in roster mode it is counted from the roster. */
    count: named('Присутствовали', OptionalCount),
    /** «педагоги-библиотекари, руководители ИБЦ». */
    text: named('Кто присутствовал', Line),
    roster: z.array(AttendanceEntry),
  }),
  agenda: z.array(AgendaItem),
  /** Speeches and decisions tied to no item. */
  speeches: z.array(Speech),
  decisions: z.array(Decision),
  /** Her own notes; never printed. */
  note: named('Заметки', Text),
})
export type Meeting = z.infer<typeof Meeting>
/** What the rules and the papers work on. */
export type MeetingDoc = Meeting

export const Correction = z.object({
  id: z.int(),
  at: z.string(),
  author: z.string(),
  reason: z.string(),
  changes: z.array(z.object({ where: z.string(), before: z.string(), after: z.string() })),
})

export const MeetingRecord = SavedRecord.extend({
  meeting: Meeting,
  state: MeetingState,
  signedOn: z.string().nullable(),
  schoolYear: SchoolYear,
  corrections: z.array(Correction),
  /** Of the series and association, for headings. */
  series: z.object({
    id: z.int(),
    name: z.string(),
    heading: z.string(),
    decisionLabel: z.string(),
    association: z.string(),
  }),
})
export type MeetingRecord = z.infer<typeof MeetingRecord>

export const MeetingRow = z.object({
  id: z.int(),
  number: z.string(),
  date: z.string(),
  time: z.string().nullable(),
  series: z.string(),
  association: z.string(),
  theme: z.string(),
  place: z.string(),
  /** Null: not named. */
  format: MeetingFormat.nullable(),
  present: z.int().nullable(),
  items: z.int(),
  decisions: z.int(),
  overdue: z.int(),
  state: MeetingState,
})
export type MeetingRow = z.infer<typeof MeetingRow>

export const decisionStates = {
  done: 'выполнено',
  partial: 'выполнено частично',
  overdue: 'просрочено',
  soon: 'скоро срок',
  open: 'в работе',
  standing: 'постоянно',
} as const
export const DecisionState = z.enum(['done', 'partial', 'overdue', 'soon', 'open', 'standing'])

export const DecisionOutcome = z.enum(Object.keys(decisionOutcomes) as [Outcome, ...Outcome[]])

export const DecisionRow = z.object({
  /** The decision's row number; `uid` names it inside its meeting. */
  id: z.int(),
  uid: z.string(),
  meetingId: z.int(),
  /** As printed: «1.2» or «3». */
  number: z.string(),
  meeting: z.string(),
  meetingDate: z.string(),
  meetingState: MeetingState,
  text: z.string(),
  addressees: z.string(),
  due: z.string(),
  /** Next day by which something is to be done; null where none can be derived. */
  deadline: z.string().nullable(),
  state: DecisionState,
  doneOn: z.string().nullable(),
  /** How it stands for a report: what is done, in time or not. */
  outcome: DecisionOutcome,
  association: z.string(),
  /** Taken over from an earlier meeting; taken over by a later one. */
  carriedIn: z.boolean(),
  carriedOn: z.boolean(),
})
export type DecisionRow = z.infer<typeof DecisionRow>

export const executionStates = { done: 'выполнено', partial: 'частично', cancelled: 'снято с контроля' } as const
export const Execution = z.object({
  uid: Uid,
  /** Null: the decision as a whole. */
  addresseeUid: Uid.nullable(),
  state: named('Отметка', z.enum(['done', 'partial', 'cancelled'])),
  on: named('Дата исполнения', IsoDate),
  evidence: named('Подтверждение', Line),
  note: named('Примечание', Line),
})
export type Execution = z.infer<typeof Execution>

const DecisionDetails = z.object({
  id: z.int(),
  meetingId: z.int(),
  number: z.string(),
  meeting: z.string(),
  meetingDate: z.string(),
  decision: Decision,
  itemTitle: z.string().nullable(),
  state: DecisionState,
  executions: z.array(Execution),
  /** Meetings later in whose agenda it was carried over. */
  carriedTo: z.array(z.object({ meetingId: z.int(), text: z.string() })),
})
export type DecisionDetails = z.infer<typeof DecisionDetails>

export const AgendaTemplate = z.object({
  id: Id.nullable(),
  name: named('Название шаблона', FilledLine),
  items: z.array(z.object({ title: FilledLine, decision: Line })).min(1, 'в шаблоне нет ни одного вопроса'),
})
export type AgendaTemplate = z.infer<typeof AgendaTemplate>

/** A phrase typed often: `/довести` inserts its text. */
export const Phrase = z.object({
  id: Id.nullable(),
  key: named(
    'Сокращение',
    FilledLine.refine((text) => !/\s/.test(text), 'сокращение пишется без пробелов'),
  ),
  text: named('Текст фразы', FilledLine),
})
export type Phrase = z.infer<typeof Phrase>

/** In the list a format that is not named is an empty cell. */
const { none: _unnamed, ...namedFormats } = meetingFormats

export const meetingList: ListSpec = {
  name: 'meetings',
  title: 'Заседания',
  record: 'meeting',
  schoolYear: 'within',
  nouns: ['заседание', 'заседания', 'заседаний'],
  identity: [
    ['series', 'date', 'number'],
    ['series', 'date'],
  ],
  defaultSort: [{ column: 'date', desc: true }],
  columns: [
    {
      key: 'number',
      title: 'Номер',
      type: 'text',
      width: 75,
      edit: {},
      headings: ['№ протокола', 'номер протокола'],
    },
    {
      key: 'date',
      title: 'Дата',
      type: 'date',
      width: 95,
      edit: { required: true },
      headings: ['дата проведения', 'дата заседания'],
    },
    { key: 'time', title: 'Время', type: 'text', width: 70, edit: {}, headings: ['время проведения', 'начало'] },
    {
      key: 'series',
      title: 'Заседание',
      type: 'text',
      width: 200,
      edit: { required: true, reference: 'series' },
      headings: ['ряд заседаний', 'вид заседания'],
    },
    { key: 'theme', title: 'Тема', type: 'text', width: 300, edit: {}, headings: ['тема заседания', 'повестка'] },
    { key: 'state', title: 'Состояние', type: 'choice', width: 110, choices: meetingStates },
    { key: 'decisions', title: 'Решений', type: 'number', width: 90, total: 'sum' },
    { key: 'overdue', title: 'Просрочено', type: 'number', width: 105, total: 'sum' },
    { key: 'present', title: 'Присутствовали', type: 'number', width: 130 },
    { key: 'items', title: 'Вопросов', type: 'number', width: 90, total: 'sum' },
    { key: 'place', title: 'Место', type: 'text', width: 190, edit: {}, headings: ['место проведения'] },
    { key: 'association', title: 'Объединение', type: 'text', width: 200, hidden: true, edit: {} },
    {
      key: 'format',
      title: 'Формат',
      type: 'choice',
      width: 90,
      choices: namedFormats,
      hidden: true,
      edit: {},
      headings: ['форма проведения', 'формат проведения'],
    },
  ],
}

export const decisionList: ListSpec = {
  name: 'decisions',
  title: 'Решения',
  record: 'decision',
  schoolYear: 'within',
  onDay: true,
  nouns: ['решение', 'решения', 'решений'],
  identity: [['meeting', 'meetingDate', 'text']],
  defaultSort: [{ column: 'deadline', desc: false }],
  columns: [
    { key: 'number', title: '№', type: 'text', width: 55 },
    {
      key: 'text',
      title: 'Решение',
      type: 'text',
      width: 380,
      edit: { required: true, multiline: true },
      headings: ['решения', 'поручение', 'текст решения', 'принятое решение'],
    },
    {
      key: 'addressees',
      title: 'Кому',
      type: 'text',
      width: 190,
      edit: {},
      headings: ['ответственный', 'ответственные', 'исполнитель', 'исполнители', 'адресат'],
    },
    {
      key: 'due',
      title: 'Срок',
      type: 'text',
      width: 160,
      edit: {},
      headings: ['сроки', 'срок исполнения', 'срок выполнения', 'сроки исполнения'],
    },
    { key: 'deadline', title: 'До какого числа', type: 'date', width: 140 },
    { key: 'state', title: 'Исполнение', type: 'choice', width: 160, choices: decisionStates },
    { key: 'doneOn', title: 'Исполнено', type: 'date', width: 105 },
    {
      key: 'meeting',
      title: 'Протокол',
      type: 'text',
      width: 220,
      edit: { required: true, reference: 'meeting' },
      headings: ['заседание', 'номер протокола', '№ протокола'],
    },
    {
      key: 'meetingDate',
      title: 'Дата заседания',
      type: 'date',
      width: 130,
      edit: {},
      headings: ['дата протокола', 'дата'],
    },
    {
      key: 'outcome',
      title: 'Итог исполнения',
      type: 'choice',
      width: 190,
      hidden: true,
      choices: decisionOutcomes,
    },
    { key: 'association', title: 'Объединение', type: 'text', width: 200, hidden: true },
    { key: 'carriedIn', title: 'Из прежних заседаний', type: 'boolean', width: 160, hidden: true },
    { key: 'carriedOn', title: 'Перенесено дальше', type: 'boolean', width: 150, hidden: true },
  ],
}

const reads = ['meeting', 'association', 'librarian', 'school', 'profile'] as const

export const meetingsContract = {
  'meetings.list': query(ListQuery, listPage(MeetingRow), reads),
  'meetings.get': query(z.object({ id: Id }), MeetingRecord, reads),
  /**
   * Makes or changes a draft. A signed one is refused (`locked`). Slips are warnings (`domain/meeting-warnings`), never
   * refusals; refused are only an impossible date, votes that exceed those present, a number already taken (`duplicate`).
   */
  'meetings.save': command(
    'Протокол',
    z.object({ id: Id.nullable(), revision: z.int().nullable(), meeting: Meeting }),
    SavedRecord,
  ),
  'meetings.remove': command('Удаление заседания', z.object({ id: Id }), z.object({})),
  /**
   * A draft made from nothing, from a template, or from an earlier meeting (agenda, speakers, chairs, roster — not what
   * was said); the number is the next one, school years in titles move on with the date. Unfinished decisions named in
   * `carryOver` come in as the first agenda item. Answers the document; it becomes a record with `meetings.save`.
   */
  'meetings.prepare': query(
    z.object({
      seriesId: Id,
      date: IsoDate,
      fromMeetingId: Id.nullable().default(null),
      templateId: Id.nullable().default(null),
      carryOver: z.array(Uid).default([]),
    }),
    Meeting,
    reads,
  ),
  /** Decisions of the series' (or any) earlier meetings not yet done, for carrying over. */
  'meetings.unfinished': query(z.object({ seriesId: Id.nullable(), before: IsoDate }), z.array(DecisionRow), reads),
  /** Locks the protocol. Refused while `invalid`: no chair, no agenda and no decision, votes over those present. */
  'meetings.sign': command(
    'Подписание протокола',
    z.object({ id: Id, revision: z.int(), signedOn: IsoDate }),
    SavedRecord,
    'barrier',
  ),
  'meetings.unsign': command('Снятие подписи', z.object({ id: Id, reason: FilledLine }), SavedRecord, 'barrier'),
  /** Changes a signed protocol; what changed is recorded as a correction with its reason. */
  'meetings.correct': command(
    'Исправление протокола',
    z.object({ id: Id, revision: z.int(), meeting: Meeting, reason: named('Причина исправления', FilledLine) }),
    SavedRecord,
  ),

  'decisions.list': query(ListQuery, listPage(DecisionRow), reads),
  'decisions.get': query(z.object({ id: Id }), DecisionDetails, reads),
  /** Replaces the execution marks of one decision; allowed on signed protocols. */
  'decisions.mark': command(
    'Отметка об исполнении',
    z.object({ id: Id, executions: z.array(Execution) }),
    z.object({}),
  ),

  'meetings.templates': query(z.object({}), z.array(AgendaTemplate), ['agenda-template']),
  'meetings.saveTemplate': command('Шаблон повестки', AgendaTemplate, z.object({ id: z.int() })),
  'meetings.removeTemplate': command('Удаление шаблона', z.object({ id: Id }), z.object({})),
  'meetings.phrases': query(z.object({}), z.array(Phrase), ['phrase']),
  'meetings.savePhrase': command('Частая фраза', Phrase, z.object({ id: z.int() })),
  'meetings.removePhrase': command('Удаление фразы', z.object({ id: Id }), z.object({})),
} as const
