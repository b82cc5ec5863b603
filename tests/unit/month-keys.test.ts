import { expect, test } from 'vitest'
import { dayByKey } from '../../src/renderer/components/month'

test('keys move by day, week and month, over their ends too', () => {
  const from = (day: string) => (key: string) => dayByKey(day, key)
  expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map(from('2026-03-01'))).toEqual([
    '2026-02-28',
    '2026-03-02',
    '2026-02-22',
    '2026-03-08',
  ])
  // A Sunday ends its week.
  expect(['Home', 'End'].map(from('2026-03-01'))).toEqual(['2026-02-23', '2026-03-01'])
  expect(['PageUp', 'PageDown'].map(from('2026-03-31'))).toEqual(['2026-02-28', '2026-04-30'])
  expect(['Enter', ' ', 'a'].map(from('2026-03-01'))).toEqual([null, null, null])
})
