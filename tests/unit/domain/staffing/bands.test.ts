import { addDays, addMonths } from '@shared/domain/dates'
import { lengthOfService } from '@shared/domain/service'
import { ageBands, bandOf, serviceBands, serviceYears } from '@shared/domain/staffing/bands'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const days = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays('1956-01-01', n))

describe('bands', () => {
  it('puts a border of service into the band above it', () => {
    const found = [0, 2, 3, 4, 5, 9, 10, 19, 20, 45].map((years) => bandOf(serviceBands, years))
    expect(found).toEqual(['under-3', 'under-3', '3-5', '3-5', '5-10', '5-10', '10-20', '10-20', 'over-20', 'over-20'])
  })

  it('counts 55 years to «35–55», 56 to «старше 55»', () => {
    expect([0, 34, 35, 55, 56, 90].map((age) => bandOf(ageBands, age))).toEqual([
      'under-35',
      'under-35',
      '35-55',
      '35-55',
      'over-55',
      'over-55',
    ])
  })

  it('has a band for every figure, and none for an unknown one', () => {
    fc.assert(
      fc.property(fc.nat(120), (years) => {
        expect(bandOf(serviceBands, years)).not.toBeNull()
        expect(bandOf(ageBands, years)).not.toBeNull()
      }),
    )
    expect(bandOf(serviceBands, null)).toBeNull()
  })
})

describe('serviceYears', () => {
  it('is the whole years of lengthOfService', () => {
    fc.assert(
      fc.property(days, days, (since, on) => {
        expect(serviceYears(since, on)).toBe(lengthOfService(since, on).years)
      }),
      { numRuns: 2000 },
    )
  })

  it('holds on the days around an anniversary, the 29th of February among them', () => {
    fc.assert(
      fc.property(
        fc.oneof(days, fc.constantFrom('2000-02-29', '2020-02-29', '2023-02-28', '2023-03-01')),
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: -2, max: 2 }),
        (since, years, around) => {
          const on = addDays(addMonths(since, years * 12), around)
          expect(serviceYears(since, on)).toBe(lengthOfService(since, on).years)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('counts 1 September – 31 August as a whole year, as the school year ends', () => {
    expect(serviceYears('2023-09-01', '2026-08-31')).toBe(3)
    expect(serviceYears('2023-09-01', '2026-08-30')).toBe(2)
    expect(serviceYears(null, '2026-08-31')).toBeNull()
    expect(serviceYears('2027-01-01', '2026-08-31')).toBe(0)
  })
})
