import { describe, expect, it } from 'vitest'
import { formatRecent } from '../../src/renderer/components/format'

describe('a moment as people say it of late', () => {
  const now = new Date('2026-11-21T00:05:00')
  it.each([
    ['2026-11-21T00:04:00', 'сегодня 00:04'],
    ['2026-11-20T23:59:00', 'вчера 23:59'],
    ['2026-11-19T23:59:00', '19.11.2026 23:59'],
    ['2025-11-21T00:04:00', '21.11.2025 00:04'],
    ['когда-то', 'когда-то'],
  ])('%s', (moment, said) => {
    expect(formatRecent(moment, now)).toBe(said)
  })
})
