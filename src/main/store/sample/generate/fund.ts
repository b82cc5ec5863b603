import type { Database as Sqlite } from 'better-sqlite3'
import type { MadeBook } from './books'
import type { Inserter } from './insert'
import type { Random } from './random'

interface Spare {
  id: number
  copies: number
}

/** Open surpluses of made lots and open needs of made schools; answers how many of each. */
export function makeFund(
  raw: Sqlite,
  wanted: { surpluses: number; needs: number },
  schoolIds: readonly number[],
  books: readonly MadeBook[],
  random: Random,
  { insert }: Inserter,
): { surpluses: number; needs: number } {
  const lots = raw.prepare<[], Spare>('SELECT id, copies FROM lot WHERE copies > 0 ORDER BY id').all()
  const surpluses = Math.min(wanted.surpluses, lots.length)
  for (let place = 0; place < surpluses; place++) {
    const lot = lots[Math.floor((place * lots.length) / surpluses)]
    if (!lot) break
    insert('surplus', {
      lotId: lot.id,
      copies: random.int(1, lot.copies),
      condition: random.pick(['good', 'good', 'fair', 'worn', 'new']),
      since: '2026-09-10',
      until: null,
      state: 'open',
      note: '',
    })
  }
  const most = schoolIds.length * books.length
  const needs = Math.min(wanted.needs, most)
  for (let place = 0; place < needs; place++) {
    // Far apart in the table of schools × books, so that no pair comes twice.
    const pair = Math.floor((place * most) / needs)
    insert('need', {
      schoolId: schoolIds[Math.floor(pair / books.length)] ?? 0,
      textbookId: books[pair % books.length]?.id ?? 0,
      copies: random.int(1, 30),
      substitutes: random.next() < 0.5 ? 1 : 0,
      priority: random.pick(['usual', 'usual', 'usual', 'high', 'low']),
      since: '2026-09-10',
      until: null,
      state: 'open',
      note: '',
    })
  }
  return { surpluses, needs }
}
