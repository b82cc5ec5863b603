import { blankTextbook } from '@shared/contract/blank'
import type { Need, Surplus } from '@shared/contract/exchange'
import { beforeEach, describe, expect, it } from 'vitest'
import { school } from '../support/records'
import { type TestStore, testStore } from './support/store'

const today = '2026-11-20'

describe('the exchange fund', () => {
  let test: TestStore
  let schools: number[]
  let books: number[]
  const surplus = (over: Partial<Surplus> = {}): Surplus => ({
    schoolId: schools[0] ?? 0,
    textbookId: books[0] ?? 0,
    publicationYear: 2020,
    price: 500_00,
    source: 'federal',
    copies: 10,
    condition: 'good',
    since: '2026-09-01',
    until: null,
    state: 'open',
    note: '',
    ...over,
  })
  const need = (over: Partial<Need> = {}): Need => ({
    schoolId: schools[1] ?? 0,
    textbookId: books[0] ?? 0,
    copies: 8,
    substitutes: true,
    priority: 'usual',
    since: '2026-09-01',
    until: null,
    state: 'open',
    note: '',
    ...over,
  })
  const saveSurplus = async (over: Partial<Surplus> = {}): Promise<number> =>
    (await test.call('surpluses.save', { id: null, revision: null, surplus: surplus(over) })).id
  const saveNeed = async (over: Partial<Need> = {}): Promise<number> =>
    (await test.call('needs.save', { id: null, revision: null, need: need(over) })).id

  beforeEach(async () => {
    test = await testStore({ today })
    await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
    schools = []
    for (const name of ['СОШ № 1', 'СОШ № 2', 'ООШ с. Дальнее']) {
      schools.push((await test.call('schools.save', { id: null, revision: null, school: school(name) })).id)
    }
    books = []
    for (const [title, code] of [
      ['Алгебра', '1.1.2.4.2.2.1.'],
      ['Алгебра для всех', '1.1.2.4.2.2.1.'],
      ['Букварь', ''],
    ] as const) {
      const textbook = {
        ...blankTextbook(),
        title,
        subject: 'Алгебра',
        gradeFrom: 7,
        gradeTo: 7,
        fplCode: code,
        price: 600_00,
      }
      books.push((await test.call('textbooks.save', { id: null, revision: null, textbook })).id)
    }
  })

  it('lists surpluses and needs with what is free, unmet and offered', async () => {
    await saveSurplus()
    await saveSurplus({ textbookId: books[1], copies: 5 })
    await saveSurplus({ textbookId: books[2], copies: 3, until: '2026-11-19' })
    await saveNeed()
    await saveNeed({ textbookId: books[2], copies: 2 })
    const free = await test.call('surpluses.list', {})
    expect(free.rows.map((row) => [row.textbook, row.copies, row.free, row.held])).toEqual([
      ['Алгебра для всех. 7 класс', 5, 5, 0],
      ['Алгебра. 7 класс', 10, 10, 0],
      ['Букварь. 7 класс', 3, 0, 0],
    ])
    expect(free.totals).toMatchObject({ copies: 18, free: 15, reserved: 0, transferred: 0, held: 0 })
    const unmet = await test.call('needs.list', {})
    expect(unmet.rows.map((row) => [row.textbook, row.unmet, row.offered])).toEqual([
      ['Алгебра. 7 класс', 8, 15],
      ['Букварь. 7 класс', 2, 0],
    ])
    expect(unmet.totals).toMatchObject({ copies: 10, unmet: 10 })
  })
})
