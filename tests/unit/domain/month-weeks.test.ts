import { addDays, dateParts, weekday } from '@shared/domain/dates'
import { monthOf, monthsOfSchoolYear, placeInWeek, weeksOf } from '@shared/domain/month-weeks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days))
const stretch = fc
  .tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 15 }))
  .map(([start, length]) => ({ from: addDays('2026-12-07', start), to: addDays('2026-12-07', start + length) }))
const week = Array.from({ length: 7 }, (_, index) => addDays('2026-12-07', index))

describe('weeks of a month', () => {
  it('are whole, follow each other, and have every day of the month once', () => {
    fc.assert(
      fc.property(day, (one) => {
        const weeks = weeksOf(one)
        const days = weeks.flat()
        expect(days.every((iso, index) => index === 0 || iso === addDays(days[index - 1] ?? '', 1))).toBe(true)
        for (const seven of weeks) expect([seven.length, weekday(seven[0] ?? '')]).toEqual([7, 1])
        const { from, to } = monthOf(one)
        expect(days).toContain(from)
        expect(days).toContain(to)
        // No week that has nothing of the month.
        for (const seven of weeks) {
          expect(seven.some((iso) => dateParts(iso).month === dateParts(one).month)).toBe(true)
        }
      }),
    )
  })
  it('a school year is twelve months from September', () => {
    const months = monthsOfSchoolYear('2026-2027')
    expect([months.length, months[0], months[4], months[11]]).toEqual([12, '2026-09-01', '2027-01-01', '2027-08-01'])
  })
})

describe('what stands in a week', () => {
  it('is all that touches it, each where its days are, no two of one line on one day', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (items) => {
        const placed = placeInWeek(items, week)
        expect(placed.map((one) => one.item).length).toBe(
          items.filter((item) => item.from <= '2026-12-13' && item.to >= '2026-12-07').length,
        )
        const taken = new Set<string>()
        for (const { item, column, days, lane } of placed) {
          const shown = week.filter((iso) => item.from <= iso && iso <= item.to)
          expect([week[column], days]).toEqual([shown[0], shown.length])
          for (let at = column; at < column + days; at++) {
            expect(taken.has(`${lane} ${at}`)).toBe(false)
            taken.add(`${lane} ${at}`)
          }
        }
        // No more lines than the fullest day has entries.
        const fullest = Math.max(
          0,
          ...week.map((iso) => placed.filter(({ item }) => item.from <= iso && iso <= item.to).length),
        )
        expect(Math.max(-1, ...placed.map(({ lane }) => lane)) + 1).toBeLessThanOrEqual(fullest)
      }),
    )
  })
})
