import { join } from 'node:path'
import { blankTextbook } from '@shared/contract/blank'
import type { ReportPart, SectionContent } from '@shared/contract/report-content'
import { addDays } from '@shared/domain/dates'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { school } from '../support/records'
import { random, seed } from './faults/support/rounds'
import { type Known, type Row, randomWork } from './support/fund-history'
import { heldSections, holdTotal, wordsOf } from './support/report-traces'
import { sharedStore, type TestStore, testStore } from './support/store'

/** Sections of events, road maps, books and libraries: numbers against their lists, the ledger's own count and the acts. */

const kinds = ['events', 'contests', 'roadmaps', 'exchange', 'provision', 'holdings', 'writeoff', 'libraries']

const partOf = (content: SectionContent | undefined, key: string): ReportPart | undefined =>
  content?.parts.find((part) => part.key === key)

function value(content: SectionContent | undefined, part: string, key: string): number | null | undefined {
  return partOf(content, part)?.figures.find((figure) => figure.key === key)?.value
}

/** Columns of every table with a total row that count: each is the sum of its rows. */
function holdTotals(content: SectionContent): void {
  for (const part of content.parts) {
    if (part.form !== 'table') continue
    const figures = new Map(part.figures.map((figure) => [figure.key, figure]))
    const total = part.rows.find((row) => row.look === 'total')
    const rows = part.rows.slice(0, total === undefined ? 0 : part.rows.indexOf(total) + 1)
    total?.cells.forEach((cell, column) => {
      const figure = figures.get(cell.figure ?? '')
      if (figure?.unit === 'count' || figure?.unit === 'money') holdTotal({ ...part, rows }, column)
    })
  }
}

describe('sections of the sample district', { timeout: 60_000 }, () => {
  const sampleStore = sharedStore({ today: '2026-11-20' }, (store) => store.call('app.initialise', { mode: 'demo' }))

  it('open the rows they count, in years past and going on', { timeout: 180_000 }, async () => {
    const store = sampleStore()
    for (const schoolYear of ['2024-2025', '2025-2026', '2026-2027']) {
      const sections = await heldSections(store, { schoolYear }, kinds)
      for (const content of Object.values(sections)) holdTotals(content)
      expect(Object.keys(sections).sort()).toEqual([...kinds].sort())
    }
  })

  it('are of the association where it can be told apart, and say whose they are', { timeout: 120_000 }, async () => {
    const store = sampleStore()
    const of = await heldSections(store, { schoolYear: '2025-2026', associationId: 2 }, kinds)
    const all = await heldSections(store, { schoolYear: '2025-2026' }, kinds)
    for (const content of Object.values(of)) holdTotals(content)
    expect(wordsOf(of.exchange)).toContain('по всему муниципалитету')
    expect(wordsOf(of.libraries)).toContain('по школам объединения')
    expect(value(of.libraries, 'summary', 'open')).toBe(8)
    expect(Number(value(of.holdings, 'summary', 'end'))).toBeLessThan(Number(value(all.holdings, 'summary', 'end')))
  })

  it('have the sums of the acts themselves', async () => {
    const store = sampleStore()
    const { writeoff } = await heldSections(store, { schoolYear: '2025-2026' }, ['writeoff'])
    const { rows } = await store.call('writeOffs.list', { schoolYear: '2025-2026', limit: 1000 })
    let [acts, copies, sum] = [0, 0, 0]
    for (const { id, state } of rows) {
      if (state !== 'booked') continue
      const { lines } = await store.call('writeOffs.get', { id })
      acts += 1
      copies += lines.reduce((total, line) => total + line.copies, 0)
      sum += lines.reduce((total, line) => total + line.copies * line.price, 0)
    }
    expect(acts).toBeGreaterThan(0)
    expect([
      value(writeoff, 'summary', 'acts'),
      value(writeoff, 'summary', 'copies'),
      value(writeoff, 'summary', 'sum'),
    ]).toEqual([acts, copies, sum])
  })

  it('have a fund that the year’s movements lead to', async () => {
    const store = sampleStore()
    const { holdings } = await heldSections(store, { schoolYear: '2025-2026' }, ['holdings'])
    const turnover = partOf(holdings, 'turnover')?.figures.filter((figure) => figure.key.startsWith('copies:')) ?? []
    const end = turnover.find((figure) => figure.key === 'copies:end')?.value
    const rest = turnover.filter((figure) => figure.key !== 'copies:end')
    expect(rest.length).toBeGreaterThan(3)
    expect(rest.reduce((sum, figure) => sum + (figure.value ?? 0), 0)).toBe(end)
  })

  it('say of a past year what day its provision is of', async () => {
    const store = sampleStore()
    const past = await heldSections(store, { schoolYear: '2025-2026' }, ['provision'])
    expect(wordsOf(past.provision)).toMatch(/на 1.сентября 2025/u)
    const now = await heldSections(store, { schoolYear: '2026-2027' }, ['provision'])
    expect(wordsOf(now.provision)).toMatch(/^На 20.ноября 2026/u)
  })

  it('tell by the day of the report what was done of the road map', async () => {
    const store = sampleStore()
    const { roadmaps } = await heldSections(store, { schoolYear: '2025-2026' }, ['roadmaps'])
    const items = await store.call('roadmapItems.list', { schoolYear: '2025-2026', on: '2026-08-31', limit: 1000 })
    const own = items.rows.filter((item) => !item.part)
    for (const outcome of ['done', 'overdue', 'ahead', 'standing', 'partial'] as const) {
      const count = own.filter((item) => item.outcome === outcome).length
      expect(value(roadmaps, 'summary', outcome), outcome).toBe(count)
    }
    expect(value(roadmaps, 'summary', 'items')).toBe(own.length)
  })
})

describe('sections of a district with nothing to tell', () => {
  it('say so in a sentence, and nothing else', async () => {
    const store = await testStore({ today: '2026-11-20' })
    await store.call('app.initialise', { mode: 'own', municipality: 'Пустой район' })
    const sections = await heldSections(store, { schoolYear: '2026-2027' }, kinds)
    for (const [kind, content] of Object.entries(sections)) {
      expect(
        content.parts.map((part) => part.key),
        kind,
      ).toEqual(['summary'])
      expect(wordsOf(content), kind).not.toMatch(/\d+ (?:экз|школ)/u)
    }
  })

  it('speak of one school, one book and one act in the singular', async () => {
    const store = await testStore({ today: '2026-11-20' })
    await store.call('app.initialise', { mode: 'own', municipality: 'Малый район' })
    const saved = await store.call('schools.save', { id: null, revision: null, school: school('Школа с. Дальнее') })
    const textbook = { ...blankTextbook(), title: 'Алгебра', subject: 'Алгебра', gradeFrom: 7, gradeTo: 7 }
    const book = await store.call('textbooks.save', { id: null, revision: null, textbook })
    await store.call('movements.add', {
      movement: {
        schoolId: saved.id,
        textbookId: book.id,
        publicationYear: 2020,
        price: 50_000,
        source: 'federal',
        date: '2026-10-01',
        kind: 'receipt',
        copies: 1,
        document: '',
        note: '',
      },
    })
    const sections = await heldSections(store, { schoolYear: '2026-2027' }, kinds)
    for (const content of Object.values(sections)) holdTotals(content)
    expect(wordsOf(sections.libraries)).toMatch(/работает 1.школа/u)
    expect(wordsOf(sections.holdings)).toMatch(/состоит 1.экземпляр .*на сумму 500,00.руб\./u)
    expect(wordsOf(sections.holdings)).toMatch(/получен 1.экземпляр/u)
  })
})

describe('the exchange fund in the report', () => {
  it('is that of its own count on any day of any history', { timeout: 240_000 }, async () => {
    console.info(`report-sections-b: METODIST_SEED=${seed}`)
    const clock = { day: '2026-10-01' }
    const store = await testStore({ now: () => new Date(`${clock.day}T12:00:00`) })
    await store.call('app.initialise', { mode: 'own', municipality: 'Район' })
    const schools: number[] = []
    for (const name of ['СОШ № 1', 'СОШ № 2', 'ООШ с. Дальнее', 'Лицей']) {
      schools.push((await store.call('schools.save', { id: null, revision: null, school: school(name) })).id)
    }
    const books: number[] = []
    for (const title of ['Алгебра', 'Алгебра для всех']) {
      const textbook = { ...blankTextbook(), title, subject: 'Алгебра', gradeFrom: 7, gradeTo: 7, price: 700_00 }
      books.push((await store.call('textbooks.save', { id: null, revision: null, textbook })).id)
    }
    const raw = new BetterSqlite(join(store.dir, 'metodist.sqlite'), { readonly: true })
    const all = (table: string): Row[] => raw.prepare<[], Row>(`SELECT * FROM "${table}" ORDER BY id`).all()
    const next = random(seed)
    for (let step = 0; step < 220; step += 1) {
      if (next() < 0.15) clock.day = addDays(clock.day, 1 + Math.floor(next() * 4))
      const rows = Object.fromEntries(
        (['lot', 'surplus', 'need', 'reservation', 'transfer', 'writeOff', 'movement'] as const).map((name) => [
          name,
          all(name),
        ]),
      ) as unknown as Known['rows']
      const lines = all('transferLine') as unknown as Known['lines']
      const work = randomWork(next, { schools, books, today: clock.day, rows, lines })
      if (!work.name.startsWith('history.')) await store.store.router.call(work.name, work.input)
    }
    raw.close()
    let moved = 0
    for (let day = addDays(clock.day, -45); day <= clock.day; day = addDays(day, 5)) moved += await holdDay(store, day)
    await holdDay(store, clock.day)
    expect(moved).toBeGreaterThan(0)
    const summary = await store.call('exchange.summary', { on: clock.day })
    const { exchange } = await heldSections(store, { schoolYear: '2026-2027' }, ['exchange'])
    expect(value(exchange, 'summary', 'came')).toBe(summary.transferred.copies)
    expect(value(exchange, 'summary', 'saved')).toBe(summary.transferred.savedKopecks)
    expect(value(exchange, 'summary', 'transfers')).toBe(summary.transferred.transfers)
  })
})

/** Lists of a day against the fund's own count of that day; answers how much there was to tell. */
async function holdDay(store: TestStore, on: string): Promise<number> {
  const summary = await store.call('exchange.summary', { on })
  const surpluses = await store.call('surpluses.list', { on, limit: 1000 })
  const needs = await store.call('needs.list', { on, limit: 1000 })
  const sum = <R>(rows: readonly R[], of: (row: R) => number): number => rows.reduce((total, row) => total + of(row), 0)
  expect([sum(surpluses.rows, (row) => row.inFund), sum(surpluses.rows, (row) => row.free)], on).toEqual([
    summary.surpluses.copies,
    summary.surpluses.free,
  ])
  expect(surpluses.rows.filter((row) => row.inFund > 0).length, on).toBe(summary.surpluses.rows)
  expect(surpluses.totals.inFund ?? 0, on).toBe(summary.surpluses.copies)
  expect([sum(needs.rows, (row) => row.inFund), sum(needs.rows, (row) => row.unmet)], on).toEqual([
    summary.needs.copies,
    summary.needs.unmet,
  ])
  const { rows } = await store.call('transferLines.list', { on, limit: 1000 })
  const from = on >= `${on.slice(0, 4)}-09-01` ? `${on.slice(0, 4)}-09-01` : `${Number(on.slice(0, 4)) - 1}-09-01`
  const handed = rows.filter((row) => row.handedOn !== null && row.handedOn >= from && row.handedOn <= on)
  expect([sum(handed, (row) => row.came), sum(handed, (row) => row.saved)], on).toEqual([
    summary.transferred.copies,
    summary.transferred.savedKopecks,
  ])
  const late = rows.filter((row) => row.onLoan > 0 && row.receivedOn !== null && (row.until ?? '9') < on)
  expect([sum(rows, (row) => row.onLoan), sum(late, (row) => row.onLoan)], on).toEqual([
    summary.onLoan.copies,
    summary.onLoan.overdue,
  ])
  return summary.surpluses.copies + summary.transferred.copies
}

describe('sections of a made district', () => {
  it('open the rows they count', { timeout: 240_000 }, async () => {
    const store = await testStore({ today: '2027-05-20' })
    await store.call('app.initialise', { mode: 'own', municipality: 'Район для измерений' })
    await store.call('app.generate', {
      schools: 40,
      librarians: null,
      titles: 60,
      holdings: 1200,
      movements: 4000,
      surpluses: 150,
      needs: 150,
      seed: 7,
    })
    const sections = await heldSections(store, { schoolYear: '2026-2027' }, kinds)
    for (const content of Object.values(sections)) holdTotals(content)
    expect(value(sections.libraries, 'summary', 'open')).toBe(40)
    const schools = partOf(sections.provision, 'schools')
    // A whole list is an annex.
    expect(schools?.form === 'table' ? schools.rows.length : 0).toBeLessThanOrEqual(16)
  })
})
