import { headOf } from '@store/imports/recognising/head'
import { expect, it } from 'vitest'

it('a merge over a million rows between two of the top takes no million rows', () => {
  const top = [1, 1_048_576].map((row) => ({ row, cells: ['Школа', 'Тип'], hidden: false }))
  const merges = [{ top: 1, bottom: 1_048_576, left: 0, right: 16_383 }]
  const head = headOf({ name: 'Лист', index: 0, hidden: false, rows: 2, top, merges }, 1)
  // A head is at most as wide as what is looked at, and is answered at all.
  expect(head.parts.length).toBeLessThanOrEqual(501)
})
