import { distanceKm, parseCoordinates } from '@shared/domain/distance'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const place = fc.record({
  latitude: fc.double({ min: -89, max: 89, noNaN: true }),
  longitude: fc.double({ min: -179, max: 179, noNaN: true }),
})

describe('parseCoordinates', () => {
  it.each([
    ['56.4977, 40.9301', { latitude: 56.4977, longitude: 40.9301 }],
    ['56,4977; 40,9301', { latitude: 56.4977, longitude: 40.9301 }],
    ['56,4977, 40,9301', { latitude: 56.4977, longitude: 40.9301 }],
    ['-1.5 120', { latitude: -1.5, longitude: 120 }],
  ])('reads %s', (text, expected) => expect(parseCoordinates(text)).toEqual(expected))
  it.each(['', '56', '91, 0', '0, 181', 'улица Лесная, 5', '56.4, 40.9, 3'])('refuses «%s»', (text) =>
    expect(parseCoordinates(text)).toBeNull(),
  )
})

describe('distanceKm', () => {
  it('is about 111.2 km for a degree of latitude', () => {
    expect(distanceKm({ latitude: 55, longitude: 40 }, { latitude: 56, longitude: 40 })).toBeCloseTo(111.195, 2)
  })
  it('is the same both ways, nothing to itself, and never longer by a stop', () => {
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 9)
        expect(distanceKm(a, a)).toBe(0)
        expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-6)
      }),
    )
  })
})
