import type { PlanOutcome } from '@shared/contract/plans'
import { PlanOptions } from '@shared/contract/plans'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Fund, fund } from './support/fund'

const outcome: PlanOutcome = {
  copies: 9,
  upperBound: 9,
  needed: 12,
  trips: 2,
  distanceKm: null,
  savedKopecks: 0,
  unpricedCopies: 9,
  optimality: { copies: 'proven', trips: { best: 2, lowerBound: null } },
  stopped: false,
  steps: 0,
}

describe('a kept plan', () => {
  let test: Fund
  let algebra: number
  let primer: number
  let needs: { second: number; third: number }

  const surplus = async (lotId: number, copies: number): Promise<number> => {
    const { key } = await test.call('holdings.get', { id: lotId })
    const saved = await test.call('surpluses.save', {
      id: null,
      revision: null,
      surplus: { ...key, copies, condition: 'good', since: '2026-09-01', until: null, state: 'open', note: '' },
    })
    return saved.id
  }
  const need = async (school: number, lotId: number, copies: number): Promise<number> => {
    const { key } = await test.call('holdings.get', { id: lotId })
    const saved = await test.call('needs.save', {
      id: null,
      revision: null,
      need: {
        schoolId: test.schools[school] ?? 0,
        textbookId: key.textbookId,
        copies,
        substitutes: true,
        priority: 'usual',
        since: '2026-09-01',
        until: null,
        state: 'open',
        note: '',
      },
    })
    return saved.id
  }
  const keep = (lines: { surplusId: number; needId: number; copies: number }[]): Promise<{ id: number }> =>
    test.call('plans.keep', {
      name: 'Первый план',
      options: PlanOptions.parse({}),
      outcome,
      lines: lines.map((line) => ({ ...line, reason: 'та же книга', locked: false })),
      unmet: [{ needId: needs.third, copies: 3, reason: 'нет в фонде' }],
    })
  const lineIds = async (planId: number): Promise<number[]> =>
    (await test.call('planLines.list', { filters: [{ op: 'equals', column: 'planId', value: planId }] })).rows.map(
      ({ id }) => id,
    )

  beforeEach(async () => {
    test = await fund()
    const algebraLot = await test.lot({ title: 'Алгебра', copies: 10 })
    const primerLot = await test.lot({ title: 'Букварь', copies: 5 })
    algebra = await surplus(algebraLot, 8)
    primer = await surplus(primerLot, 5)
    needs = { second: await need(1, algebraLot, 6), third: await need(2, algebraLot, 6) }
    await need(2, primerLot, 5)
  })

  const whole = async (): Promise<number> => {
    const primerNeed = (await test.call('needs.list', { search: 'Букварь' })).rows[0]?.id ?? 0
    const { id } = await keep([
      { surplusId: algebra, needId: needs.second, copies: 5 },
      { surplusId: algebra, needId: needs.third, copies: 3 },
      { surplusId: primer, needId: primerNeed, copies: 5 },
    ])
    return id
  }

  it('is told with its lines, what is not met, and who gives to whom', async () => {
    const id = await whole()
    expect(await test.call('plans.list', {})).toMatchObject([{ id, stale: false, lines: 3, accepted: 0 }])
    const { rows, totals } = await test.call('planLines.list', {})
    expect(rows.map(({ to, textbook, copies, state }) => [to, textbook.split('.')[0], copies, state])).toEqual(
      expect.arrayContaining([
        ['ООШ с. Дальнее', 'Алгебра', 3, 'proposed'],
        ['ООШ с. Дальнее', 'Букварь', 5, 'proposed'],
        ['СОШ № 2', 'Алгебра', 5, 'proposed'],
      ]),
    )
    expect(totals.copies).toBe(13)
    expect((await test.call('planUnmet.list', {})).rows).toMatchObject([{ school: 'ООШ с. Дальнее', copies: 3 }])
    expect((await test.call('plans.flows', { id })).map(({ to, copies, titles }) => [to, copies, titles])).toEqual(
      expect.arrayContaining([
        ['ООШ с. Дальнее', 8, 2],
        ['СОШ № 2', 5, 1],
      ]),
    )
  })

  it('becomes transfers, one for a pair of schools, as one step that can be undone', async () => {
    const id = await whole()
    const { transferIds, copies, left } = await test.call('plans.accept', { planId: id, ids: null })
    expect([transferIds.length, copies, left]).toEqual([2, 13, []])
    expect(await test.call('plans.get', { id })).toMatchObject({ accepted: 3, stale: false })
    expect((await test.call('surpluses.list', {})).totals.free).toBe(0)
    // A second time there is nothing left of it to take.
    expect(await test.call('plans.accept', { planId: id, ids: null })).toEqual({ transferIds: [], copies: 0, left: [] })
    await test.call('history.undo', {})
    expect(await test.call('plans.get', { id })).toMatchObject({ accepted: 0, stale: false })
    expect((await test.call('transfers.list', {})).total).toBe(0)
  })

  it('is taken line by line; a rejected one is left', async () => {
    const id = await whole()
    const [first = 0, second = 0] = await lineIds(id)
    await test.call('plans.mark', { planId: id, ids: [second], rejected: true })
    await test.call('plans.accept', { planId: id, ids: [first] })
    expect((await test.call('plans.get', { id })).accepted).toBe(1)
    await test.call('plans.accept', { planId: id, ids: null })
    const states = (await test.call('planLines.list', {})).rows.map(({ id: line, state }) => [line, state])
    expect(states).toContainEqual([second, 'rejected'])
    expect((await test.call('plans.get', { id })).accepted).toBe(2)
  })

  it('says of a changed fund what can no longer be done, and does the rest', async () => {
    const id = await whole()
    await test.call('reservations.make', {
      surplusId: algebra,
      needId: needs.second,
      copies: 4,
      expiresOn: '2026-12-01',
    })
    expect((await test.call('plans.get', { id })).stale).toBe(true)
    const { copies, left } = await test.call('plans.accept', { planId: id, ids: null })
    // Of 8 copies 4 are promised: 3 for the third school can still go, 5 for the second cannot.
    expect(left.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^Свободно только 4 экз\. из 5|^Не хватает/),
    ])
    expect(copies).toBe(8)
  })

  it('is renamed and removed; its transfers stay', async () => {
    const id = await whole()
    await test.call('plans.accept', { planId: id, ids: null })
    await test.call('plans.rename', { id, name: 'Осенний' })
    const other = (await keep([{ surplusId: algebra, needId: needs.third, copies: 1 }])).id
    const { plans, schools } = await test.call('plans.compare', { ids: [id, other] })
    expect(plans.map(({ name }) => name)).toEqual(['Осенний', 'Первый план'])
    expect(schools.find(({ school }) => school === 'СОШ № 1')?.plans).toEqual([
      { gets: 0, gives: 13, trips: 2 },
      { gets: 0, gives: 1, trips: 1 },
    ])
    await test.call('plans.remove', { id })
    expect((await test.call('plans.list', {})).map((plan) => plan.id)).toEqual([other])
    expect((await test.call('transfers.list', {})).total).toBe(2)
    expect(await test.failure('plans.get', { id })).toMatchObject({ code: 'not-found' })
  })
})
