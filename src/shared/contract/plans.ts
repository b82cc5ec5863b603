import { z } from 'zod'
import { command, job, query } from './core'
import { FilledLine, Id, IsoDate, named, OnTemplate } from './fields'
import { schoolColumn, TextbookDetails, textbookDetails } from './holdings'
import { type ColumnSpec, ListQuery, type ListSpec, listPage } from './lists'
import { Flow } from './transfers'

/**
 * The redistribution plan (PRODUCT, module 6; ARCHITECTURE «Decided»): transfers that satisfy the most copies, among those the
 * fewest trips (directed pairs of schools), then the shortest way. Quantities are copies, money is kopecks, distances are km.
 */

/** Who gets scarce copies: by the need's own priority, shared in proportion to the needs, or in no lots below a minimum. */
export const scarcityRules = {
  priority: 'по очерёдности',
  proportional: 'поровну от потребности',
  'minimum-lot': 'не мельче партии',
} as const
export const ScarcityRule = z.enum(['priority', 'proportional', 'minimum-lot'])

export const PlanOptions = z.object({
  scarcity: ScarcityRule.default('priority'),
  /** Of `minimum-lot`: a need gets at least so many copies (or all it asks), or none. */
  minimumLot: z.int().min(1).max(10_000).default(1),
  /** No pair of schools below so many copies; 1: any. */
  minimumPair: z.int().min(1).max(10_000).default(1),
  /** Through a collection point: at most one leg from and one to each school. */
  viaSchoolId: Id.nullable().default(null),
  /** What every school keeps of every title of its own, whatever it has offered. */
  keepAtLeast: z.int().min(0).max(100_000).default(0),
  substitutes: z.boolean().default(true),
  /** Only these schools; null: all. */
  schoolIds: z.array(Id).max(5000).nullable().default(null),
  /** Copies past their usable-until date on this day (null: today) are left out. */
  usableOn: IsoDate.nullable().default(null),
})
export type PlanOptions = z.infer<typeof PlanOptions>

/** When the search for fewer trips ends; whichever comes first. Steps give the same plan on any computer. */
export const PlanLimit = z.object({
  steps: z.int().min(0).max(1_000_000_000).nullable().default(null),
  seconds: z.number().min(0).max(36_000).nullable().default(null),
})
export type PlanLimit = z.infer<typeof PlanLimit>

export const PlanOutcome = z.object({
  copies: z.int(),
  /** What no plan can exceed; equal to `copies` where that is proven. */
  upperBound: z.int(),
  needed: z.int(),
  trips: z.int(),
  distanceKm: z.number().nullable(),
  savedKopecks: z.int(),
  /** Textbooks whose price is not known are not in the money saved. */
  unpricedCopies: z.int(),
  optimality: z.object({
    copies: z.enum(['proven', 'bounded']),
    trips: z.object({ best: z.int(), lowerBound: z.int().nullable() }),
  }),
  /** The search was stopped by the person; this is the best found. */
  stopped: z.boolean(),
  steps: z.int(),
})
export type PlanOutcome = z.infer<typeof PlanOutcome>

export const Plan = z.object({
  id: z.int(),
  name: z.string(),
  madeAt: z.string(),
  options: PlanOptions,
  outcome: PlanOutcome,
  /** Surpluses or needs have changed since: what can no longer be done is refused line by line. */
  stale: z.boolean(),
  lines: z.int(),
  accepted: z.int(),
})
export type Plan = z.infer<typeof Plan>

export const planLineStates = { proposed: 'предложено', accepted: 'принято', rejected: 'отклонено' } as const
export const PlanLineState = z.enum(['proposed', 'accepted', 'rejected'])

export const PlanLineRow = TextbookDetails.extend({
  id: z.int(),
  planId: z.int(),
  surplusId: z.int(),
  needId: z.int(),
  fromSchoolId: z.int(),
  from: z.string(),
  toSchoolId: z.int(),
  to: z.string(),
  publicationYear: z.int().nullable(),
  price: z.int().nullable(),
  forTextbookId: z.int(),
  /** The edition asked for, where a substitute is given; else empty. */
  forTextbook: z.string(),
  copies: z.int(),
  sum: z.int(),
  reason: z.string(),
  locked: z.boolean(),
  state: PlanLineState,
  transferId: z.int().nullable(),
})
export type PlanLineRow = z.infer<typeof PlanLineRow>

const planId: ColumnSpec = { key: 'planId', title: 'План', type: 'number', width: 70, hidden: true }

export const planLineList: ListSpec = {
  name: 'planLines',
  title: 'План перераспределения',
  record: 'plan',
  recordKey: 'planId',
  schoolYear: 'none',
  nouns: ['строка плана', 'строки плана', 'строк плана'],
  identity: [],
  defaultSort: [
    { column: 'from', desc: false },
    { column: 'to', desc: false },
  ],
  columns: [
    { key: 'from', title: 'Отдаёт', type: 'text', width: 180 },
    { key: 'to', title: 'Получает', type: 'text', width: 180 },
    { key: 'textbook', title: 'Учебник', type: 'text', width: 260 },
    { key: 'copies', title: 'Экземпляров', type: 'number', width: 105, total: 'sum' },
    { key: 'reason', title: 'Почему', type: 'text', width: 230 },
    { key: 'state', title: 'Состояние', type: 'choice', width: 105, choices: planLineStates },
    { key: 'locked', title: 'Закреплено', type: 'boolean', width: 100 },
    { key: 'forTextbook', title: 'Вместо', type: 'text', width: 200 },
    { key: 'publicationYear', title: 'Год издания', type: 'number', ordinal: true, width: 100 },
    { key: 'sum', title: 'Стоимость', type: 'money', width: 120, total: 'sum' },
    { key: 'price', title: 'Цена', type: 'money', width: 100, hidden: true },
    ...textbookDetails,
    planId,
  ],
}

export const PlanUnmetRow = TextbookDetails.extend({
  id: z.int(),
  planId: z.int(),
  needId: z.int(),
  schoolId: z.int(),
  school: z.string(),
  copies: z.int(),
  reason: z.string(),
})
export type PlanUnmetRow = z.infer<typeof PlanUnmetRow>

export const planUnmetList: ListSpec = {
  name: 'planUnmet',
  title: 'Неудовлетворённые потребности',
  record: 'plan',
  recordKey: 'planId',
  schoolYear: 'none',
  nouns: ['потребность', 'потребности', 'потребностей'],
  identity: [],
  defaultSort: [
    { column: 'school', desc: false },
    { column: 'textbook', desc: false },
  ],
  columns: [
    { ...schoolColumn, edit: undefined },
    { key: 'textbook', title: 'Учебник', type: 'text', width: 300 },
    { key: 'copies', title: 'Не хватает', type: 'number', width: 110, total: 'sum' },
    { key: 'reason', title: 'Почему', type: 'text', width: 400 },
    ...textbookDetails,
    planId,
  ],
}

/** A road between two schools, both ways. */
export const Distance = z.object({
  fromSchoolId: Id,
  toSchoolId: Id,
  /** Hundredths of a kilometre. */
  distance: named('Километров', z.int('нужно число').min(1, 'больше нуля').max(200_000_00)),
})
export type Distance = z.infer<typeof Distance>

export const DistanceRow = z.object({
  id: z.int(),
  fromSchoolId: z.int(),
  from: z.string(),
  toSchoolId: z.int(),
  to: z.string(),
  distance: z.int(),
})
export type DistanceRow = z.infer<typeof DistanceRow>

export const distanceList: ListSpec = {
  name: 'distances',
  title: 'Расстояния',
  record: 'distance',
  schoolYear: 'none',
  nouns: ['расстояние', 'расстояния', 'расстояний'],
  identity: [['from', 'to']],
  defaultSort: [
    { column: 'from', desc: false },
    { column: 'to', desc: false },
  ],
  columns: [
    { ...schoolColumn, key: 'from', title: 'От школы', headings: ['откуда', 'школа 1', 'от'] },
    { ...schoolColumn, key: 'to', title: 'До школы', headings: ['куда', 'школа 2', 'до'] },
    {
      key: 'distance',
      title: 'Километров',
      type: 'hundredths',
      width: 120,
      edit: { required: true },
      headings: ['км', 'расстояние', 'расстояние, км'],
    },
  ],
}

/** The shape that `plan --json` promises (CLI.md). */
export const PlanAnswer = z.object({
  planId: z.int(),
  ...PlanOutcome.shape,
  transfers: z.array(
    z.object({
      fromSchoolId: z.int(),
      toSchoolId: z.int(),
      textbookId: z.int(),
      publicationYear: z.int().nullable(),
      forTextbookId: z.int(),
      copies: z.int(),
      reason: z.string(),
    }),
  ),
  unmet: z.array(z.object({ schoolId: z.int(), textbookId: z.int(), copies: z.int(), reason: z.string() })),
})
export type PlanAnswer = z.infer<typeof PlanAnswer>

const topics = ['plan', 'surplus', 'need', 'reservation', 'transfer', 'textbook', 'school'] as const

export const plansContract = {
  /**
   * Works a plan out and keeps it. Locked lines of `basedOn` stay as they are. Cancelled while it searches, it keeps and
   * answers the best found (`stopped`); cancelled before there is any plan, it is refused (`cancelled`).
   */
  'plans.make': job(
    'План перераспределения',
    z.object({
      name: FilledLine,
      options: PlanOptions.prefault({}),
      limit: PlanLimit.prefault({ steps: null, seconds: 10 }),
      basedOn: Id.nullable().default(null),
    }),
    PlanAnswer,
  ),
  /** Writes what the job has worked out; not for people. */
  'plans.keep': command(
    'План перераспределения',
    z.object({
      name: FilledLine,
      options: PlanOptions,
      outcome: PlanOutcome,
      /** The newest change there was when the fund was read; null: now. */
      sinceGroup: z.int().nullable().default(null),
      lines: z.array(
        z.object({ surplusId: Id, needId: Id, copies: z.int().min(1), reason: z.string(), locked: z.boolean() }),
      ),
      unmet: z.array(z.object({ needId: Id, copies: z.int().min(1), reason: z.string() })),
    }),
    z.object({ id: z.int() }),
    'none',
  ),
  'plans.list': query(z.object({}), z.array(Plan), topics),
  'plans.get': query(z.object({ id: Id }), Plan, topics),
  'plans.rename': command('Название плана', z.object({ id: Id, name: FilledLine }), z.object({}), 'none'),
  /** The transfers it became stay. */
  'plans.remove': command('Удаление плана', z.object({ id: Id }), z.object({}), 'none'),
  'planLines.list': query(ListQuery, listPage(PlanLineRow), topics),
  'planUnmet.list': query(ListQuery, listPage(PlanUnmetRow), topics),
  'plans.flows': query(z.object({ id: Id }), z.array(Flow), topics),
  /** Marks lines so that a new plan keeps them, or so that they are not taken. */
  'plans.mark': command(
    'Отметка строк плана',
    z.object({
      planId: Id,
      ids: z.array(Id).min(1).max(100_000),
      locked: z.boolean().nullable().default(null),
      rejected: z.boolean().nullable().default(null),
    }),
    z.object({}),
    'none',
  ),
  /**
   * Makes drafted transfers, one for each pair of schools, of these lines or (null) of all not rejected. Lines that no
   * longer can be done are left out and told.
   */
  'plans.accept': command(
    'План перераспределения принят',
    z.object({ planId: Id, ids: z.array(Id).max(100_000).nullable() }),
    z.object({
      transferIds: z.array(z.int()),
      copies: z.int(),
      left: z.array(z.object({ id: z.int(), reason: z.string() })),
    }),
  ),
  /** What each plan has that the others have not, and how copies are traded for trips. */
  'plans.compare': query(
    z.object({ ids: z.array(Id).min(2).max(6) }),
    z.object({
      plans: z.array(Plan),
      /** Per school: copies it gets, gives and trips it makes, in the order of `ids`. */
      schools: z.array(
        z.object({
          schoolId: z.int(),
          school: z.string(),
          plans: z.array(z.object({ gets: z.int(), gives: z.int(), trips: z.int() })),
        }),
      ),
    }),
    topics,
  ),
  'distances.list': query(ListQuery, listPage(DistanceRow), ['distance', 'school']),
  /** The plan by school («отдаёт», «получает») with the map of flows, in Word. */
  'papers.plan': job(
    'План перераспределения',
    z.object({ id: Id, out: FilledLine, templateId: OnTemplate }),
    z.object({ file: z.string() }),
  ),
  /** Who gave what to whom (`transfers.flows`): the map and its table, in Word. */
  'papers.flows': job(
    'Карта потоков',
    z.object({
      from: IsoDate.nullable().default(null),
      to: IsoDate.nullable().default(null),
      out: FilledLine,
      templateId: OnTemplate,
    }),
    z.object({ file: z.string() }),
  ),
} as const
