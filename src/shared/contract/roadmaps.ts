import { z } from 'zod'
import { command, query, SavedRecord } from './core'
import { FilledLine, Id, IsoDate, Line, named, OptionalDate, SchoolYear, Text, Uid } from './fields'
import { ListQuery, type ListSpec, listPage } from './lists'
import { Decision, DecisionState, Due, decisionStates } from './meetings'

/**
 * Road maps and plans (PRODUCT, module 4; FORMS §3). One record is one paper: its columns as the original names them, its
 * sections, items and their sub-events; beside it, what was done of each.
 */

export const roadmapKinds = { roadmap: 'дорожная карта', plan: 'план работы' } as const
export const RoadmapKind = z.enum(['roadmap', 'plan'])

/** What a column of the paper holds; `other` are kept cell by cell under their own heading. */
export const columnRoles = {
  number: '№',
  title: 'мероприятие',
  due: 'срок',
  executors: 'исполнители',
  coExecutors: 'соисполнители',
  document: 'документ',
  results: 'результат',
  execution: 'отметка о выполнении',
  other: 'другое',
} as const
export const ColumnRole = z.enum(Object.keys(columnRoles) as [keyof typeof columnRoles])
export type ColumnRole = z.infer<typeof ColumnRole>

export const RoadmapColumn = z.object({
  uid: Uid,
  role: named('Что в столбце', ColumnRole),
  /** As in the original: «Ответственный исполнитель/соисполнители». */
  title: named('Заголовок', FilledLine),
  /** Share of the page's width; null: by its role. */
  width: z.int().min(1).max(100).nullable(),
})
export type RoadmapColumn = z.infer<typeof RoadmapColumn>

export const Executor = z.object({
  uid: Uid,
  /** `main`: исполнитель, `co`: соисполнитель. */
  role: z.enum(['main', 'co']),
  /** As it is printed: «КГАОУ ДПО ХК ИРО», «Руководители ИБЦ». */
  text: FilledLine,
  librarianId: Id.nullable(),
  schoolId: Id.nullable(),
})
export type Executor = z.infer<typeof Executor>

/** A sub-event with a срок of its own, inside one row of the paper. */
export const RoadmapPart = z.object({
  uid: Uid,
  title: named('Подпункт', Text),
  dues: z.array(Due),
})
export type RoadmapPart = z.infer<typeof RoadmapPart>

export const RoadmapItem = z.object({
  uid: Uid,
  /** As printed when it is not the running number: «1.2»; '' is numbered by itself. */
  number: named('Номер', Line),
  /** May be empty where the sub-events say all. */
  title: named('Мероприятие', Text),
  parts: z.array(RoadmapPart),
  dues: z.array(Due),
  executors: z.array(Executor),
  document: named('Вид документа', Text),
  results: named('Ожидаемые результаты', Text),
  /** Cells of `other` and `execution` columns as typed in the paper. */
  cells: z.array(z.object({ columnUid: Uid, text: Text })),
})
export type RoadmapItem = z.infer<typeof RoadmapItem>

export const RoadmapSection = z.object({
  uid: Uid,
  /** As printed: «I», «Раздел 2»; '' where sections are not numbered. */
  number: named('Номер раздела', Line),
  /** Empty: items that stand under no section. */
  title: named('Раздел', Text),
  items: z.array(RoadmapItem),
})
export type RoadmapSection = z.infer<typeof RoadmapSection>

export const numberings = { through: 'сквозная', section: 'в каждом разделе', none: 'без номеров' } as const

export const Roadmap = z.object({
  kind: named('Вид', RoadmapKind),
  title: named(
    'Название',
    Text.refine((text) => text.trim() !== '', 'поле не заполнено'),
  ),
  /** The period it is for; dues without a year are of it. */
  from: named('Начало', IsoDate),
  to: named('Окончание', IsoDate),
  associationId: named('Объединение', Id.nullable()),
  approval: z.object({
    /** As in the paper: «Приложение 2 к приказу управления образования от 15.01.2026 № 77-од». */
    text: named('Утверждение', Text),
    number: named('Номер приказа', Line),
    date: named('Дата приказа', OptionalDate),
    annex: named('Номер приложения', Line),
  }),
  numbering: named('Нумерация', z.enum(['through', 'section', 'none'])),
  columns: z.array(RoadmapColumn).min(1, 'нужен хотя бы один столбец').max(20),
  sections: z.array(RoadmapSection).max(200),
  /** Words before and after the table: aims, tasks. */
  preamble: named('Перед таблицей', Text),
  closing: named('После таблицы', Text),
  /** Her own notes; never printed. */
  note: named('Заметки', Text),
})
export type Roadmap = z.infer<typeof Roadmap>

/** `moved`: the time is another now (`movedTo`); `cancelled`: taken off. */
export const roadmapMarkStates = {
  done: 'выполнено',
  partial: 'выполняется',
  moved: 'срок перенесён',
  cancelled: 'снято',
} as const

/** A mark of execution of an item or of one of its parts. */
export const RoadmapMark = z.object({
  uid: Uid,
  /** Item or part. */
  itemUid: Uid,
  state: named('Отметка', z.enum(['done', 'partial', 'moved', 'cancelled'])),
  on: named('Дата', IsoDate),
  movedTo: named('Новый срок', OptionalDate),
  evidence: named('Подтверждение', Line),
  note: named('Примечание', Text),
})
export type RoadmapMark = z.infer<typeof RoadmapMark>

export const roadmapLinkKinds = { decision: 'решение', event: 'мероприятие' } as const

/** A decision or event that fulfils an item or part: once it is done (held), so is the item. */
export const RoadmapLink = z.object({
  uid: Uid,
  itemUid: Uid,
  kind: z.enum(['decision', 'event']),
  decisionUid: Uid.nullable(),
  eventId: Id.nullable(),
})
export type RoadmapLink = z.infer<typeof RoadmapLink>

/** As of a decision: an item is held to the same rules of time. */
export const roadmapStates = decisionStates

/** Where an item or a part is, with what says so. */
export const RoadmapItemState = z.object({
  itemUid: z.string(),
  state: DecisionState,
  /** Next day by which it is to be done; null where none can be derived. */
  deadline: z.string().nullable(),
  doneOn: z.string().nullable(),
  /** «Выполнено 12.03.2026: приказ № 14; протокол № 2 от …», as the report prints it. */
  words: z.string(),
})
export type RoadmapItemState = z.infer<typeof RoadmapItemState>

export const RoadmapRecord = SavedRecord.extend({
  roadmap: Roadmap,
  marks: z.array(RoadmapMark),
  /** With what is at their other end. */
  links: z.array(
    RoadmapLink.extend({
      title: z.string(),
      date: z.string(),
      done: z.boolean(),
      /** Meeting of the decision; null of an event. */
      meetingId: z.int().nullable(),
    }),
  ),
  states: z.array(RoadmapItemState),
  association: z.string(),
  /** Paper it was read from. */
  oldPaperId: z.int().nullable(),
})
export type RoadmapRecord = z.infer<typeof RoadmapRecord>

export const RoadmapRow = z.object({
  id: z.int(),
  kind: RoadmapKind,
  title: z.string(),
  from: z.string(),
  to: z.string(),
  association: z.string(),
  sections: z.int(),
  items: z.int(),
  done: z.int(),
  overdue: z.int(),
  soon: z.int(),
  approval: z.string(),
})
export type RoadmapRow = z.infer<typeof RoadmapRow>

export const roadmapList: ListSpec = {
  name: 'roadmaps',
  title: 'Дорожные карты и планы',
  record: 'roadmap',
  schoolYear: 'within',
  nouns: ['документ', 'документа', 'документов'],
  identity: [['title', 'from']],
  defaultSort: [{ column: 'from', desc: true }],
  columns: [
    { key: 'title', title: 'Название', type: 'text', width: 420 },
    { key: 'kind', title: 'Вид', type: 'choice', width: 130, choices: roadmapKinds },
    { key: 'from', title: 'Начало', type: 'date', width: 100 },
    { key: 'to', title: 'Окончание', type: 'date', width: 100 },
    { key: 'items', title: 'Пунктов', type: 'number', width: 90, total: 'sum' },
    { key: 'done', title: 'Выполнено', type: 'number', width: 100, total: 'sum' },
    { key: 'overdue', title: 'Просрочено', type: 'number', width: 105, total: 'sum' },
    { key: 'soon', title: 'Скоро срок', type: 'number', width: 100, total: 'sum' },
    { key: 'association', title: 'Объединение', type: 'text', width: 200 },
    { key: 'approval', title: 'Утверждение', type: 'text', width: 260, hidden: true },
    { key: 'sections', title: 'Разделов', type: 'number', width: 90, total: 'sum', hidden: true },
  ],
}

/** How an item ended or stands, each row one of these: what the annual report counts. */
export const roadmapOutcomes = {
  done: 'выполнено',
  partial: 'выполняется',
  moved: 'перенесено',
  overdue: 'не выполнено в срок',
  ahead: 'срок не наступил',
  standing: 'постоянно',
  cancelled: 'снято',
} as const
export const RoadmapOutcome = z.enum(Object.keys(roadmapOutcomes) as [keyof typeof roadmapOutcomes])
export type RoadmapOutcome = z.infer<typeof RoadmapOutcome>

/** A row of a road map: an item, or a sub-event under it. */
export const RoadmapItemRow = z.object({
  id: z.int(),
  uid: z.string(),
  roadmapId: z.int(),
  roadmap: z.string(),
  /** «I. Организационные мероприятия». */
  section: z.string(),
  /** As printed; of a sub-event «4.2» under item 4. */
  number: z.string(),
  /** Uid of the item a sub-event belongs to. */
  parentUid: z.string().nullable(),
  title: z.string(),
  due: z.string(),
  deadline: z.string().nullable(),
  executors: z.string(),
  coExecutors: z.string(),
  document: z.string(),
  results: z.string(),
  state: DecisionState,
  doneOn: z.string().nullable(),
  execution: z.string(),
  /** Decisions and events linked. */
  links: z.int(),
  /** Where it is, in the words of a report: what was taken off is not done, what was put off not overdue. */
  outcome: RoadmapOutcome,
  /** A sub-event. */
  part: z.boolean(),
  association: z.string(),
})
export type RoadmapItemRow = z.infer<typeof RoadmapItemRow>

export const roadmapItemList: ListSpec = {
  name: 'roadmapItems',
  title: 'Пункты дорожных карт',
  record: 'roadmap',
  recordKey: 'roadmapId',
  schoolYear: 'within',
  onDay: true,
  nouns: ['пункт', 'пункта', 'пунктов'],
  identity: [
    ['roadmap', 'section', 'title'],
    ['roadmap', 'title'],
  ],
  headed: ['section'],
  defaultSort: [{ column: 'deadline', desc: false }],
  columns: [
    { key: 'number', title: '№ п/п', type: 'text', width: 65 },
    {
      key: 'title',
      title: 'Мероприятие',
      type: 'text',
      width: 360,
      edit: { required: true, multiline: true },
      headings: ['наименование мероприятия', 'мероприятия', 'содержание работы', 'вид деятельности', 'содержание'],
    },
    {
      key: 'due',
      title: 'Срок',
      type: 'text',
      width: 150,
      edit: {},
      headings: [
        'сроки',
        'сроки проведения',
        'срок исполнения',
        'сроки исполнения',
        'срок реализации',
        'период',
        'месяц',
      ],
    },
    { key: 'state', title: 'Выполнение', type: 'choice', width: 150, choices: roadmapStates },
    {
      key: 'executors',
      title: 'Исполнители',
      type: 'text',
      width: 210,
      edit: { multiline: true },
      headings: [
        'ответственные',
        'ответственный',
        'исполнитель',
        'ответственный исполнитель',
        'ответственный исполнитель/соисполнители',
        'ответственные исполнители',
      ],
    },
    {
      key: 'document',
      title: 'Вид документа',
      type: 'text',
      width: 170,
      edit: { multiline: true },
      headings: ['документ', 'итоговый документ', 'форма завершения'],
    },
    {
      key: 'results',
      title: 'Ожидаемые результаты',
      type: 'text',
      width: 240,
      edit: { multiline: true },
      headings: ['ожидаемый результат', 'планируемый результат', 'результат', 'показатели'],
    },
    { key: 'deadline', title: 'До какого числа', type: 'date', width: 130 },
    { key: 'doneOn', title: 'Выполнено', type: 'date', width: 105 },
    { key: 'execution', title: 'Отметка о выполнении', type: 'text', width: 240 },
    { key: 'links', title: 'Связей', type: 'number', width: 80 },
    {
      key: 'section',
      title: 'Раздел',
      type: 'text',
      width: 220,
      edit: {},
      headings: ['направление', 'раздел плана', 'блок'],
    },
    {
      key: 'roadmap',
      title: 'Дорожная карта',
      type: 'text',
      width: 240,
      edit: { required: true, reference: 'roadmap' },
      headings: ['план', 'документ-план', 'название плана'],
    },
    { key: 'outcome', title: 'Итог', type: 'choice', width: 150, choices: roadmapOutcomes, hidden: true },
    { key: 'part', title: 'Подпункт', type: 'boolean', width: 95, hidden: true },
    { key: 'association', title: 'Объединение', type: 'text', width: 200, hidden: true },
    {
      key: 'coExecutors',
      title: 'Соисполнители',
      type: 'text',
      width: 180,
      edit: { multiline: true },
      hidden: true,
      headings: ['соисполнитель'],
    },
  ],
}

/** A stretch of the year view: one due of an item or part. */
export const RoadmapBar = z.object({
  itemUid: z.string(),
  /** ISO; what has no days of its own (постоянно, ежеквартально) spans the period it is repeated in. */
  from: z.string(),
  to: z.string(),
  /** A deadline («до 10 октября») has only its day. */
  kind: z.enum(['period', 'deadline', 'repeated']),
  text: z.string(),
})
export type RoadmapBar = z.infer<typeof RoadmapBar>

const reads = ['roadmap', 'meeting', 'event', 'association', 'profile', 'old-paper'] as const
const ItemChoice = z.array(Uid).min(1, 'не выбрано ни одного пункта').max(500)

export const roadmapsContract = {
  'roadmaps.list': query(ListQuery, listPage(RoadmapRow), reads),
  'roadmapItems.list': query(ListQuery, listPage(RoadmapItemRow), reads),
  'roadmaps.get': query(z.object({ id: Id }), RoadmapRecord, reads),
  /** Marks and links of rows that go, go with them. @throws `invalid-input`, `conflict`, `not-found` */
  'roadmaps.save': command(
    'Дорожная карта',
    z.object({ id: Id.nullable(), revision: z.int().nullable(), roadmap: Roadmap }),
    SavedRecord,
  ),
  'roadmaps.remove': command('Удаление дорожной карты', z.object({ id: Id }), z.object({})),
  /** Replaces the marks of one item or part. */
  'roadmaps.mark': command(
    'Отметка о выполнении',
    z.object({ id: Id, itemUid: Uid, marks: z.array(RoadmapMark).max(100) }),
    z.object({}),
  ),
  /** The same mark on many rows at once, beside those they have. */
  'roadmaps.markMany': command(
    'Отметки о выполнении',
    z.object({ id: Id, itemUids: ItemChoice, mark: RoadmapMark.omit({ uid: true, itemUid: true }) }),
    z.object({ marked: z.int() }),
  ),
  /** Replaces the links of one item or part. @throws `not-found` when the other end is gone */
  'roadmaps.link': command(
    'Связи пункта',
    z.object({ id: Id, itemUid: Uid, links: z.array(RoadmapLink).max(100) }),
    z.object({}),
  ),
  /** Links of one decision or event, changed from its own card. */
  'roadmaps.linksOf': query(
    z.object({ decisionUid: Uid.nullable(), eventId: Id.nullable() }),
    z.array(
      z.object({ roadmapId: z.int(), roadmap: z.string(), itemUid: z.string(), number: z.string(), title: z.string() }),
    ),
    reads,
  ),
  /** An empty one with the usual columns of its kind, for the school year (a plan) or the calendar year (a road map). */
  'roadmaps.blank': query(
    z.object({ kind: RoadmapKind, schoolYear: SchoolYear.nullable().default(null) }),
    Roadmap,
    reads,
  ),
  /**
   * The next year's: years in the title, in dues and in words move on by so many; marks and links stay behind. Answers the
   * document; it becomes a record with `roadmaps.save`.
   */
  'roadmaps.prepareCopy': query(z.object({ id: Id, years: z.int().min(1).max(10).default(1) }), Roadmap, reads),
  /**
   * Decisions of a meeting made of items, in their order: text, addressees, dues with their years; sub-events come as
   * decisions of their own when asked for by their uid.
   */
  'roadmaps.decisions': query(
    z.object({ id: Id, itemUids: ItemChoice, on: IsoDate }),
    z.array(z.object({ itemUid: Uid, decision: Decision })),
    reads,
  ),
  /** Puts them into a meeting — an existing draft (its general decisions) or a new one of a series — with their links. */
  'roadmaps.decide': command(
    'Решения по дорожной карте',
    z.object({
      id: Id,
      itemUids: ItemChoice,
      meetingId: Id.nullable(),
      /** Of a new meeting. */
      seriesId: Id.nullable(),
      on: OptionalDate,
    }),
    z.object({ meetingId: z.int(), decisions: z.int() }),
  ),
  /** Bars of the year view, clipped to the days asked for. */
  'roadmaps.bars': query(z.object({ id: Id, from: IsoDate, to: IsoDate }), z.array(RoadmapBar), reads),
} as const
