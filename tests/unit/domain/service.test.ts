import { addDays, addMonths, daysBetween } from '@shared/domain/dates'
import { ageOn, lengthOfService, mergePeriods, serviceText, totalService } from '@shared/domain/service'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const days = fc.integer({ min: 0, max: 25_000 }).map((n) => addDays('1960-01-01', n))
const today = '2024-06-01'

describe('lengthOfService', () => {
  it.each([
    ['2023-09-01', '2024-08-31', { years: 1, months: 0, days: 0 }],
    ['2012-03-01', '2024-06-15', { years: 12, months: 3, days: 15 }],
    ['2024-01-31', '2024-02-29', { years: 0, months: 1, days: 1 }],
    ['2024-05-05', '2024-05-05', { years: 0, months: 0, days: 1 }],
    ['2024-05-06', '2024-05-05', { years: 0, months: 0, days: 0 }],
  ])('%s – %s', (from, to, expected) => {
    expect(lengthOfService(from, to)).toEqual(expected)
  })

  it('adds up again to the last day', () => {
    fc.assert(
      fc.property(days, fc.nat(20_000), (from, n) => {
        const to = addDays(from, n)
        const { years, months, days: rest } = lengthOfService(from, to)
        expect(addDays(addMonths(from, years * 12 + months), rest)).toBe(addDays(to, 1))
        expect(months).toBeLessThan(12)
        expect(rest).toBeLessThan(31)
      }),
    )
  })
})

describe('totalService', () => {
  it('counts time worked twice at once once, and work that goes on up to today', () => {
    const periods = [
      { from: '2010-01-01', to: '2019-12-31' },
      { from: '2015-01-01', to: '2021-12-31' },
      { from: '2022-06-02', to: null },
    ]
    expect(totalService(periods, today)).toEqual({ years: 14, months: 0, days: 0 })
  })

  it('makes 30 days a month', () => {
    const periods = [
      { from: '2020-01-01', to: '2020-01-20' },
      { from: '2021-01-01', to: '2021-01-15' },
    ]
    expect(totalService(periods, today)).toEqual({ years: 0, months: 1, days: 5 })
  })

  const periods = fc.array(
    fc.tuple(days, fc.nat(4000)).map(([from, n]) => ({ from, to: addDays(from, n) })),
    { maxLength: 6 },
  )
  it('merges into periods that do not touch and cover the same days', () => {
    const end = '2100-01-01'
    fc.assert(
      fc.property(periods, days, (list, day) => {
        const merged = mergePeriods(list, end)
        const covers = (all: readonly { from: string; to: string }[]): boolean =>
          all.some(({ from, to }) => from <= day && day <= to)
        expect(covers(merged)).toBe(covers(list))
        merged.slice(1).forEach((period, index) => {
          expect(daysBetween(merged[index]?.to ?? '', period.from)).toBeGreaterThan(1)
        })
      }),
    )
  })

  it('does not depend on the order of the periods', () => {
    fc.assert(
      fc.property(periods, (list) => {
        expect(totalService([...list].reverse(), today)).toEqual(totalService(list, today))
      }),
    )
  })
})

describe('words and ages', () => {
  it.each([
    [{ years: 12, months: 3, days: 4 }, '12 лет 3 месяца'],
    [{ years: 1, months: 0, days: 20 }, '1 год'],
    [{ years: 0, months: 11, days: 0 }, '11 месяцев'],
    [{ years: 0, months: 0, days: 21 }, '21 день'],
    [{ years: 0, months: 0, days: 0 }, 'нет'],
  ])('%j → %s', (service, expected) => {
    expect(serviceText(service).replace(/\u00A0/gu, ' ')).toBe(expected)
  })

  it.each([
    ['1980-09-08', '2023-09-07', 42],
    ['1980-09-08', '2023-09-08', 43],
    ['2000-02-29', '2023-02-28', 22],
    ['2000-02-29', '2023-03-01', 23],
    ['2030-01-01', '2023-01-01', 0],
  ])('born %s is on %s %d', (born, on, age) => {
    expect(ageOn(born, on)).toBe(age)
  })
})
