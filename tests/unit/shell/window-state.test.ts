import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeWindow, type Rectangle } from '../../../src/main/shell/window/window-state'

const small: Rectangle = { x: 0, y: 0, width: 1366, height: 728 }
const large: Rectangle = { x: 1366, y: -200, width: 2560, height: 1400 }

describe('where the window stands', () => {
  test('at first in the middle of the primary display, and full on a small one', () => {
    expect(placeWindow(null, [small])).toEqual({ x: 23, y: 4, width: 1320, height: 720, maximized: true })
    expect(placeWindow(null, [large]).maximized).toBe(false)
  })
  test('where it was, when that can be seen', () => {
    const place = { x: 1500, y: 100, width: 1400, height: 900, maximized: false }
    expect(placeWindow(place, [small, large])).toEqual(place)
  })
  test('on the primary display when its own is gone', () => {
    expect(placeWindow({ x: 1500, y: 100, width: 1400, height: 900, maximized: true }, [small])).toEqual({
      x: 0,
      y: 0,
      width: 1366,
      height: 728,
      maximized: true,
    })
  })
  test('always wholly within one display', () => {
    const rectangle = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 1, max: 6000 }),
      height: fc.integer({ min: 1, max: 4000 }),
      maximized: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.option(rectangle), (remembered) => {
        const place = placeWindow(remembered, [small, large])
        return [small, large].some(
          (area) =>
            place.x >= area.x &&
            place.y >= area.y &&
            place.x + place.width <= area.x + area.width &&
            place.y + place.height <= area.y + area.height,
        )
      }),
    )
  })
})
