import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { labelledQueries, queriesFile, resolveLabel } from '../fixtures/search/resolve'
import { testStore } from './support/store'

/** The labelled queries themselves: frozen, and about records that are really there. */

test('the labelled queries are those that were written before the search', () => {
  const sum = createHash('sha256').update(readFileSync(queriesFile)).digest('hex')
  const told = /sha256\(queries\.json\) = ([0-9a-f]{64})/.exec(
    readFileSync(join(queriesFile, '..', 'README.md'), 'utf8'),
  )?.[1]
  expect(sum).toBe(told)
})

test('every answer is one record of the sample district, and no query is asked twice', async () => {
  const store = await testStore({ today: '2026-11-21' })
  await store.call('app.initialise', { mode: 'demo' })
  const sqlite = new BetterSqlite(join(store.dir, 'metodist.sqlite'), { readonly: true })
  try {
    const queries = labelledQueries()
    expect(queries).toHaveLength(200)
    expect(new Set(queries.map((query) => query.text.toLowerCase())).size).toBe(200)
    expect(queries.map((query) => query.id)).toEqual(queries.map((_, index) => index + 1))
    for (const query of queries) for (const label of query.expected) resolveLabel(sqlite, label)
    expect(() => resolveLabel(sqlite, { record: 'event', key: 'Такого не было' })).toThrow('0 records')
  } finally {
    sqlite.close()
  }
})
