import { z } from 'zod'
import { command, job, query, SavedRecord } from './core'
import {
  Count,
  FilledLine,
  Id,
  IsoDate,
  Line,
  named,
  OnTemplate,
  OptionalCount,
  OptionalDate,
  SchoolYear,
  Text,
  Uid,
} from './fields'
import { ListQuery, type ListSpec, listPage } from './lists'
import { meetingFormats } from './meetings'

/** Events (PRODUCT, module 10): what is held beside the meetings of the association. */

export const eventKinds = {
  meeting: 'совещание другого уровня',
  webinar: 'вебинар',
  seminar: 'семинар',
  conference: 'конференция',
  forum: 'форум',
  contest: 'конкурс',
  campaign: 'акция',
  month: 'месячник',
  course: 'курсы',
  exhibition: 'выставка',
  monitoring: 'мониторинг',
  other: 'другое',
} as const
export const EventKind = z.enum(Object.keys(eventKinds) as [keyof typeof eventKinds])

export const eventLevels = {
  school: 'школьный',
  municipal: 'муниципальный',
  interdistrict: 'межрайонный',
  regional: 'региональный',
  national: 'федеральный',
  international: 'международный',
} as const
export const EventLevel = z.enum(Object.keys(eventLevels) as [keyof typeof eventLevels])

export const eventStates = { planned: 'запланировано', held: 'проведено', cancelled: 'отменено' } as const
export const EventState = z.enum(['planned', 'held', 'cancelled'])

export const participantRoles = {
  participant: 'участник',
  speaker: 'докладчик',
  organiser: 'организатор',
  expert: 'эксперт',
  winner: 'победитель',
  runnerUp: 'призёр',
} as const

type Said<K extends string> = Readonly<Partial<Record<K, readonly string[]>>>

/** Beginnings of words by which a kind is known, in a cell or in the name of the event itself. */
export const eventKindWords: Said<keyof typeof eventKinds> = {
  meeting: ['совещани', 'заседани', 'собрани', 'планерк'],
  webinar: ['вебинар', 'онлайн семинар', 'онлайн лекци', 'онлайн встреч'],
  seminar: [
    'семинар',
    'практикум',
    'мастер класс',
    'тренинг',
    'круглый стол',
    'круглого стола',
    'методический день',
    'лекци',
    'консультаци',
  ],
  conference: ['конференци', 'педагогические чтения', 'библиотечные чтения'],
  forum: ['форум', 'съезд'],
  contest: ['конкурс', 'олимпиад', 'викторин', 'турнир', 'чемпионат'],
  campaign: ['акци', 'рейд', 'марафон', 'декад', 'неделя', 'недели', 'день ', 'диктант'],
  month: ['месячник'],
  course: ['курсы', 'курсов', 'курс ', 'повышение квалификаци', 'повышения квалификаци', 'переподготовк', 'стажировк'],
  exhibition: ['выставк', 'ярмарк', 'экспозици'],
  monitoring: ['мониторинг', 'анкетирован', 'опрос', 'обследован'],
}

export const eventLevelWords: Said<keyof typeof eventLevels> = {
  // «Школьн…» alone says nothing: of school libraries are events of every level.
  school: ['внутришкольн', 'общешкольн'],
  municipal: ['муниципальн', 'районн', 'городск', 'окружн'],
  interdistrict: ['межрайон', 'межмуниципальн', 'зональн', 'кустов', 'межокружн'],
  regional: ['регион', 'област', 'краевой', 'краевого', 'краевая', 'республиканск', 'межрегион'],
  national: ['федеральн', 'всероссийск', 'общероссийск', 'российск'],
  international: ['международн'],
}

/** A school, a librarian, or anyone else by name; `count` are people of a school who are not named. */
export const EventParticipant = z.object({
  uid: Uid,
  librarianId: named('Библиотекарь', Id.nullable()),
  schoolId: named('Школа', Id.nullable()),
  /** As printed; of a school without named people it is empty. */
  name: named('Участник', Line),
  role: named('Роль', z.enum(Object.keys(participantRoles) as [keyof typeof participantRoles])),
  count: named('Человек', Count.nullable()),
  result: named('Результат', Line),
})
export type EventParticipant = z.infer<typeof EventParticipant>

export const Event = z.object({
  name: named('Мероприятие', FilledLine),
  kind: named('Вид', EventKind),
  level: named('Уровень', EventLevel),
  format: named('Формат', z.enum(Object.keys(meetingFormats) as [keyof typeof meetingFormats])),
  from: named('Начало', IsoDate),
  /** The same day for what is held in one. */
  to: named('Окончание', IsoDate),
  place: named('Место', Line),
  organiser: named('Организатор', Line),
  associationId: named('Объединение', Id.nullable()),
  state: named('Состояние', EventState),
  /** Head-counts, for those who are not named below; null where not counted. */
  people: named('Участников', OptionalCount),
  students: named('Из них обучающихся', OptionalCount),
  results: named('Результаты', Text),
  /** Where it is told of: a link, an order. */
  evidence: named('Подтверждение', Line),
  note: named('Примечание', Text),
  participants: z.array(EventParticipant).max(2000),
})
export type Event = z.infer<typeof Event>

export const EventRecord = SavedRecord.extend({
  event: Event,
  schoolYear: SchoolYear,
  /** Items of road maps it fulfils. */
  roadmapItems: z.array(
    z.object({ itemUid: z.string(), roadmapId: z.int(), roadmap: z.string(), number: z.string(), title: z.string() }),
  ),
})
export type EventRecord = z.infer<typeof EventRecord>

export const EventRow = z.object({
  id: z.int(),
  name: z.string(),
  kind: EventKind,
  level: EventLevel,
  from: z.string(),
  to: z.string(),
  state: EventState,
  organiser: z.string(),
  place: z.string(),
  format: z.string().nullable(),
  /** Schools and librarians named. */
  schools: z.int(),
  librarians: z.int(),
  people: z.int().nullable(),
  students: z.int().nullable(),
  winners: z.int(),
  roadmapItems: z.int(),
  results: z.string(),
  /** Short name of the association that holds it. */
  association: z.string(),
})
export type EventRow = z.infer<typeof EventRow>

export const eventList: ListSpec = {
  name: 'events',
  title: 'Мероприятия',
  record: 'event',
  schoolYear: 'within',
  nouns: ['мероприятие', 'мероприятия', 'мероприятий'],
  identity: [['name', 'from'], ['name']],
  defaultSort: [{ column: 'from', desc: false }],
  columns: [
    {
      key: 'name',
      title: 'Мероприятие',
      type: 'text',
      width: 320,
      edit: { required: true },
      headings: ['наименование мероприятия', 'название мероприятия', 'название', 'событие'],
    },
    {
      key: 'kind',
      title: 'Вид',
      type: 'choice',
      width: 150,
      choices: eventKinds,
      said: eventKindWords,
      edit: {},
      headings: ['вид мероприятия', 'форма проведения'],
    },
    {
      key: 'level',
      title: 'Уровень',
      type: 'choice',
      width: 130,
      choices: eventLevels,
      said: eventLevelWords,
      edit: {},
      headings: ['уровень мероприятия'],
    },
    {
      key: 'from',
      title: 'Начало',
      type: 'date',
      width: 100,
      edit: { required: true },
      headings: ['дата', 'дата проведения', 'дата начала'],
    },
    { key: 'to', title: 'Окончание', type: 'date', width: 105, edit: {}, headings: ['дата окончания'] },
    { key: 'state', title: 'Состояние', type: 'choice', width: 135, choices: eventStates, edit: {} },
    { key: 'schools', title: 'Школ', type: 'number', width: 80, total: 'sum' },
    { key: 'librarians', title: 'Библиотекарей', type: 'number', width: 120, total: 'sum' },
    {
      key: 'people',
      title: 'Участников',
      type: 'number',
      width: 105,
      total: 'sum',
      edit: {},
      headings: ['количество участников', 'число участников', 'охват'],
    },
    { key: 'winners', title: 'Победителей и призёров', type: 'number', width: 120, total: 'sum' },
    { key: 'organiser', title: 'Организатор', type: 'text', width: 200, edit: {}, headings: ['организаторы'] },
    { key: 'place', title: 'Место', type: 'text', width: 180, edit: {}, headings: ['место проведения'] },
    {
      key: 'results',
      title: 'Результаты',
      type: 'text',
      width: 260,
      edit: { multiline: true },
      headings: ['результат', 'итоги'],
    },
    {
      key: 'format',
      title: 'Формат',
      type: 'choice',
      width: 100,
      choices: { 'in-person': 'очно', online: 'онлайн', video: 'ВКС', correspondence: 'заочно' },
      edit: {},
      hidden: true,
    },
    { key: 'roadmapItems', title: 'Пунктов дорожных карт', type: 'number', width: 120, hidden: true },
    { key: 'students', title: 'Из них обучающихся', type: 'number', width: 120, total: 'sum', hidden: true },
    { key: 'association', title: 'Объединение', type: 'text', width: 200, hidden: true },
  ],
}

/** Who took part in what: a list of its own, for the librarian's card and the annual report. */
export const EventParticipantRow = z.object({
  id: z.int(),
  eventId: z.int(),
  event: z.string(),
  kind: EventKind,
  level: EventLevel,
  from: z.string(),
  name: z.string(),
  school: z.string(),
  role: z.enum(Object.keys(participantRoles) as [keyof typeof participantRoles]),
  count: z.int().nullable(),
  result: z.string(),
  librarianId: z.int().nullable(),
  schoolId: z.int().nullable(),
  state: EventState,
  association: z.string(),
})
export type EventParticipantRow = z.infer<typeof EventParticipantRow>

export const eventParticipantList: ListSpec = {
  name: 'eventParticipants',
  title: 'Участие в мероприятиях',
  record: 'event',
  recordKey: 'eventId',
  schoolYear: 'within',
  nouns: ['участие', 'участия', 'участий'],
  identity: [],
  defaultSort: [{ column: 'from', desc: true }],
  columns: [
    { key: 'event', title: 'Мероприятие', type: 'text', width: 300 },
    { key: 'from', title: 'Дата', type: 'date', width: 100 },
    { key: 'name', title: 'Участник', type: 'text', width: 220 },
    { key: 'school', title: 'Школа', type: 'text', width: 200 },
    { key: 'role', title: 'Роль', type: 'choice', width: 120, choices: participantRoles },
    { key: 'result', title: 'Результат', type: 'text', width: 180 },
    { key: 'count', title: 'Человек', type: 'number', width: 90, total: 'sum' },
    { key: 'kind', title: 'Вид', type: 'choice', width: 140, choices: eventKinds },
    { key: 'level', title: 'Уровень', type: 'choice', width: 130, choices: eventLevels },
    { key: 'state', title: 'Состояние мероприятия', type: 'choice', width: 135, choices: eventStates, hidden: true },
    { key: 'association', title: 'Объединение', type: 'text', width: 200, hidden: true },
  ],
}

/** A participant as a paper names her; `position` at that school on the first day, of people of the bank. */
export const EventPersonRow = z.object({
  uid: Uid,
  name: z.string(),
  school: z.string(),
  position: z.string(),
  role: z.enum(Object.keys(participantRoles) as [keyof typeof participantRoles]),
  /** Of a school whose people are not named; null where not counted. */
  count: z.int().nullable(),
  result: z.string(),
})
export type EventPersonRow = z.infer<typeof EventPersonRow>

/** The list made afterwards, and the sheet people sign as they come. */
export const EventSheetLayout = z.enum(['list', 'registration'])
export type EventSheetLayout = z.infer<typeof EventSheetLayout>

const reads = ['event', 'roadmap', 'school', 'librarian', 'association', 'profile'] as const

export const eventsContract = {
  /** What `events.blank` makes of an item of a road map, saved and linked with it, as one undo step. @throws `not-found` */
  'events.fromItem': command('Мероприятие по пункту', z.object({ itemUid: Uid }), SavedRecord),
  'events.list': query(ListQuery, listPage(EventRow), reads),
  'eventParticipants.list': query(ListQuery, listPage(EventParticipantRow), reads),
  'events.get': query(z.object({ id: Id }), EventRecord, reads),
  /** In the order of the card. @throws `not-found` */
  'events.people': query(z.object({ id: Id }), z.array(EventPersonRow), reads),
  'papers.eventParticipants': job(
    'Список участников',
    z.object({
      id: Id,
      layout: EventSheetLayout.default('list'),
      /** A column to sign in, for a list; a registration sheet has it always. */
      signatures: z.boolean().default(false),
      out: FilledLine,
      templateId: OnTemplate,
    }),
    z.object({ file: z.string(), rows: z.int() }),
  ),
  /** @throws `invalid-input` when it ends before it begins, `not-found`, `conflict` */
  'events.save': command(
    'Мероприятие',
    z.object({ id: Id.nullable(), revision: z.int().nullable(), event: Event }),
    SavedRecord,
  ),
  'events.remove': command('Удаление мероприятия', z.object({ id: Id }), z.object({})),
  /** What a new event starts with: the day, the association, and of a road-map item its words, its time and who holds it. */
  'events.blank': query(
    z.object({ itemUid: Uid.nullable().default(null), on: OptionalDate.default(null) }),
    Event.extend({ name: Line }),
    reads,
  ),
} as const
