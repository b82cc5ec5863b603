import type { CommandContext } from '../../context'
import { prepared } from '../../database/prepared'
import { holdingHandlers } from '../../modules/holdings/handlers'
import { textbookHandlers } from '../../modules/textbooks/handlers'
import { uidCounter } from '../marks'
import { type SampleBook, sampleBooks } from './catalogue'
import { fillFund, fillStudents } from './fund'
import { receiptsOf } from './holdings'
import type { Story, StorySchool } from './story'
import { sampleSubjects } from './subjects'
import { fillTransfers, transferAmends } from './transfers'
import { fillWriteOffs } from './writeoffs'

export interface TextbooksOfSample {
  /** Short names of all schools in the order of their numbers. */
  schools: readonly { id: number; shortName: string; isActive: boolean }[]
  representative: Story['representative']
  asOf: string
}

/** Subjects, an invented federal list, what the schools hold, and the story of the exchange fund. */
export async function fillTextbooks(context: CommandContext, sample: TextbooksOfSample): Promise<void> {
  for (const subject of sampleSubjects) {
    textbookHandlers['subjects.save'](context, { id: null, revision: null, subject })
  }
  const books = sampleBooks().map((book) => ({
    ...book,
    id: textbookHandlers['textbooks.save'](context, { id: null, revision: null, textbook: book.textbook }).id,
  }))
  const story = storyOf(context, sample, books)
  const amends = transferAmends()
  for (const school of story.schools) {
    for (const book of books) {
      for (const receipt of receiptsOf(book, school, amends)) {
        await holdingHandlers['movements.add'](context, { movement: { ...receipt, textbookId: book.id } })
      }
    }
  }
  await fillStudents(story, context)
  await fillTransfers(story)
  await fillWriteOffs(story)
  await fillFund(story)
}

function storyOf(
  context: CommandContext,
  { schools, representative, asOf }: TextbooksOfSample,
  books: readonly (SampleBook & { id: number })[],
): Story {
  const { raw } = context
  const ids = new Map(schools.map((school) => [school.shortName, school.id]))
  const students = new Map(
    prepared<[], { schoolId: number; schoolYear: string; grade: number; students: number }>(
      raw,
      'SELECT schoolId, schoolYear, grade, students FROM contingent',
    )
      .all()
      .map((row) => [`${row.schoolId} ${row.schoolYear} ${row.grade}`, row.students]),
  )
  const schoolId = (shortName: string): number => found(ids.get(shortName), shortName)
  return {
    on: (day) => (day > asOf ? null : { ...context, today: () => day, now: () => new Date(`${day}T09:00:00`) }),
    schoolId,
    schools: schools.map(
      ({ id, shortName, isActive }, place): StorySchool => ({
        id,
        shortName,
        place,
        isActive,
        students: (schoolYear, grade) => students.get(`${id} ${schoolYear} ${grade}`) ?? 0,
      }),
    ),
    representative,
    lots: (shortName, textbookId) =>
      prepared<[number, number], { id: number }>(
        raw,
        'SELECT id FROM lot WHERE schoolId = ? AND textbookId = ? ORDER BY copies DESC, id',
      )
        .all(schoolId(shortName), textbookId)
        .map((lot) => lot.id),
    textbookId: (subject, grade) =>
      found(
        books.find(
          ({ textbook, before }) =>
            before === null &&
            textbook.subject === subject &&
            textbook.gradeFrom <= grade &&
            grade <= textbook.gradeTo &&
            textbook.level !== 'advanced',
        )?.id,
        `${subject} ${grade}`,
      ),
    uid: uidCounter('demo-fund'),
  }
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The sample has no «${name}»`)
  return value
}
