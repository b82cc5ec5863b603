import { blankTextbook } from '@shared/contract/blank'
import type { Need, Surplus } from '@shared/contract/exchange'
import type { PlanAnswer, PlanLineRow, PlanUnmetRow } from '@shared/contract/plans'
import { beforeEach, describe, expect, it } from 'vitest'
import { school } from '../support/records'
import { type TestStore, temporaryFolder, testStore } from './support/store'

/** Without the spaces that keep words together. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ')

const today = '2026-11-20'

describe('a plan made from the fund', () => {
  let test: TestStore
  let schools: number[]
  let books: number[]

  const surplus = async (from: number, book: number, copies: number, over: Partial<Surplus> = {}): Promise<number> =>
    (
      await test.call('surpluses.save', {
        id: null,
        revision: null,
        surplus: {
          schoolId: schools[from] ?? 0,
          textbookId: books[book] ?? 0,
          publicationYear: 2020,
          price: 0,
          source: 'unknown',
          copies,
          condition: 'good',
          since: '2026-09-01',
          until: null,
          state: 'open',
          note: '',
          ...over,
        },
      })
    ).id
  const need = async (to: number, book: number, copies: number, over: Partial<Need> = {}): Promise<number> =>
    (
      await test.call('needs.save', {
        id: null,
        revision: null,
        need: {
          schoolId: schools[to] ?? 0,
          textbookId: books[book] ?? 0,
          copies,
          substitutes: true,
          priority: 'usual',
          since: '2026-09-01',
          until: null,
          state: 'open',
          note: '',
          ...over,
        },
      })
    ).id
  async function make(options: Record<string, unknown> = {}, basedOn: number | null = null): Promise<PlanAnswer> {
    return test.call('plans.make', { name: 'Осень', options, limit: { steps: 500 }, basedOn })
  }
  const lines = async (planId: number): Promise<PlanLineRow[]> =>
    (
      await test.call('planLines.list', {
        filters: [{ op: 'equals', column: 'planId', value: planId }],
        limit: 1000,
      })
    ).rows
  const unmet = async (planId: number): Promise<PlanUnmetRow[]> =>
    (
      await test.call('planUnmet.list', {
        filters: [{ op: 'equals', column: 'planId', value: planId }],
        limit: 1000,
      })
    ).rows
  const place = (id: number): number => schools.indexOf(id)
  const given = (answer: PlanAnswer): [number, number, number, number][] =>
    answer.transfers.map((one) => [
      place(one.fromSchoolId),
      place(one.toSchoolId),
      books.indexOf(one.textbookId),
      one.copies,
    ])

  beforeEach(async () => {
    test = await testStore({ today })
    await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
    schools = []
    for (const [name, coordinates] of [
      ['СОШ № 1', '56.0000, 40.0000'],
      ['СОШ № 2', '56.1000, 40.0000'],
      ['ООШ с. Дальнее', '57.0000, 40.0000'],
      ['Гимназия', '56.0000, 40.1000'],
    ] as const) {
      const saved = await test.call('schools.save', { id: null, revision: null, school: school(name, { coordinates }) })
      schools.push(saved.id)
    }
    books = []
    for (const [title, code, price] of [
      ['Алгебра', '1.1.2.4.2.2.1.', 600_00],
      ['Алгебра для всех', '1.1.2.4.2.2.1.', 700_00],
      ['Букварь', '', null],
    ] as const) {
      const textbook = {
        ...blankTextbook(),
        title,
        subject: title,
        gradeFrom: 7,
        gradeTo: 7,
        fplCode: code,
        price,
        usableUntil: title === 'Букварь' ? null : '2027-08-31',
      }
      // One subject for both: one may stand for the other.
      books.push(
        (await test.call('textbooks.save', { id: null, revision: null, textbook: { ...textbook, subject: 'Алгебра' } }))
          .id,
      )
    }
  })

  it('satisfies the most by the fewest trips, gives the edition asked for first, and tells why', async () => {
    await surplus(0, 0, 10)
    await surplus(0, 1, 10)
    await surplus(1, 0, 4)
    await need(2, 0, 12)
    await need(3, 2, 5)
    const answer = await make()
    expect(given(answer).sort()).toEqual([
      [0, 2, 0, 10],
      [0, 2, 1, 2],
    ])
    expect(answer).toMatchObject({
      copies: 12,
      upperBound: 12,
      needed: 17,
      trips: 1,
      savedKopecks: 10 * 600_00 + 2 * 700_00,
    })
    expect(answer.optimality).toEqual({ copies: 'proven', trips: { best: 1, lowerBound: 1 } })
    expect(answer.distanceKm).toBeCloseTo(111.19, 1)
    expect(answer.unmet).toEqual([
      { schoolId: schools[3], textbookId: books[2], copies: 5, reason: 'В фонде нет свободных экземпляров' },
    ])
    const kept = await lines(answer.planId)
    expect(kept.map((one) => [one.textbook, one.forTextbook, one.copies, plain(one.reason)])).toEqual([
      [
        'Алгебра. 7 класс',
        '',
        10,
        'Свободно 10, не хватает 12; то же издание; годен до 31.08.2027; одной поездкой 2 названия',
      ],
      [
        'Алгебра для всех. 7 класс',
        'Алгебра. 7 класс',
        2,
        'Свободно 10, не хватает 12; замена: тот же код ФПУ, класс и предмет; годен до 31.08.2027; одной поездкой 2 названия',
      ],
    ])
    expect((await unmet(answer.planId)).map((one) => [one.school, one.copies])).toEqual([['Гимназия', 5]])
    expect(await test.call('plans.flows', { id: answer.planId })).toMatchObject([{ copies: 12, titles: 2 }])
  })

  it('tells of every need why it is not met', async () => {
    await surplus(0, 1, 5)
    await surplus(1, 2, 5)
    await surplus(2, 2, 3, { publicationYear: 2015 })
    await need(0, 1, 2)
    await need(3, 0, 4, { substitutes: false })
    await need(0, 2, 9, { priority: 'high' })
    await need(3, 2, 2, { priority: 'low' })
    const answer = await make()
    expect(
      answer.unmet.map((one) => [place(one.schoolId), books.indexOf(one.textbookId), one.copies, one.reason]),
    ).toEqual([
      [0, 1, 2, 'Свободно только в самой этой школе'],
      [3, 0, 4, 'Есть только замена, а школа её не просит'],
      [0, 2, 1, 'На всех не хватает: остальное отдано другим школам'],
      [3, 2, 2, 'На всех не хватает: отданы школам прежде этой'],
    ])
    const past = await make({ usableOn: '2028-01-01', keepAtLeast: 100 })
    expect(past.unmet.map((one) => one.reason)).toContain('Свободные экземпляры школы оставляют себе (не меньше 100)')
    const late = await make({ usableOn: '2028-01-01' })
    await need(3, 1, 1)
    const later = await make({ usableOn: '2028-01-01' })
    expect(late.copies).toBe(8)
    expect(later.unmet.map((one) => one.reason)).toContain('Срок использования свободных экземпляров истёк')
    const own = await make({ schoolIds: [schools[0], schools[3]] })
    expect(own.unmet.map((one) => one.reason)).toContain('Есть только в школах, не вошедших в план')
  })

  it('becomes drafted transfers, once; what has changed is refused line by line', async () => {
    await surplus(0, 0, 10)
    const other = await surplus(1, 2, 5)
    await need(2, 0, 6)
    await need(3, 0, 4)
    await need(3, 2, 5)
    const { planId, trips } = await make()
    expect(trips).toBe(3)
    expect((await test.call('plans.get', { id: planId })).stale).toBe(false)
    await test.call('reservations.make', {
      surplusId: other,
      needId: (await test.call('needs.list', {})).rows.find((row) => row.textbookId === books[2])?.id ?? 0,
      copies: 2,
      expiresOn: '2026-12-31',
    })
    expect((await test.call('plans.get', { id: planId })).stale).toBe(true)
    const answer = await test.call('plans.accept', { planId, ids: null })
    expect(answer.transferIds).toHaveLength(2)
    expect(answer.copies).toBe(10)
    expect(answer.left.map((one) => one.reason)).toEqual(['Свободно только 3 экз. из 5.'])
    const plan = await test.call('plans.get', { id: planId })
    expect(plan).toMatchObject({ lines: 3, accepted: 2 })
    expect((await lines(planId)).map((one) => one.state).sort()).toEqual(['accepted', 'accepted', 'proposed'])
    const drafted = (await test.call('transfers.list', {})).rows
    expect(drafted.map((row) => [place(row.toSchoolId), row.copies, row.state]).sort()).toEqual([
      [2, 6, 'drafted'],
      [3, 4, 'drafted'],
    ])
    expect(await test.call('plans.accept', { planId, ids: null })).toMatchObject({ transferIds: [], copies: 0 })
    await test.call('history.undo', {})
    expect((await test.call('transfers.list', {})).rows).toEqual([])
    expect((await test.call('plans.get', { id: planId })).accepted).toBe(0)
  })

  it('keeps locked lines and does not repeat what was turned down', async () => {
    await surplus(0, 0, 10)
    await surplus(1, 0, 10)
    await need(2, 0, 10)
    const first = await make()
    expect(given(first)).toEqual([[1, 2, 0, 10]])
    const [line] = await lines(first.planId)
    await test.call('plans.mark', { planId: first.planId, ids: [line?.id ?? 0], rejected: true })
    expect(given(await make({}, first.planId))).toEqual([[0, 2, 0, 10]])
    await test.call('plans.mark', { planId: first.planId, ids: [line?.id ?? 0], locked: true, rejected: false })
    await surplus(0, 2, 4)
    await need(2, 2, 4)
    const third = await make({}, first.planId)
    expect(given(third).sort()).toEqual([
      [0, 2, 2, 4],
      [1, 2, 0, 10],
    ])
    expect((await lines(third.planId)).map((one) => one.locked).sort()).toEqual([false, true])
    const compared = await test.call('plans.compare', { ids: [first.planId, third.planId] })
    const nothing = { gets: 0, gives: 0, trips: 0 }
    expect(compared.schools.map((one) => [place(one.schoolId), ...one.plans])).toEqual([
      [2, { gets: 10, gives: 0, trips: 0 }, { gets: 14, gives: 0, trips: 0 }],
      [0, nothing, { gets: 0, gives: 4, trips: 1 }],
      [1, { gets: 0, gives: 10, trips: 1 }, { gets: 0, gives: 10, trips: 1 }],
    ])
  })

  it('is told how many are short by the day, and goes by what is known of the way', async () => {
    await surplus(0, 0, 5)
    await surplus(1, 0, 5)
    await need(2, 0, 5)
    const near = await make()
    expect(given(near)).toEqual([[1, 2, 0, 5]])
    await test.call('lists.edit', {
      list: 'distances',
      rows: [
        { id: null, cells: { from: 'ООШ с. Дальнее', to: 'СОШ № 1', distance: 12_50 } },
        { id: null, cells: { from: 'СОШ № 2', to: 'ООШ с. Дальнее', distance: 130_00 } },
      ],
    })
    const byRoad = await make()
    expect(given(byRoad)).toEqual([[0, 2, 0, 5]])
    expect(byRoad.distanceKm).toBe(12.5)
    expect(
      await test.failure('lists.edit', {
        list: 'distances',
        rows: [{ id: null, cells: { from: 'СОШ № 1', to: 'ООШ с. Дальнее', distance: 1_00 } }],
      }),
    ).toMatchObject({ code: 'duplicate' })
  })

  it('goes through a collection point, and opens no pair below so many copies', async () => {
    await surplus(0, 0, 6)
    await surplus(1, 0, 2)
    await need(2, 0, 4)
    await need(3, 0, 4)
    expect((await make({ viaSchoolId: schools[1] })).trips).toBe(3)
    const least = await make({ minimumPair: 3 })
    expect(least.optimality.copies).toBe('bounded')
    expect(least).toMatchObject({ copies: 6, upperBound: 8 })
    for (const one of least.transfers) expect(one.copies).toBeGreaterThanOrEqual(3)
    const lots = await make({ scarcity: 'proportional' })
    expect(lots.copies).toBe(8)
  })

  it('is renamed, removed, and is not found afterwards', async () => {
    const { planId } = await make()
    await test.call('plans.rename', { id: planId, name: 'Весна' })
    expect((await test.call('plans.list', {})).map((one) => one.name)).toEqual(['Весна'])
    await test.call('plans.remove', { id: planId })
    expect(await test.failure('plans.get', { id: planId })).toMatchObject({ code: 'not-found' })
  })
})

describe('a plan stopped by the person', () => {
  it('is the best found so far, kept, with all its copies; stopped before there is any it is refused', async () => {
    const dir = temporaryFolder()
    let stopAt = 'поездок'
    const said: string[] = []
    const test = await testStore({
      dir,
      today,
      events: {
        job: ({ jobId, state, text }) => {
          if (state !== 'running') return
          said.push(plain(text))
          if (text.includes(stopAt)) void test.call('jobs.cancel', { jobId })
        },
      },
    })
    await test.call('app.generate', {
      schools: 20,
      titles: 60,
      holdings: 600,
      surpluses: 400,
      needs: 400,
      librarians: null,
      seed: 5,
    })
    said.length = 0
    const made = await test.call('plans.make', { name: 'Осень', limit: { steps: 1_000_000_000 } })
    expect(made.stopped).toBe(true)
    expect(made.copies).toBe(made.upperBound)
    expect((await test.call('plans.get', { id: made.planId })).outcome.stopped).toBe(true)
    expect(said.at(-1)).toMatch(/^Обмен: [\d ]+ экз\. из [\d ]+, поездок [\d ]+$/u)
    stopAt = 'собираю'
    expect(await test.failure('plans.make', { name: 'Зима' })).toMatchObject({ code: 'cancelled' })
    expect(await test.call('plans.list', {})).toHaveLength(1)
  })
})
