import { expect, it } from 'vitest'
import { cli } from './support/cli'
import { temporaryFolder } from './support/store'

interface Printed {
  planId: number
  copies: number
  upperBound: number
  trips: number
  transfers: { fromSchoolId: number; toSchoolId: number; copies: number; reason: string }[]
  unmet: { copies: number; reason: string }[]
  optimality: { copies: string; trips: { best: number; lowerBound: number | null } }
  applied?: { transferIds: number[]; copies: number }
}

it('makes a plan of a whole district, the same each time, and drafts its transfers', async () => {
  const data = ['--data', temporaryFolder()]
  const size = ['--schools', '20', '--titles', '60', '--holdings', '600', '--surpluses', '400', '--needs', '400']
  expect((await cli(['generate', ...size, '--seed', '5', ...data])).code).toBe(0)
  const plan = async (...flags: string[]): Promise<Printed> => {
    const ran = await cli(['plan', '--steps', '500', '--json', ...flags, ...data])
    expect(ran.error).toBe('')
    return ran.json<Printed>()
  }
  const made = await plan()
  expect(made.copies).toBe(made.upperBound)
  expect(made.optimality.copies).toBe('proven')
  expect(made.transfers.reduce((sum, one) => sum + one.copies, 0)).toBe(made.copies)
  expect(new Set(made.transfers.map((one) => `${one.fromSchoolId} ${one.toSchoolId}`)).size).toBe(made.trips)
  for (const one of [...made.transfers, ...made.unmet]) expect(one.reason).toMatch(/^[А-Я]/u)
  const { planId, ...again } = await plan()
  expect({ ...again, planId: made.planId }).toEqual(made)
  expect(planId).not.toBe(made.planId)
  const larger = await plan('--min-pair', '20')
  const pairs = new Map<string, number>()
  for (const one of larger.transfers) {
    const pair = `${one.fromSchoolId} ${one.toSchoolId}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + one.copies)
  }
  expect(Math.min(...pairs.values())).toBeGreaterThanOrEqual(20)
  expect(larger.copies).toBeLessThanOrEqual(larger.upperBound)
  const applied = await plan('--apply')
  expect(applied.applied?.transferIds).toHaveLength(made.trips)
  expect(applied.applied?.copies).toBe(made.copies)
  expect((await plan()).copies).toBe(0)
  const said = await cli(['plan', '--seconds', '0', ...data])
  expect(said.out).toContain('больше удовлетворить нельзя')
})
