import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ColumnSpec } from '@shared/contract/lists'
import { expect, it } from 'vitest'
import { prepared, rowsOf } from '../integration/imports/support'
import { type TestStore, temporaryFolder, testStore } from '../integration/support/store'
import { school } from '../support/records'
import { baseSeed, chance, randomOf, share } from './support/grid'
import { layOut, type Record_ } from './support/layout'
import { contingent, type Kind, librarians, schoolNames, schools } from './support/records'
import { type WriterName, write, writerNames } from './support/writers'

/** Tables of foreign layouts, made by several writers, whose truth is known: what comes in must equal it. */
const rounds = Math.ceil(200 * share)
const kinds: readonly Kind[] = [schools, librarians, contingent]

async function district(): Promise<TestStore> {
  const test = await testStore({ today: '2026-11-21' })
  for (const name of schoolNames) await test.call('schools.save', { id: null, revision: null, school: school(name) })
  return test
}

it(`${rounds} foreign tables come in as they are meant`, { timeout: 600_000 * Math.max(share, 1) }, async () => {
  const folder = temporaryFolder()
  const test = await district()
  for (let round = 0; round < rounds; round++) {
    const random = randomOf(round)
    const kind = random.pick(kinds)
    const writer = random.pick(writerNames)
    const columns = kind.spec.columns.filter(
      (column) => kind.always.includes(column.key) || (kind.others.includes(column.key) && chance(random, 0.5)),
    )
    const records = Array.from({ length: random.int(2, 14) }, (_, index) => fitting(writer, kind.make(random, index)))
    const { grid, headRow } = layOut(random, kind.spec, columns, records, writer)
    const { bytes, extension } = await write(random, writer, grid)
    const file = join(folder, `таблица-${round}.${extension}`)
    writeFileSync(file, bytes)
    const shown = grid.rows.map((row, index) => `${index + 1}: ${JSON.stringify(row).slice(0, 400)}`).join('\n')
    const hint = `METODIST_SEED=${baseSeed} round ${round}: ${writer}\n${shown}\n${JSON.stringify(grid.merges)}`
    await comesIn(test, kind, columns, records, file, headRow, hint)
  }
})

/** Its writer of .xls keeps no more of a text. */
function fitting(writer: WriterName, record: Record_): Record_ {
  if (writer !== 'xls') return record
  const cut = Object.entries(record).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.slice(0, 255).trim() : value,
  ])
  return Object.fromEntries(cut) as Record_
}

async function comesIn(
  test: TestStore,
  kind: Kind,
  columns: readonly ColumnSpec[],
  records: readonly Record_[],
  file: string,
  headRow: number,
  hint: string,
): Promise<void> {
  const { seen, run } = await prepared(test, file)
  const matched = seen.columns.map((one) => [one.heading, one.column])
  expect(seen.list, `${hint}\n${JSON.stringify(matched)}`).toBe(kind.spec.name)
  expect(seen.headRow, hint).toBe(headRow)
  const taken = seen.columns.flatMap((one) => one.column ?? [])
  expect(taken.sort(), `${hint}\n${JSON.stringify(matched)}`).toEqual(columns.map((column) => column.key).sort())
  const faults = (await rowsOf(test, run.id, 'fault')).flatMap((row) => row.faults.map((fault) => fault.text))
  expect(faults, hint).toEqual([])
  expect(run.counts, hint).toMatchObject({ new: records.length, changed: 0, conflict: 0, fault: 0, unchanged: 0 })
  await test.call('imports.apply', { id: run.id })
  const list = `${kind.spec.name}.list` as 'schools.list'
  const rows = (await test.call(list, { limit: 1000 })).rows as unknown as Record_[]
  const byKey = new Map(rows.map((row) => [kind.key(row), row]))
  for (const record of records) {
    const row = byKey.get(kind.key(record))
    const found = Object.fromEntries(columns.map(({ key }) => [key, row?.[key] ?? null]))
    const meant = Object.fromEntries(columns.map(({ key }) => [key, record[key] ?? null]))
    expect(found, hint).toEqual(meant)
  }
  // The same file once more says nothing new.
  const again = await prepared(test, file)
  expect(again.run.counts, hint).toMatchObject({ new: 0, changed: 0, conflict: 0, fault: 0, unchanged: records.length })
  await test.call('imports.drop', { id: again.run.id })
  await test.call('imports.undo', { id: run.id })
}
