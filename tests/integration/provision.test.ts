import { newUid } from '@shared/contract/fields'
import type { School } from '@shared/contract/schools'
import { describe, expect, it } from 'vitest'
import { school, textbook } from '../support/records'
import { type TestStore, testStore } from './support/store'

const year = '2026-2027'
const asked = { schoolYear: year }

const contingent = (students: Record<number, number>, schoolYear = year): School['contingent'] =>
  Object.entries(students).map(([grade, count]) => ({
    uid: newUid(),
    schoolYear,
    grade: Number(grade),
    classes: 1,
    students: count,
  }))

interface District {
  test: TestStore
  first: number
  second: number
  /** Of 7 grade: usable, and past its date; of 8 grade. */
  algebra: number
  old: number
  geometry: number
}

/** Two schools: the first has more books than it needs, the second less. */
async function district(): Promise<District> {
  const test = await testStore({ today: '2026-11-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
  const save = async (name: string, students: Record<number, number>): Promise<number> =>
    (
      await test.call('schools.save', {
        id: null,
        revision: null,
        school: school(name, { contingent: contingent(students) }),
      })
    ).id
  const add = async (title: string, over: Parameters<typeof textbook>[1]): Promise<number> =>
    (await test.call('textbooks.save', { id: null, revision: null, textbook: textbook(title, over) })).id
  // Enough for every obligatory subject to be counted, few enough to be read.
  const it: District = {
    test,
    first: await save('СОШ № 1', { 7: 20 }),
    second: await save('СОШ № 2', { 7: 30 }),
    algebra: await add('Алгебра', { usableUntil: '2028-08-31', fplState: 'listed' }),
    old: await add('Алгебра прежняя', { usableUntil: '2025-08-31' }),
    geometry: await add('Геометрия', { subject: 'Геометрия', gradeFrom: 7, gradeTo: 9, fplState: 'listed' }),
  }
  await receive(it, it.first, it.algebra, 26, 2022)
  await receive(it, it.first, it.algebra, 4, 2020)
  await receive(it, it.first, it.old, 15, 2015)
  await receive(it, it.first, it.geometry, 20, 2022)
  await receive(it, it.second, it.algebra, 18, 2022)
  await receive(it, it.second, it.geometry, 33, 2022)
  return it
}

const receive = (
  { test }: Pick<District, 'test'>,
  schoolId: number,
  textbookId: number,
  copies: number,
  publicationYear: number,
) =>
  test.call('movements.add', {
    movement: {
      schoolId,
      textbookId,
      publicationYear,
      price: 50_000,
      source: 'regional',
      date: '2024-08-20',
      kind: 'receipt',
      copies,
      document: '',
      note: '',
    },
  })

const row = async ({ test }: District, schoolId: number, subject: string) =>
  (await test.call('provision.list', { schoolYear: year, limit: 1000 })).rows.find(
    (one) => one.schoolId === schoolId && one.subject === subject && one.grade === 7,
  )

describe('provision', () => {
  it('tells what lacks, what is spare and what is past its date', async () => {
    const it = await district()
    expect(await row(it, it.first, 'Алгебра')).toMatchObject({
      students: 20,
      usable: 30,
      expired: 15,
      coefficient: 150,
      deficit: 0,
      surplus: 10,
    })
    expect(await row(it, it.second, 'Алгебра')).toMatchObject({
      students: 30,
      usable: 18,
      coefficient: 60,
      deficit: 12,
    })
    expect(await row(it, it.first, 'Геометрия')).toMatchObject({ usable: 20, deficit: 0, surplus: 0 })
    const only = await it.test.call('provision.list', {
      schoolYear: year,
      filters: [{ op: 'above', column: 'deficit', value: 0 }],
    })
    expect(only.rows.map((one) => [one.school, one.subject])).toEqual([['СОШ № 2', 'Алгебра']])
    expect(only.totals).toMatchObject({ deficit: 12, surplus: 0 })
  })

  it('of last year is as it was on its 1 September', async () => {
    const it = await district()
    const { test, first } = it
    const card = await test.call('schools.get', { id: first })
    const lines = [...card.school.contingent, ...contingent({ 7: 22 }, '2025-2026')]
    await test.call('schools.save', { ...card, school: { ...card.school, contingent: lines } })
    await test.call('movements.add', {
      movement: {
        ...{ schoolId: first, textbookId: it.algebra, publicationYear: 2022, price: 50_000, source: 'regional' },
        ...{ date: '2025-10-01', kind: 'receipt', copies: 7, document: '', note: '' },
      },
    })
    const { rows } = await test.call('provision.list', { schoolYear: '2025-2026', limit: 1000 })
    const found = rows.find((one) => one.schoolId === first && one.subject === 'Алгебра' && one.grade === 7)
    expect(found).toMatchObject({ students: 22, usable: 30, expired: 15 })
    expect(await row(it, first, 'Алгебра')).toMatchObject({ usable: 37 })
  })

  it('counts by who studies it where that is not all', async () => {
    const it = await district()
    await it.test.call('subjectStudents.save', {
      id: null,
      revision: null,
      subjectStudents: { schoolId: it.second, schoolYear: year, grade: 7, subject: 'Алгебра', students: 20 },
    })
    expect(await row(it, it.second, 'Алгебра')).toMatchObject({ students: 20, deficit: 2 })
    const more = await it.test.failure('subjectStudents.save', {
      id: null,
      revision: null,
      subjectStudents: { schoolId: it.second, schoolYear: year, grade: 7, subject: 'Геометрия', students: 31 },
    })
    expect(more).toMatchObject({ code: 'invalid-input', path: 'students' })
    expect(more.message).toContain('больше, чем учеников в 7 классе за 2026–2027 учебный год (30)')
  })
})

describe('proposals', () => {
  it('offer the older lot first and never what is past its date, ask for what the school uses', async () => {
    const it = await district()
    const found = await it.test.call('provision.proposals', asked)
    expect(found.surpluses.map((one) => [one.school, one.textbook, one.copies])).toEqual([
      ['СОШ № 1', expect.stringContaining('Алгебра. '), 4],
      ['СОШ № 1', expect.stringContaining('Алгебра. '), 6],
      ['СОШ № 2', expect.stringContaining('Геометрия'), 3],
    ])
    expect(found.surpluses[0]?.reason).toBe('Учеников 20, годных 30')
    expect(found.needs).toMatchObject([{ schoolId: it.second, textbookId: it.algebra, copies: 12, lotId: null }])
    // Every other obligatory subject of the grade has no textbook at all here.
    expect(found.unnamed.every((one) => one.grade === 7)).toBe(true)
    expect(found.unknown).toEqual([])
  })

  it('become one undo step; made again they add nothing; undone all are gone', async () => {
    const it = await district()
    const { test } = it
    expect(await test.call('provision.propose', asked)).toEqual({ surpluses: 3, needs: 1 })
    expect(await test.call('provision.propose', asked)).toEqual({ surpluses: 0, needs: 0 })
    const { rows } = await test.call('surpluses.list', {})
    expect(rows.map((one) => one.copies).toSorted()).toEqual([3, 4, 6])
    expect(rows[0]?.note).toBe('По обеспеченности на 2026–2027 учебный год')
    const stack = await test.call('history.stack', {})
    expect(stack.undo?.title).toBe('Излишки и потребности из обеспеченности: 3\u00a0излишка, 1\u00a0потребность')
    await test.call('history.undo', {})
    expect((await test.call('surpluses.list', {})).total).toBe(0)
    expect((await test.call('needs.list', {})).total).toBe(0)
    expect(await test.call('provision.propose', { ...asked, needs: false })).toEqual({ surpluses: 3, needs: 0 })
  })

  it('add to what is offered and asked already', async () => {
    const it = await district()
    const { test } = it
    await test.call('provision.propose', asked)
    await receive(it, it.first, it.algebra, 5, 2022)
    const card = await test.call('schools.get', { id: it.second })
    await test.call('schools.save', { ...card, school: { ...card.school, contingent: contingent({ 7: 33 }) } })
    expect(await test.call('provision.propose', asked)).toEqual({ surpluses: 1, needs: 1 })
    const { rows } = await test.call('surpluses.list', {})
    expect(
      rows
        .filter((one) => one.textbookId === it.algebra)
        .map((one) => one.copies)
        .toSorted(),
    ).toEqual([11, 4])
    expect((await test.call('needs.list', {})).rows).toMatchObject([{ copies: 15 }])
  })

  it('leave a reserve, stay with the schools that were chosen', async () => {
    const it = await district()
    const found = await it.test.call('provision.proposals', {
      ...asked,
      reservePercent: 20,
      schoolIds: [it.first],
    })
    expect(found.surpluses.map((one) => one.copies)).toEqual([4, 2])
    expect(found.surpluses[0]?.reason).toBe('Учеников 20, годных 30, запас 4')
    expect(found.needs).toEqual([])
  })

  it('say nothing of a school whose contingent is not known', async () => {
    const it = await district()
    const card = await it.test.call('schools.get', { id: it.first })
    await it.test.call('schools.save', { ...card, school: { ...card.school, contingent: [] } })
    const found = await it.test.call('provision.proposals', asked)
    expect(found.unknown).toEqual([{ schoolId: it.first, school: 'СОШ № 1' }])
    expect(found.surpluses.map((one) => one.schoolId)).toEqual([it.second])
    expect(await row(it, it.first, 'Алгебра')).toMatchObject({ students: 0, usable: 30, surplus: 0 })
  })

  it('for the next year offer only what is usable then', async () => {
    const it = await district()
    const { test } = it
    const book = await test.call('textbooks.get', { id: it.algebra })
    await test.call('textbooks.save', { ...book, textbook: { ...book.textbook, usableUntil: '2027-08-31' } })
    const found = await test.call('provision.proposals', { ...asked, year: 'next' })
    expect(found.surpluses.filter((one) => one.textbookId === it.algebra)).toEqual([])
    // Seventh grades move up to the eighth; geometry is for both.
    expect(found.surpluses.map((one) => one.copies)).toEqual([])
  })
})
