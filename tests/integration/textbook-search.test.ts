import { join } from 'node:path'
import type { TextbookHit } from '@shared/contract/textbooks'
import { describe, expect, it } from 'vitest'
import { asked, catalogue } from '../support/catalogue'
import { fplBooks, writeFpl } from '../support/fpl'
import { prepared } from './imports/support'
import { type TestStore, temporaryFolder, testStore } from './support/store'

interface Shelf extends TestStore {
  /** Ids by the key of the catalogue. */
  ids: ReadonlyMap<string, number>
  find(text: string, limit?: number): Promise<TextbookHit[]>
}

/** @param noise so many books of a federal list beside those of the catalogue */
async function shelf(noise = 0): Promise<Shelf> {
  const test = await testStore({ today: '2026-11-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
  if (noise > 0) {
    const { run } = await prepared(test, await writeFpl(join(temporaryFolder(), 'ФПУ.xlsx'), fplBooks(noise)))
    await test.call('imports.apply', { id: run.id })
  }
  const ids = new Map<string, number>()
  for (const [key, textbook] of catalogue) {
    ids.set(key, (await test.call('textbooks.save', { id: null, revision: null, textbook })).id)
  }
  return { ...test, ids, find: (text, limit = 20) => test.call('textbooks.find', { text, limit }) }
}

/** Asked queries whose book is not among the first `most`. */
async function missed({ ids, find }: Shelf, most: number): Promise<string[]> {
  const found: string[] = []
  for (const [query, key] of asked) {
    const hits = await find(query)
    const place = hits.findIndex((hit) => hit.id === ids.get(key))
    if (place < 0 || place >= most)
      found.push(
        `${query} → ${hits
          .slice(0, 3)
          .map((hit) => hit.name)
          .join(' | ')}`,
      )
  }
  return found
}

describe('textbooks are found', () => {
  it('as people ask for them: in 95 of 100 the right one is among the first three', async () => {
    expect(asked.length).toBeGreaterThanOrEqual(60)
    const wrong = await missed(await shelf(), 3)
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(asked.length * 0.05)
  })

  it('by ISBN however it is written, by a code and its beginning', async () => {
    const { find, ids } = await shelf()
    const book = catalogue.get('phys7')
    if (!book) throw new Error('phys7')
    const only = [ids.get('phys7')]
    const found = async (text: string) => (await find(text)).map((hit) => hit.id)
    expect(await found(book.isbn)).toEqual(only)
    expect(await found(book.isbn.replaceAll('-', ''))).toEqual(only)
    expect(await found(`ISBN ${book.isbn}`)).toEqual(only)
    expect(await found(book.fplCode)).toEqual(only)
    expect(await found(book.fplCode.replace(/\.$/u, ''))).toEqual(only)
    expect((await find('1.1.2.9', 100)).every((hit) => hit.fplCode.startsWith('1.1.2.9'))).toBe(true)
    expect((await find('978500', 100)).length).toBe(catalogue.size)
    expect(await found('978-5-00120-001-5')).toEqual([])
  })

  it('while a word is typed, letter by letter', async () => {
    const { find, ids } = await shelf()
    for (const typed of ['Габр', 'Габри', 'габриэл', 'габриэлян', 'габриэлянца']) {
      expect((await find(typed))[0]?.id, typed).toBe(ids.get('chem8'))
    }
  })

  it('or not, whatever is typed, without failing', async () => {
    const { find, call } = await shelf()
    for (const text of [
      '',
      '   ',
      '"',
      "'",
      '*',
      'a OR b',
      'NEAR(',
      '-',
      '^алгебра',
      '№',
      '😀',
      'x'.repeat(300),
      'ъъъъ',
      '%_',
    ]) {
      expect(await find(text, 5), text).toBeInstanceOf(Array)
      expect(await call('textbooks.list', { search: text }), text).toHaveProperty('total')
    }
  })

  it('by the quick search of their list: forms, slips, the grade', async () => {
    const { call } = await shelf()
    const titles = async (search: string) =>
      (await call('textbooks.list', { search })).rows.map((row) => `${row.title} ${row.grades}`)
    expect(await titles('алгебры 8')).toEqual(['Алгебра 8'])
    expect(await titles('алгебпа 8 кл')).toEqual(['Алгебра 8'])
    expect(await titles('геометрии 8 класс')).toEqual(['Геометрия 7–9'])
    expect(await titles('матиматике виленин')).toEqual(['Математика 5', 'Математика 6'])
    expect(await titles('9785001200')).toHaveLength(catalogue.size)
    expect(await titles('бегемот')).toEqual([])
  })

  it('by the search over everything', async () => {
    const { call, ids } = await shelf()
    const found = await call('search.everything', { text: 'алгебпа макарчук 8' })
    expect(found.hits[0]).toMatchObject({ record: 'textbook', id: ids.get('alg8'), title: 'Алгебра. 8 класс' })
  })

  it('with a name a cell understands', async () => {
    const { find, call } = await shelf(40)
    for (const hit of await find('математика', 100)) {
      const { rows } = await call('lists.preview', {
        list: 'textbooks',
        rows: [{ id: hit.id, cells: { note: hit.name } }],
      })
      expect(rows[0]?.faults).toEqual([])
    }
  })
})
