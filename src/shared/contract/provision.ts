import { z } from 'zod'
import { command, query, SavedRecord } from './core'
import { Count, FilledLine, Id, named, SchoolYear } from './fields'
import { schoolColumn } from './holdings'
import { ListQuery, type ListSpec, listPage } from './lists'
import { Grade } from './textbooks'

/** Provision (обеспеченность): copies valid for use against students (PRODUCT, module 5; FORMS §6). Quantities are copies. */

/** How many students of a grade study a subject, where it is not all of them (second language, elective, native language). */
export const SubjectStudents = z.object({
  schoolId: Id,
  schoolYear: named('Учебный год', SchoolYear),
  grade: named('Класс', Grade),
  /** Name of a subject; one not known yet is added with the save. */
  subject: named('Предмет', FilledLine),
  students: named('Изучают', Count),
})
export type SubjectStudents = z.infer<typeof SubjectStudents>

export const SubjectStudentsRow = z.object({
  id: z.int(),
  schoolId: z.int(),
  school: z.string(),
  schoolYear: z.string(),
  grade: z.int(),
  subject: z.string(),
  students: z.int(),
  /** Of the contingent; null where it is not known. */
  contingent: z.int().nullable(),
})
export type SubjectStudentsRow = z.infer<typeof SubjectStudentsRow>

const grade = { key: 'grade', title: 'Класс', type: 'number', width: 80, headings: ['параллель', 'классы'] } as const
const subject = { key: 'subject', title: 'Предмет', type: 'text', width: 200, headings: ['учебный предмет'] } as const

export const subjectStudentsList: ListSpec = {
  name: 'subjectStudents',
  title: 'Изучают предмет',
  record: 'subject-students',
  schoolYear: 'within',
  nouns: ['строка', 'строки', 'строк'],
  identity: [['school', 'schoolYear', 'grade', 'subject']],
  defaultSort: [
    { column: 'school', desc: false },
    { column: 'grade', desc: false },
  ],
  columns: [
    schoolColumn,
    { key: 'schoolYear', title: 'Учебный год', type: 'text', width: 120, edit: {}, headings: ['год'] },
    { ...grade, edit: { required: true } },
    { ...subject, edit: { required: true } },
    {
      key: 'students',
      title: 'Изучают',
      type: 'number',
      width: 110,
      total: 'sum',
      edit: { required: true },
      headings: ['учеников', 'обучающихся', 'количество обучающихся'],
    },
    { key: 'contingent', title: 'Всего в параллели', type: 'number', width: 150 },
  ],
}

/** How it stands, in a word beside the figures. */
export const provisionStates = {
  short: 'не хватает',
  enough: 'хватает',
  spare: 'есть лишние',
  unknown: 'неизвестно, сколько учеников',
  idle: 'в этом году не изучают',
} as const
export const ProvisionState = z.enum(Object.keys(provisionStates) as [keyof typeof provisionStates])
export type ProvisionState = z.infer<typeof ProvisionState>

/**
 * One school × subject × grade. `usable` are copies whose usable-until date has not passed on 1 September of the year (or
 * today within it); an edition for several grades is shared between them as their students are.
 */
export const ProvisionRow = z.object({
  id: z.int(),
  schoolId: z.int(),
  school: z.string(),
  subjectId: z.int(),
  subject: z.string(),
  grade: z.int(),
  students: z.int(),
  /** Of the next school year: its contingent, or this year's grade below where it is not known yet. */
  nextStudents: z.int(),
  usable: z.int(),
  /** Held, but past the usable-until date: counts for nothing. */
  expired: z.int(),
  /** usable ÷ students, in hundredths; null without students. */
  coefficient: z.int().nullable(),
  state: ProvisionState,
  /** Потребность = Учеников − В наличии, not below zero. */
  deficit: z.int(),
  surplus: z.int(),
  /** Copies that will still be usable next school year. */
  nextUsable: z.int(),
  nextDeficit: z.int(),
  nextSurplus: z.int(),
})
export type ProvisionRow = z.infer<typeof ProvisionRow>

export const provisionList: ListSpec = {
  name: 'provision',
  title: 'Обеспеченность',
  record: 'school',
  recordKey: 'schoolId',
  schoolYear: 'within',
  nouns: ['строка', 'строки', 'строк'],
  identity: [],
  defaultSort: [
    { column: 'school', desc: false },
    { column: 'grade', desc: false },
    { column: 'subject', desc: false },
  ],
  columns: [
    { key: 'school', title: 'Школа', type: 'text', width: 220 },
    grade,
    subject,
    { key: 'students', title: 'Учеников', type: 'number', width: 100, total: 'sum' },
    { key: 'usable', title: 'В наличии', type: 'number', width: 100, total: 'sum' },
    { key: 'coefficient', title: 'Коэффициент', type: 'hundredths', width: 110 },
    { key: 'state', title: 'Обеспеченность', type: 'choice', width: 130, choices: provisionStates },
    { key: 'deficit', title: 'Потребность', type: 'number', width: 120, total: 'sum' },
    { key: 'surplus', title: 'Излишек', type: 'number', width: 100, total: 'sum' },
    { key: 'expired', title: 'С истёкшим сроком', type: 'number', width: 150, total: 'sum' },
    { key: 'nextStudents', title: 'Учеников в следующем году', type: 'number', width: 150, total: 'sum' },
    { key: 'nextUsable', title: 'Будет в наличии', type: 'number', width: 130, total: 'sum' },
    { key: 'nextDeficit', title: 'Потребность следующего года', type: 'number', width: 150, total: 'sum' },
    { key: 'nextSurplus', title: 'Излишек следующего года', type: 'number', width: 150, total: 'sum' },
  ],
}

/** For which year surpluses and needs are proposed. */
export const ProposalYear = z.enum(['this', 'next'])

/** A surplus (of a lot) or a need (of a textbook) that follows from provision. */
export const Proposal = z.object({
  schoolId: z.int(),
  school: z.string(),
  textbookId: z.int(),
  textbook: z.string(),
  /** Of a surplus only. */
  lotId: z.int().nullable(),
  copies: z.int(),
  /** «Учеников 52, годных 60, уже заявлено и обещано 3, запас 5». */
  reason: z.string(),
})
export type Proposal = z.infer<typeof Proposal>

export const Proposals = z.object({
  surpluses: z.array(Proposal),
  needs: z.array(Proposal),
  /** Needs for which no edition can be named: which subject and grade has none in the catalogue. */
  unnamed: z.array(z.object({ school: z.string(), subject: z.string(), grade: z.int(), copies: z.int() })),
  /** Open schools with books whose contingent is not written down: nothing can be said of them. */
  unknown: z.array(z.object({ schoolId: z.int(), school: z.string() })),
})
export type Proposals = z.infer<typeof Proposals>

export const ProposalInput = z.object({
  schoolYear: SchoolYear,
  year: ProposalYear.default('this'),
  schoolIds: z.array(Id).max(5000).nullable().default(null),
  /** Left at the school beyond its students: spare copies, in percent of students. */
  reservePercent: z.int().min(0).max(100).default(0),
})

export const provisionContract = {
  'subjectStudents.list': query(ListQuery, listPage(SubjectStudentsRow), ['subject-students', 'subject', 'school']),
  'subjectStudents.get': query(z.object({ id: Id }), SavedRecord.extend({ subjectStudents: SubjectStudents }), [
    'subject-students',
    'subject',
  ]),
  /** Refused as `duplicate` where the same is written down already, as `invalid-input` where more study than there are. */
  'subjectStudents.save': command(
    'Изучают предмет',
    z.object({ id: Id.nullable(), revision: z.int().nullable(), subjectStudents: SubjectStudents }),
    SavedRecord,
  ),
  'subjectStudents.remove': command('Удаление строки «Изучают предмет»', z.object({ id: Id }), z.object({})),
  'provision.list': query(ListQuery, listPage(ProvisionRow), [
    'school',
    'textbook',
    'subject',
    'subject-students',
    'holding',
  ]),
  /** What of provision is not in the exchange fund yet; what is offered, asked, promised or on its way is taken off. */
  'provision.proposals': query(ProposalInput, Proposals, [
    'school',
    'textbook',
    'subject',
    'subject-students',
    'holding',
    'surplus',
    'need',
    'transfer',
  ]),
  /** Adds the proposals (worked out again, in the same transaction) to the exchange fund as one undo step. */
  'provision.propose': command(
    'Излишки и потребности из обеспеченности',
    ProposalInput.extend({ surpluses: z.boolean().default(true), needs: z.boolean().default(true) }),
    z.object({ surpluses: z.int(), needs: z.int() }),
  ),
} as const
