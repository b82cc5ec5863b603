import type { Database as Sqlite } from 'better-sqlite3'
import type { MadeBook } from './books'
import { bulkInsert, journalInserted, withoutIndexes } from './bulk'
import type { Random } from './random'

const firstDay = Date.UTC(2015, 0, 12)
const dayLength = 24 * 3600 * 1000
/** The last day on which anything happens is 2026-11-20. */
const days = Array.from({ length: (Date.UTC(2026, 10, 20) - firstDay) / dayLength + 1 }, (_, day) =>
  new Date(firstDay + day * dayLength).toISOString().slice(0, 10),
)
const sources = ['regional', 'regional', 'federal', 'municipal', 'own', 'sponsors', 'unknown'] as const

/** Lots of the schools in bulk, with their movements: receipts and corrections, never below nothing. Answers how many. */
export function makeHoldings(
  raw: Sqlite,
  wanted: { holdings: number; movements: number | null },
  schoolIds: readonly number[],
  books: readonly MadeBook[],
  random: Random,
): { holdings: number; movements: number } {
  const holdings = schoolIds.length === 0 || books.length === 0 ? 0 : wanted.holdings
  if (holdings === 0) return { holdings: 0, movements: 0 }
  const movements = Math.max(holdings, wanted.movements ?? holdings * 2)
  withoutIndexes(raw, ['lot', 'movement'], () => {
    const lots = bulkInsert(raw, 'lot', [
      'id',
      'schoolId',
      'textbookId',
      'publicationYear',
      'price',
      'source',
      'copies',
      'movements',
      'since',
    ])
    const moves = bulkInsert(raw, 'movement', ['id', 'lotId', 'date', 'kind', 'copies', 'document', 'note'])
    let moved = 0
    // A movement refers to its lot, which therefore goes first.
    let waiting: (readonly (string | number)[])[] = []
    const flush = (): void => {
      lots.flush()
      for (const row of waiting) moves.add(...row)
      waiting = []
    }
    for (let lot = 0; lot < holdings; lot++) {
      const { school, book, again } = placeOf(lot, holdings, schoolIds.length, books, random)
      const id = lot + 1
      const last = Math.floor(((lot + 1) * movements) / holdings)
      const count = last - moved
      const first = random.int(0, Math.floor(days.length * 0.9))
      const moments = Array.from({ length: count }, () => random.int(first, days.length - 1)).sort((a, b) => a - b)
      const since = days[moments[0] ?? 0] ?? ''
      let copies = 0
      for (let n = 0; n < count; n++) {
        const isLoss = n > 0 && copies > 3 && random.next() < 0.5
        const change = isLoss ? -random.int(1, Math.ceil(copies * 0.3)) : random.int(n === 0 ? 5 : 1, n === 0 ? 60 : 15)
        copies += change
        moved++
        const kind = n > 0 && (isLoss || random.next() < 0.2) ? 'correction' : 'receipt'
        const document = kind === 'correction' ? 'инвентаризация' : `накладная № ${random.int(1, 999)}`
        waiting.push([moved, id, days[moments[n] ?? 0] ?? '', kind, change, document, ''])
      }
      const year = 2014 + random.int(0, 11)
      // One more kopeck for each lot of the same book: no two are the same.
      lots.add(
        id,
        schoolIds[school] ?? 0,
        book.id,
        year,
        book.price + again,
        random.pick(sources),
        copies,
        count,
        since,
      )
      if (id % 100 === 0) flush()
    }
    flush()
    moves.flush()
  })
  daysOf(raw)
  stockOf(raw)
  journalInserted(raw, 'lot', 'holding', 'id')
  journalInserted(raw, 'movement', 'holding', 'lotId')
  return { holdings, movements }
}

/** What the movements' triggers would have kept of every day. */
function daysOf(raw: Sqlite): void {
  raw.exec(`
    INSERT INTO ledgerDay (date, movements, copies, sum, lots)
      SELECT date, count(*), sum(movement.copies), sum(movement.copies * price), 0
      FROM movement JOIN lot ON lot.id = lotId GROUP BY date;
    UPDATE ledgerDay SET lots = first.lots FROM (SELECT since, count(*) AS lots FROM lot GROUP BY since) AS first
      WHERE first.since = ledgerDay.date;`)
}

/** What the lots' triggers would have kept for the provision, in one reading. */
function stockOf(raw: Sqlite): void {
  raw.exec(`
    INSERT INTO provisionStock (schoolId, subjectId, gradeFrom, gradeTo, usableUntil, copies)
      SELECT schoolId, subjectId, gradeFrom, gradeTo, coalesce(usableUntil, ''), sum(copies)
      FROM lot JOIN textbook ON textbook.id = textbookId WHERE kind = 'textbook' AND copies > 0
      GROUP BY 1, 2, 3, 4, 5;
    INSERT INTO provisionDirty (schoolId) SELECT DISTINCT schoolId FROM lot WHERE true ON CONFLICT DO NOTHING;`)
}

/** The school, the book, and how many lots of this book the school already has. */
function placeOf(
  lot: number,
  holdings: number,
  schools: number,
  books: readonly MadeBook[],
  random: Random,
): { school: number; book: MadeBook; again: number } {
  const school = Math.floor((lot * schools) / holdings)
  const first = Math.ceil((school * holdings) / schools)
  const own = Math.ceil(((school + 1) * holdings) / schools) - first
  const place = lot - first
  const stretch = books.length / own
  const at = stretch >= 1 ? Math.floor(place * stretch + random.next() * (stretch - 1)) : Math.floor(place * stretch)
  const book = books[Math.min(at, books.length - 1)]
  if (!book) throw new Error('No such book')
  const again = stretch >= 1 ? 0 : place - Math.ceil(at / stretch)
  return { school, book, again: Math.max(0, again) }
}
