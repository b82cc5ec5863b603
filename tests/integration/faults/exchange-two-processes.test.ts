import { blankTextbook } from '@shared/contract/blank'
import type { Need, Surplus } from '@shared/contract/exchange'
import { newUid } from '@shared/contract/fields'
import { PlanOptions } from '@shared/contract/plans'
import type { Answer } from '@shared/errors'
import { describe, expect, it } from 'vitest'
import { school } from '../../support/records'
import { testStore } from '../support/store'
import { limit, rounds } from './support/rounds'
import { type StoreProcess, startStore } from './support/store-process'

/** The window's store and another program's on one folder, each promising the same copies at the same moment. */
const price = 500_00

interface Fund {
  dir: string
  schools: number[]
  surplusId: number
  needIds: number[]
  lotId: number
}

/** Ten copies spare, and needs of ten in three other schools. */
async function fund(): Promise<Fund> {
  const test = await testStore()
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
  const schools: number[] = []
  for (const name of ['Даёт', 'Берёт первая', 'Берёт вторая', 'Берёт третья']) {
    schools.push((await test.call('schools.save', { id: null, revision: null, school: school(name) })).id)
  }
  const textbook = { ...blankTextbook(), title: 'Алгебра', subject: 'Алгебра', gradeFrom: 7, gradeTo: 7 }
  const { id: textbookId } = await test.call('textbooks.save', { id: null, revision: null, textbook })
  const key = { schoolId: schools[0] ?? 0, textbookId, publicationYear: 2020, price, source: 'federal' as const }
  const movement = { ...key, date: '2026-01-01', kind: 'receipt' as const, copies: 10, document: '', note: '' }
  const { lotId } = await test.call('movements.add', { movement })
  const common = { since: '2026-01-01', until: null, state: 'open' as const, note: '' }
  const surplus: Surplus = { ...key, ...common, copies: 10, condition: 'good' }
  const { id: surplusId } = await test.call('surpluses.save', { id: null, revision: null, surplus })
  const needIds: number[] = []
  for (const schoolId of schools.slice(1)) {
    const need: Need = { schoolId, textbookId, ...common, copies: 10, substitutes: false, priority: 'usual' }
    needIds.push((await test.call('needs.save', { id: null, revision: null, need })).id)
  }
  await test.store.close()
  return { dir: test.dir, schools, surplusId, needIds, lotId }
}

async function two(dir: string): Promise<[StoreProcess, StoreProcess]> {
  const both: [StoreProcess, StoreProcess] = [await startStore(), await startStore()]
  await Promise.all(both.map((store) => store.open(dir)))
  return both
}

const transferOf = ({ schools, surplusId, needIds, lotId }: Fund, taker: number, copies: number): object => ({
  id: null,
  revision: null,
  transfer: {
    fromSchoolId: schools[0],
    toSchoolId: schools[taker + 1],
    term: 'permanent',
    dueBack: null,
    actNumber: '',
    actDate: null,
    giver: { name: '', position: '', attorney: '' },
    receiver: { name: '', position: '', attorney: '' },
    viaSchoolId: null,
    meetingId: null,
    note: '',
    lines: [
      {
        uid: newUid(),
        lotId,
        copies,
        condition: 'good',
        accounted: true,
        surplusId,
        needId: needIds[taker],
        reservationId: null,
        planLineId: null,
        forTextbookId: null,
      },
    ],
  },
})

/** Refused for want of copies, in a sentence; anything else is a defect. */
function taken(answer: Answer<unknown>): boolean {
  if (!answer.ok) {
    expect(answer.error).toMatchObject({
      code: 'not-enough',
      message: expect.stringMatching(/«Алгебра. 7 класс», Даёт: (свободно только|свободных экземпляров не осталось)/u),
    })
  }
  return answer.ok
}

async function free(store: StoreProcess): Promise<unknown> {
  expect(await store.call('app.check', {})).toEqual({ ok: true, problems: [] })
  const [row] = (await store.call('surpluses.list', {})).rows
  return { reserved: row?.reserved, transferred: row?.transferred, free: row?.free }
}

describe('two people booking the same copies', () => {
  it(
    'by reservations: one gets them, the other a sentence',
    async () => {
      for (let round = 0; round < rounds(2); round++) {
        const made = await fund()
        const both = await two(made.dir)
        const reserve = (store: StoreProcess, taker: number): Promise<Answer<unknown>> =>
          store.answer('reservations.make', {
            surplusId: made.surplusId,
            needId: made.needIds[taker],
            copies: 6,
            expiresOn: '2100-01-01',
          })
        const answers = await Promise.all(both.map(reserve))
        expect(answers.filter(taken)).toHaveLength(1)
        for (const store of both) expect(await free(store)).toEqual({ reserved: 6, transferred: 0, free: 4 })
        await Promise.all(both.map((store) => store.close()))
      }
    },
    limit(60_000),
  )

  it(
    'by a reservation and a transfer, each as large as what is free',
    async () => {
      const made = await fund()
      const [window, cli] = await two(made.dir)
      const answers = await Promise.all([
        window.answer('transfers.save', transferOf(made, 0, 10)),
        cli.answer('reservations.make', {
          surplusId: made.surplusId,
          needId: made.needIds[1],
          copies: 10,
          expiresOn: '2100-01-01',
        }),
      ])
      expect(answers.filter(taken)).toHaveLength(1)
      expect(await free(cli)).toMatchObject({ free: 0 })
      await Promise.all([window.close(), cli.close()])
    },
    limit(60_000),
  )

  it(
    'by bursts of transfers, as two plans accepted at once: exactly what there is goes out',
    async () => {
      for (let round = 0; round < rounds(1); round++) {
        const made = await fund()
        const both = await two(made.dir)
        const burst = (store: StoreProcess, nth: number): Promise<Answer<unknown>[]> =>
          Promise.all(
            Array.from({ length: 8 }, (_, n) => store.answer('transfers.save', transferOf(made, (n + nth) % 3, 1))),
          )
        const answers = (await Promise.all(both.map(burst))).flat()
        expect(answers.filter(taken)).toHaveLength(10)
        for (const store of both) expect(await free(store)).toEqual({ reserved: 0, transferred: 10, free: 0 })
        await Promise.all(both.map((store) => store.close()))
      }
    },
    limit(60_000),
  )

  it(
    'by one plan accepted in both: its lines become transfers once, the other is told which are left',
    async () => {
      const made = await fund()
      const both = await two(made.dir)
      const [window] = both
      const { id: planId } = await window.call('plans.keep', {
        name: 'План',
        options: PlanOptions.parse({}),
        outcome: {
          copies: 10,
          upperBound: 10,
          needed: 30,
          trips: 2,
          distanceKm: null,
          savedKopecks: 0,
          unpricedCopies: 10,
          optimality: { copies: 'proven', trips: { best: 2, lowerBound: null } },
          stopped: false,
          steps: 0,
        },
        lines: made.needIds.slice(0, 2).map((needId, n) => ({
          surplusId: made.surplusId,
          needId,
          copies: 4 + 2 * n,
          reason: 'есть и нужно',
          locked: false,
        })),
        unmet: [],
      })
      const answers = await Promise.all(both.map((store) => store.call('plans.accept', { planId, ids: null })))
      expect(answers.map((answer) => answer.copies).sort((a, b) => a - b)).toEqual([0, 10])
      expect((await window.call('transfers.list', {})).total).toBe(2)
      expect(await free(window)).toEqual({ reserved: 0, transferred: 10, free: 0 })
      await Promise.all(both.map((store) => store.close()))
    },
    limit(60_000),
  )

  it(
    'by the next step of one transfer: done once',
    async () => {
      const made = await fund()
      const both = await two(made.dir)
      const [window] = both
      const { id } = (await window.call('transfers.save', transferOf(made, 0, 4) as never)) as { id: number }
      const today = (await window.call('transfers.get', { id })).draftedOn
      const { revision } = await window.call('transfers.agree', { id, on: today })
      const answers = await Promise.all(
        both.map((store) => store.answer('transfers.hand', { id, revision, on: today })),
      )
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } })
      const blind = await Promise.all(both.map((store) => store.answer('transfers.receive', { id, on: today })))
      expect(blind.filter(({ ok }) => ok)).toHaveLength(1)
      expect(blind.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'locked' } })
      const { rows } = await window.call('holdings.list', {})
      expect(rows.map((row) => row.copies).sort()).toEqual([4, 6])
      await Promise.all(both.map((store) => store.close()))
    },
    limit(60_000),
  )
})
