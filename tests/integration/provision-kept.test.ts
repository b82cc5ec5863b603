import { newUid } from '@shared/contract/fields'
import type { ProvisionRow } from '@shared/contract/provision'
import type { Textbook } from '@shared/contract/textbooks'
import { coefficientOf, provisionDay } from '@shared/domain/provision'
import { type Figures, schoolProvision } from '@shared/domain/school-provision'
import { nextSchoolYear, schoolYearOf } from '@shared/domain/school-year'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { school } from '../support/records'
import { type TestStore, testStore } from './support/store'

/**
 * Provision is kept by triggers and by what notes them: over random histories of books, textbooks, contingents, days and
 * undo it must be what the rules say of the movements themselves.
 */
interface World {
  test: TestStore
  schools: number[]
  books: number[]
  day(): string
  move(day: string): void
}

const years = ['2025-2026', '2026-2027', '2027-2028'] as const

const book = (n: number): Textbook => ({
  kind: 'textbook',
  subject: n % 3 === 0 ? 'Резьба по льду' : 'Алгебра',
  gradeFrom: 7 + (n % 3),
  gradeTo: 7 + (n % 3) + (n % 2),
  title: `Учебник № ${n}`,
  authors: '',
  publisher: '',
  language: 'русский',
  level: 'none',
  isbn: '',
  fplCode: '',
  fplState: 'none',
  usableUntil: [null, '2026-11-25', '2027-08-31', '2025-08-31'][n % 4] ?? null,
  order: '',
  price: null,
  note: '',
})

async function world(): Promise<World> {
  let day = '2026-11-20'
  const test = await testStore({ now: () => new Date(`${day}T12:00:00`) })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
  const schools: number[] = []
  for (const name of ['СОШ № 1', 'СОШ № 2', 'ООШ № 3']) {
    schools.push((await test.call('schools.save', { id: null, revision: null, school: school(name) })).id)
  }
  const books: number[] = []
  for (let n = 0; n < 6; n++) {
    books.push((await test.call('textbooks.save', { id: null, revision: null, textbook: book(n) })).id)
  }
  return {
    test,
    schools,
    books,
    day: () => day,
    move: (to) => {
      day = to
    },
  }
}

/** What the rules say of the tables as they are, the stock summed from movements alone. */
function expected(
  { test, day }: World,
  schoolYear: string,
): (Figures & { schoolId: number; coefficient: number | null })[] {
  const { raw } = test.store.router.reader.connection
  const today = day()
  const past = schoolYear < schoolYearOf(today)
  const until = past ? provisionDay(schoolYear, today) : '9999-12-31'
  const all = <T>(sql: string, ...values: unknown[]): T[] => raw.prepare<unknown[], T>(sql).all(...values)
  const subjects = all<{ id: number; obligatory: number; gradeFrom: number; gradeTo: number }>('SELECT * FROM subject')
  return all<{ id: number }>('SELECT id FROM school').flatMap(({ id }) => {
    const contingent = (year: string): Map<number, number> =>
      new Map(
        all<{ grade: number; students: number }>(
          'SELECT * FROM contingent WHERE schoolId = ? AND schoolYear = ?',
          id,
          year,
        ).map((row) => [row.grade, row.students]),
      )
    const groups = (year: string): Map<number, Map<number, number>> =>
      new Map(
        subjects.map((subject) => [
          subject.id,
          new Map(
            all<{ grade: number; students: number }>(
              'SELECT * FROM subjectStudents WHERE schoolId = ? AND schoolYear = ? AND subjectId = ?',
              id,
              year,
              subject.id,
            ).map((row) => [row.grade, row.students]),
          ),
        ]),
      )
    const stock = all<{
      subjectId: number
      gradeFrom: number
      gradeTo: number
      usableUntil: string | null
      copies: number
    }>(
      `SELECT textbook.*, sum(movement.copies) AS copies FROM movement JOIN lot ON lot.id = lotId
       JOIN textbook ON textbook.id = textbookId WHERE schoolId = ? AND date <= ? AND textbook.kind = 'textbook' GROUP BY textbookId`,
      id,
      until,
    )
    return schoolProvision({
      schoolYear,
      today,
      contingent: contingent(schoolYear),
      nextContingent: contingent(nextSchoolYear(schoolYear)),
      groups: groups(schoolYear),
      nextGroups: groups(nextSchoolYear(schoolYear)),
      subjects: subjects.map((one) => ({ ...one, obligatory: one.obligatory === 1 })),
      stock,
    }).map((row) => ({ ...row, schoolId: id, coefficient: coefficientOf(row.usable, row.students) }))
  })
}

const byPlace = (one: { schoolId: number; subjectId: number; grade: number }): number =>
  (one.schoolId * 1000 + one.subjectId) * 100 + one.grade

async function agree(it: World): Promise<void> {
  for (const schoolYear of years) {
    const page = await it.test.call('provision.list', { schoolYear, limit: 1000 })
    const shown = page.rows.map(({ id: _, school: _s, subject: _n, state: _t, ...row }: ProvisionRow) => row)
    const told = expected(it, schoolYear)
    expect(shown.toSorted((a, b) => byPlace(a) - byPlace(b))).toEqual(told.toSorted((a, b) => byPlace(a) - byPlace(b)))
    expect(page.total).toBe(told.length)
    for (const key of ['students', 'usable', 'deficit', 'surplus', 'nextDeficit'] as const) {
      expect(page.totals[key] ?? 0).toBe(told.reduce((sum, row) => sum + row[key], 0))
    }
  }
  expect(await it.test.call('app.check', {})).toEqual({ ok: true, problems: [] })
}

type Step = (it: World) => Promise<unknown>
const pick = <T>(all: readonly T[], n: number): T => all[n % all.length] as T
const nat = fc.nat(1000)

const receipt: fc.Arbitrary<Step> = fc
  .tuple(nat, nat, fc.integer({ min: 1, max: 40 }), fc.constantFrom('2025-06-01', '2025-09-01', '2026-02-03'))
  .map(
    ([s, b, copies, date]) =>
      ({ test, schools, books }) =>
        test.store.router.call('movements.add', {
          movement: {
            schoolId: pick(schools, s),
            textbookId: pick(books, b),
            publicationYear: 2020 + (b % 2),
            price: 100,
            source: 'own',
            date,
            kind: 'receipt',
            copies,
            document: '',
            note: '',
          },
        }),
  )
const correction: fc.Arbitrary<Step> = fc
  .tuple(nat, fc.integer({ min: 0, max: 50 }))
  .map(([n, copies]) => async ({ test }) => {
    const { rows } = await test.call('holdings.list', { limit: 100 })
    if (rows.length === 0) return
    await test.store.router.call('holdings.correct', {
      lotId: pick(rows, n).id,
      date: '2026-03-01',
      copies,
      document: '',
      note: '',
    })
  })
const edit: fc.Arbitrary<Step> = fc
  .record({
    n: nat,
    subject: fc.constantFrom('Алгебра', 'Резьба по льду', 'Физика'),
    kind: fc.constantFrom('textbook' as const, 'aid' as const),
    gradeFrom: fc.integer({ min: 7, max: 9 }),
    width: fc.integer({ min: 0, max: 2 }),
    usableUntil: fc.constantFrom(null, '2026-11-21', '2026-12-31', '2027-08-31', '2024-01-01'),
  })
  .map(({ n, width, ...over }) => async ({ test, books }) => {
    const { id, revision, textbook } = await test.call('textbooks.get', { id: pick(books, n) })
    await test.store.router.call('textbooks.save', {
      id,
      revision,
      textbook: { ...textbook, ...over, gradeTo: over.gradeFrom + width },
    })
  })
const contingent: fc.Arbitrary<Step> = fc
  .tuple(nat, fc.constantFrom(...years), fc.integer({ min: 6, max: 10 }), fc.integer({ min: 0, max: 60 }))
  .map(([n, schoolYear, grade, students]) => async ({ test, schools }) => {
    const { id, revision, school: card } = await test.call('schools.get', { id: pick(schools, n) })
    const others = card.contingent.filter((one) => one.schoolYear !== schoolYear || one.grade !== grade)
    const lines = students % 7 === 0 ? others : [...others, { uid: newUid(), schoolYear, grade, classes: 1, students }]
    await test.call('schools.save', { id, revision, school: { ...card, contingent: lines } })
  })
const group: fc.Arbitrary<Step> = fc
  .tuple(nat, fc.constantFrom(...years), fc.integer({ min: 7, max: 9 }), fc.integer({ min: 0, max: 20 }))
  .map(
    ([n, schoolYear, grade, students]) =>
      ({ test, schools }) =>
        test.store.router.call('subjectStudents.save', {
          id: null,
          revision: null,
          subjectStudents: { schoolId: pick(schools, n), schoolYear, grade, students, subject: 'Резьба по льду' },
        }),
  )
const subject: fc.Arbitrary<Step> = fc.tuple(nat, fc.boolean()).map(([n, obligatory]) => async ({ test }) => {
  const { rows } = await test.call('subjects.list', {})
  const { id, revision, subject: was } = await test.call('subjects.get', { id: pick(rows, n).id })
  await test.call('subjects.save', { id, revision, subject: { ...was, obligatory, gradeTo: 8 + (n % 4) } })
})
const days: fc.Arbitrary<Step> = fc
  .constantFrom('2026-11-20', '2026-11-26', '2027-01-10', '2027-09-02', '2026-08-31')
  .map(
    (day) =>
      async ({ move }) =>
        move(day),
  )
const undo: fc.Arbitrary<Step> = fc.constantFrom('history.undo' as const, 'history.redo' as const).map(
  (name) =>
    ({ test }) =>
      test.store.router.call(name, {}),
)
const steps = fc.array(
  fc.oneof(receipt, receipt, correction, edit, contingent, contingent, group, subject, days, undo),
  {
    minLength: 5,
    maxLength: 25,
  },
)

describe('kept provision', () => {
  it('is what the rules say of the movements, over any history', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const it = await world()
        for (const [index, step] of all.entries()) {
          await step(it)
          if (index % 5 === 4) await agree(it)
        }
        await agree(it)
        await it.test.store.close()
      }),
      { numRuns: Number(process.env.METODIST_PROVISION_RUNS ?? 8) },
    )
  })
})
