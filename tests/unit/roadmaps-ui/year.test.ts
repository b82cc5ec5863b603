import type { RoadmapBar } from '@shared/contract/roadmaps'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAt, monthsOf, placeBars, rangeAt, rangesOf } from '../../../src/renderer/modules/roadmaps/model/year'

const year = { from: '2026-01-01', to: '2026-12-31' }
const bar = (part: Partial<RoadmapBar>): RoadmapBar => ({
  itemUid: 'item-one',
  from: '2026-03-01',
  to: '2026-03-31',
  kind: 'period',
  text: 'март',
  ...part,
})

describe('the year view', () => {
  it('shows a school year, a calendar year, or the years of a long paper and the whole of it', () => {
    expect(rangesOf({ from: '2026-09-01', to: '2027-08-31' }).map(({ title }) => title)).toEqual(['2026–2027'])
    expect(rangesOf({ from: '2026-01-15', to: '2026-12-25' }).map(({ title }) => title)).toEqual(['2026 год'])
    const long = rangesOf({ from: '2024-01-01', to: '2026-12-31' })
    expect(long.map(({ title }) => title)).toEqual(['2024 год', '2025 год', '2026 год', 'Весь период'])
    expect(rangeAt(long, '2025-05-05')?.title).toBe('2025 год')
    expect(rangeAt(long, '2031-05-05')?.title).toBe('2024 год')
  })

  it('shares the width among months by their days', () => {
    const months = monthsOf({ from: '2026-09-01', to: '2027-08-31' })
    expect(months.map(({ title }) => title).slice(0, 5)).toEqual(['сен', 'окт', 'ноя', 'дек', 'янв'])
    expect(months.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100)
    expect(dayAt(year, '2026-01-01')).toBe(0)
    expect(dayAt(year, '2027-01-01')).toBeNull()
  })

  it('keeps bars within the year, none over another', () => {
    const month = fc.integer({ min: 0, max: 23 })
    fc.assert(
      fc.property(fc.array(fc.tuple(month, month), { maxLength: 12 }), (spans) => {
        const day = (at: number, end: boolean) =>
          `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-${end ? '28' : '01'}`
        const bars = spans.map(([one, other]) =>
          bar({ from: day(Math.min(one, other), false), to: day(Math.max(one, other), true) }),
        )
        const placed = placeBars(bars, year)
        for (const one of placed) {
          expect(one.left).toBeGreaterThanOrEqual(0)
          expect(one.left + one.width).toBeLessThanOrEqual(100 + 1e-9)
          for (const other of placed) {
            if (one === other || one.lane !== other.lane) continue
            expect(one.left + one.width <= other.left || other.left + other.width <= one.left).toBe(true)
          }
        }
      }),
    )
  })
})
