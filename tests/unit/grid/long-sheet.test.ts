import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LongSheet, placeToSee, TALLEST } from '../../../src/renderer/components/DataGrid/view/longSheet'

const VIEW = 600

/** An element as Chromium has it: whole pixels, nothing beyond its ends. */
function element(sheet: LongSheet): {
  scrollTop: number
  readonly scrollHeight: number
  readonly clientHeight: number
} {
  let top = 0
  return {
    get scrollTop() {
      return top
    },
    set scrollTop(wanted: number) {
      top = Math.round(Math.min(Math.max(0, wanted), this.scrollHeight - this.clientHeight))
    },
    get scrollHeight() {
      return Math.max(VIEW, sheet.height)
    },
    clientHeight: VIEW,
  }
}

const move = fc.oneof(
  fc.record({ kind: fc.constant('wheel' as const), by: fc.integer({ min: -4000, max: 4000 }) }),
  fc.record({ kind: fc.constant('drag' as const), by: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('go' as const), by: fc.double({ min: -0.1, max: 1.1, noNaN: true }) }),
)

describe('LongSheet', () => {
  it('never leaves the sheet, shows its lines within the drawn height, and goes where it is sent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000_000 }), fc.array(move, { maxLength: 60 }), (total, moves) => {
        const sheet = new LongSheet(total)
        const bar = element(sheet)
        const most = Math.max(0, total - VIEW)
        for (const { kind, by } of moves) {
          if (kind === 'wheel') bar.scrollTop += by
          if (kind === 'drag') bar.scrollTop = by * (sheet.height - VIEW)
          if (kind === 'go') {
            const wanted = Math.round(by * total)
            expect(sheet.go(bar, wanted)).toBe(Math.min(most, Math.max(0, wanted)))
          }
          const place = sheet.follow(bar)
          expect(place).toBeGreaterThanOrEqual(0)
          expect(place).toBeLessThanOrEqual(Math.max(most, 0.5))
          expect(place - sheet.shift).toBeCloseTo(bar.scrollTop, 6)
        }
      }),
    )
  })

  it('follows a wheel pixel by pixel, and reaches both ends by it', () => {
    const sheet = new LongSheet(60_000_000)
    const bar = element(sheet)
    sheet.go(bar, 30_000_000)
    bar.scrollTop += 240
    expect(sheet.follow(bar)).toBe(30_000_240)
    bar.scrollTop -= 30
    expect(sheet.follow(bar)).toBe(30_000_210)
    sheet.go(bar, 59_998_000)
    for (let turn = 0; turn < 20; turn++) {
      bar.scrollTop += 240
      sheet.follow(bar)
    }
    expect(sheet.follow(bar)).toBe(60_000_000 - VIEW)
    sheet.go(bar, 1000)
    for (let turn = 0; turn < 20; turn++) {
      bar.scrollTop -= 240
      sheet.follow(bar)
    }
    expect(sheet.follow(bar)).toBe(0)
  })

  it('takes a dragged bar for its share of the sheet', () => {
    const sheet = new LongSheet(60_000_000)
    const bar = element(sheet)
    bar.scrollTop = (TALLEST - VIEW) / 2
    expect(sheet.follow(bar)).toBeCloseTo((60_000_000 - VIEW) / 2, 0)
    bar.scrollTop = TALLEST - VIEW
    expect(sheet.follow(bar)).toBe(60_000_000 - VIEW)
  })

  it('is its own bar while it fits', () => {
    const sheet = new LongSheet(6_000_000)
    const bar = element(sheet)
    bar.scrollTop = 1_234_567
    expect(sheet.follow(bar)).toBe(1_234_567)
    expect(sheet.shift).toBe(0)
  })
})

describe('placeToSee', () => {
  const seen = { height: 600, head: 34, foot: 32 }
  it('stays where the line is seen, and moves by as little as it needs', () => {
    expect(placeToSee({ top: 334, bottom: 364 }, 200, seen)).toBe(200)
    expect(placeToSee({ top: 64, bottom: 94 }, 200, seen)).toBe(30)
    expect(placeToSee({ top: 1000, bottom: 1030 }, 200, seen)).toBe(462)
  })
})
