import { describe, expect, test } from 'vitest'
import { testStore } from './support/store'

const small = { schools: 60, titles: 0, holdings: 0, seed: 5 }

describe('a made district', () => {
  test('has what was asked for and is sound', async () => {
    const store = await testStore({ today: '2026-11-21' })
    const { made, notKept } = await store.call('app.generate', small)
    expect(made).toEqual({
      schools: 60,
      librarians: 72,
      associations: 2,
      meetings: 24,
      decisions: expect.any(Number),
      textbooks: 0,
      holdings: 0,
      movements: 0,
      surpluses: 0,
      needs: 0,
    })
    expect(notKept).toEqual([])
    expect((await store.call('schools.list', {})).total).toBe(60)
    expect((await store.call('librarians.list', {})).total).toBe(72)
    expect((await store.call('decisions.list', {})).total).toBe(made.decisions)
    expect(await store.call('app.check', {})).toEqual({ ok: true, problems: [] })
    expect(await store.call('app.status', {})).toMatchObject({ initialised: true, demo: false })
    expect((await store.call('history.stack', {})).blocked).toContain('Район для измерений: школ 60, зерно 5')
  })

  test('is kept by saves: its records are what the contract asks for', async () => {
    const store = await testStore({ today: '2026-11-21' })
    await store.call('app.generate', small)
    for (const { id } of (await store.call('schools.list', {})).rows) {
      const { revision, school } = await store.call('schools.get', { id })
      expect(await store.call('schools.save', { id, revision, school })).toEqual({ id, revision: 1 })
    }
    for (const { id } of (await store.call('librarians.list', {})).rows) {
      const { revision, librarian } = await store.call('librarians.get', { id })
      const saved = await store.call('librarians.save', { id, revision, librarian, allowDuplicate: true })
      expect(saved).toEqual({ id, revision: 1 })
    }
    const { revision, meeting } = await store.call('meetings.get', { id: 1 })
    const refused = await store.failure('meetings.correct', { id: 1, revision, meeting, reason: 'проверка' })
    expect(refused.message).toContain('ничего не изменено')
  })

  test('the same seed gives the same, another gives another', async () => {
    const districts = await Promise.all(
      [5, 5, 6].map(async (seed) => {
        const store = await testStore({ today: '2026-11-21' })
        await store.call('app.generate', { ...small, seed })
        return (await store.call('schools.list', {})).rows
      }),
    )
    expect(districts[1]).toEqual(districts[0])
    expect(districts[2]).not.toEqual(districts[0])
  })

  test('never among the records of a real district', async () => {
    const store = await testStore({ today: '2026-11-21' })
    await store.call('app.initialise', { mode: 'demo' })
    expect((await store.failure('app.generate', small)).code).toBe('already-initialised')
    expect((await store.call('schools.list', {})).total).toBe(34)
  })

  test('in a begun but empty folder it keeps the profile', async () => {
    const store = await testStore({ today: '2026-11-21' })
    await store.call('app.initialise', { mode: 'own', municipality: 'Свой район' })
    await store.call('app.generate', small)
    expect((await store.call('profile.get', {})).municipality).toBe('Свой район')
  })

  test('has as many people as asked for, beside the same schools and meetings', async () => {
    const [few, many] = [await testStore({ today: '2026-11-21' }), await testStore({ today: '2026-11-21' })]
    await few.call('app.generate', small)
    const { made } = await many.call('app.generate', { ...small, librarians: 500 })
    expect(made).toMatchObject({ schools: 60, librarians: 500 })
    const { rows, total } = await many.call('librarians.list', { limit: 1000 })
    expect(total).toBe(500)
    expect(new Set(rows.map((row) => row.name)).size).toBeGreaterThan(480)
    expect(rows.some((row) => !row.working)).toBe(true)
    const decisions = async ({ call }: typeof few) => (await call('decisions.list', { limit: 1000 })).rows
    expect(await decisions(many)).toEqual(await decisions(few))
    expect(await many.call('app.check', {})).toEqual({ ok: true, problems: [] })
    const sparse = await testStore({ today: '2026-11-21' })
    const without = await sparse.call('app.generate', { ...small, schools: 0, librarians: 3 })
    expect(without.made).toMatchObject({ schools: 0, librarians: 3 })
  })

  test('people beyond the schools are kept by saves too', async () => {
    const store = await testStore({ today: '2026-11-21' })
    await store.call('app.generate', { ...small, schools: 5, librarians: 60 })
    for (const { id } of (await store.call('librarians.list', {})).rows) {
      const { revision, librarian } = await store.call('librarians.get', { id })
      const saved = await store.call('librarians.save', { id, revision, librarian, allowDuplicate: true })
      expect(saved).toEqual({ id, revision: 1 })
    }
  })

  test('has textbooks, lots with their movements, surpluses and needs', async () => {
    const store = await testStore({ today: '2026-11-21' })
    const books = { titles: 120, holdings: 700, movements: 2500, surpluses: 90, needs: 110 }
    const { made, notKept } = await store.call('app.generate', { ...small, ...books })
    expect(made).toMatchObject({ textbooks: 120, holdings: 700, movements: 2500, surpluses: 90, needs: 110 })
    expect(notKept).toEqual([])
    expect((await store.call('textbooks.list', {})).total).toBe(120)
    const lots = await store.call('holdings.list', { limit: 1000 })
    const movements = await store.call('movements.list', {})
    expect([lots.total, movements.total]).toEqual([700, 2500])
    expect(lots.totals.copies).toBe(movements.totals.copies)
    expect((await store.call('surpluses.list', {})).total).toBe(90)
    expect((await store.call('needs.list', {})).total).toBe(110)
    expect(await store.call('app.check', {})).toEqual({ ok: true, problems: [] })
    for (const { id } of (await store.call('textbooks.list', { limit: 1000 })).rows) {
      const { revision, textbook } = await store.call('textbooks.get', { id })
      expect(await store.call('textbooks.save', { id, revision, textbook })).toEqual({ id, revision: 1 })
    }
    // What the bulk has put away is there again: a history, a balance, a refusal.
    const [lot] = lots.rows
    if (!lot) throw new Error('A made district has lots')
    const before = await store.call('holdings.get', { id: lot.id })
    expect((await store.call('history.record', { record: 'holding', id: lot.id, limit: 50 })).length).toBeGreaterThan(0)
    await store.call('holdings.correct', {
      lotId: lot.id,
      date: '2026-11-21',
      copies: before.copies + 3,
      document: '',
      note: '',
    })
    expect((await store.call('holdings.get', { id: lot.id })).copies).toBe(before.copies + 3)
    const gone = { lotId: lot.id, date: '2010-01-01', kind: 'correction', copies: -1 }
    expect(before.movements.some((one) => one.date < gone.date)).toBe(false)
  })

  test('with fewer titles than lots has several lots of one book; the same seed gives the same', async () => {
    const rows = await Promise.all(
      [7, 7].map(async (seed) => {
        const store = await testStore({ today: '2026-11-21' })
        await store.call('app.generate', { schools: 2, titles: 3, holdings: 40, seed })
        expect(await store.call('app.check', {})).toEqual({ ok: true, problems: [] })
        return (await store.call('holdings.list', { limit: 1000 })).rows
      }),
    )
    expect(rows[0]).toHaveLength(40)
    expect(rows[1]).toEqual(rows[0])
  })

  test('says what has nothing to be of', async () => {
    const store = await testStore({ today: '2026-11-21' })
    const { made, notKept } = await store.call('app.generate', {
      ...small,
      schools: 0,
      titles: 10,
      holdings: 20,
      needs: 5,
    })
    expect(made).toMatchObject({ textbooks: 10, holdings: 0, needs: 0 })
    expect(notKept).toHaveLength(2)
    expect(notKept[0]).toContain('Остатков создано 0 из 20')
  })
})
