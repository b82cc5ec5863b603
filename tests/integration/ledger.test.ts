import type { Movement } from '@shared/contract/holdings'
import { beforeEach, describe, expect, it } from 'vitest'
import { school, textbook } from '../support/records'
import { type TestStore, testStore } from './support/store'

let test: TestStore
beforeEach(async () => {
  test = await testStore({ today: '2026-11-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
  for (const one of ['СОШ № 1', 'СОШ № 2']) {
    await test.call('schools.save', { id: null, revision: null, school: school(one) })
  }
  for (const one of [
    textbook('Алгебра', { usableUntil: '2025-08-31' }),
    textbook('Букварь', { gradeFrom: 1, gradeTo: 1 }),
  ]) {
    await test.call('textbooks.save', { id: null, revision: null, textbook: one })
  }
})

const receipt = (over: Partial<Movement> = {}): Movement => ({
  schoolId: 1,
  textbookId: 1,
  publicationYear: 2020,
  price: 45_000,
  source: 'regional',
  date: '2025-09-01',
  kind: 'receipt',
  copies: 30,
  document: 'накладная № 5',
  note: '',
  ...over,
})
const add = (over: Partial<Movement> = {}) => test.call('movements.add', { movement: receipt(over) })
const refusedAdd = (over: Partial<Movement>) => test.failure('movements.add', { movement: receipt(over) })

describe('movements', () => {
  it('make the balance, on every day', async () => {
    const { lotId } = await add()
    await add({ date: '2026-01-10', kind: 'correction', copies: -4, document: 'акт инвентаризации' })
    const now = await test.call('holdings.list', {})
    expect(now.rows).toEqual([
      expect.objectContaining({
        id: lotId,
        school: 'СОШ № 1',
        copies: 26,
        sum: 26 * 45_000,
        usable: false,
        promised: 0,
      }),
    ])
    expect(now.totals).toMatchObject({ copies: 26, sum: 26 * 45_000 })
    const before = await test.call('holdings.list', { on: '2025-12-31' })
    expect(before.rows.map((row) => row.copies)).toEqual([30])
    expect((await test.call('holdings.list', { on: '2025-08-31' })).rows).toEqual([])
    expect((await test.call('holdings.list', { schoolYear: '2024-2025' })).rows).toEqual([])
    expect((await test.call('holdings.list', { schoolYear: '2026-2027' })).rows.map((row) => row.copies)).toEqual([26])
    const { movements, copies } = await test.call('holdings.get', { id: lotId })
    expect(copies).toBe(26)
    expect(movements.map((one) => [one.date, one.copies, one.balance, one.removable])).toEqual([
      ['2025-09-01', 30, 30, true],
      ['2026-01-10', -4, 26, true],
    ])
    const year = await test.call('movements.list', { schoolYear: '2025-2026' })
    expect(year.rows.map((row) => row.date)).toEqual(['2026-01-10', '2025-09-01'])
  })

  it('never leave less than nothing on any day, back-dated ones too', async () => {
    await add()
    await add({ date: '2026-02-01', kind: 'correction', copies: -25 })
    const refused = await refusedAdd({ date: '2025-10-01', kind: 'correction', copies: -6 })
    expect(refused).toMatchObject({ code: 'not-enough' })
    expect(refused.message).toContain(
      '«Алгебра. 7 класс. Рябинин К. О. (Ясень)», СОШ № 1: на 01.10.2025 есть только 5\u00a0экземпляров, а нужно 6',
    )
    expect((await refusedAdd({ date: '2025-08-01', kind: 'correction', copies: -1 })).message).toContain(
      'нет ни одного экземпляра',
    )
    await add({ date: '2025-10-01', kind: 'correction', copies: -5 })
  })

  it('of no act are removed, what came by them must still be there', async () => {
    const { id } = await add()
    const gone = await add({ date: '2026-02-01', kind: 'correction', copies: -25 })
    expect((await test.failure('movements.remove', { id })).code).toBe('not-enough')
    await test.call('movements.remove', { id: gone.id })
    await test.call('movements.remove', { id })
    expect((await test.call('holdings.list', {})).rows).toEqual([])
    await test.call('history.undo', {})
    expect((await test.call('holdings.list', {})).rows.map((row) => row.copies)).toEqual([30])
  })

  it('are reversed once', async () => {
    const { id, lotId } = await add()
    const twin = await test.call('movements.reverse', { id, date: '2026-03-01', note: 'ошибка' })
    expect((await test.call('holdings.get', { id: lotId })).copies).toBe(0)
    expect((await test.failure('movements.reverse', { id, date: '2026-03-01', note: '' })).code).toBe('duplicate')
    expect((await test.failure('movements.remove', { id })).code).toBe('in-use')
    expect((await test.failure('movements.remove', { id: twin.id })).code).toBe('in-use')
  })

  it('of zero copies, of a receipt below zero, of what is not there are refused', async () => {
    expect((await refusedAdd({ copies: 0 })).code).toBe('invalid-input')
    expect((await refusedAdd({ copies: -1 })).message).toContain('в поступлении нужно число больше нуля')
    expect((await refusedAdd({ schoolId: 99 })).code).toBe('not-found')
    expect((await refusedAdd({ textbookId: 99 })).code).toBe('not-found')
  })
})

describe('a count', () => {
  it('books the difference on its day', async () => {
    const { lotId } = await add()
    const counted = { lotId, date: '2026-01-10', document: 'акт', note: '' }
    expect(await test.call('holdings.correct', { ...counted, copies: 27 })).toEqual({ difference: -3 })
    expect(await test.call('holdings.correct', { ...counted, copies: 27 })).toEqual({ difference: 0 })
    expect((await test.call('holdings.get', { id: lotId })).movements).toHaveLength(2)
    await test.call('holdings.correct', { ...counted, date: '2026-05-01', copies: 0 })
    const refused = await test.failure('holdings.correct', { ...counted, copies: 20 })
    expect(refused.code).toBe('not-enough')
  })
})

describe('lots', () => {
  it('of a school or textbook on a day', async () => {
    await add()
    await add({ schoolId: 2, copies: 7 })
    await add({ textbookId: 2, date: '2026-03-01' })
    const ofSchool = { schoolId: 1, textbookId: null }
    expect(
      (await test.call('holdings.lots', { ...ofSchool, on: null })).map((lot) => [lot.textbook, lot.free]),
    ).toEqual([
      ['Алгебра. 7 класс. Рябинин К. О. (Ясень)', 30],
      ['Букварь. 1 класс. Рябинин К. О. (Ясень)', 30],
    ])
    expect(await test.call('holdings.lots', { ...ofSchool, on: '2025-10-01' })).toHaveLength(1)
    expect(await test.call('holdings.lots', { ...ofSchool, search: 'букв' })).toHaveLength(1)
    expect(await test.call('holdings.lots', { schoolId: null, textbookId: 1 })).toHaveLength(2)
    expect((await test.failure('holdings.lots', { schoolId: null, textbookId: null })).code).toBe('invalid-input')
  })

  it('hold their school and textbook in place while they have movements', async () => {
    const { id } = await add()
    expect((await test.failure('schools.remove', { id: 1 })).code).toBe('in-use')
    expect((await test.failure('textbooks.remove', { id: 1 })).code).toBe('in-use')
    await test.call('movements.remove', { id })
    await test.call('schools.remove', { id: 1 })
    await test.call('textbooks.remove', { id: 1 })
  })
})
