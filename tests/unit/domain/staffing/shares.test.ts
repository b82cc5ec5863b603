import { shares } from '@shared/domain/staffing/shares'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const counts = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 12 })

it('sums up to the whole and is less than a tenth of a percent away from the exact share', () => {
  fc.assert(
    fc.property(counts, (all) => {
      const total = all.reduce((sum, count) => sum + count, 0)
      const found = shares(all)
      expect(found.reduce((sum, share) => sum + share, 0)).toBe(total === 0 ? 0 : 1000)
      for (const [index, share] of found.entries()) {
        if (total > 0) expect(Math.abs(share - ((all[index] ?? 0) * 1000) / total)).toBeLessThan(1)
      }
    }),
  )
})

it('gives nothing to nobody', () => {
  fc.assert(
    fc.property(counts, (all) => {
      for (const [index, share] of shares(all).entries()) if (all[index] === 0) expect(share).toBe(0)
    }),
  )
  expect(shares([1, 1, 1])).toEqual([334, 333, 333])
})
