import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CellValue, ListSpec } from '@shared/contract/lists'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Difference, differences, exportAll, prepareFile, saveByLibreOffice, soffice } from './support/excel'
import { fillLists, type Row, rowsOf, writable } from './support/random-rows'
import { roadmap, section } from './support/roadmap'
import { type TestStore, temporaryFolder, testStore } from './support/store'

async function district(): Promise<TestStore> {
  const test = await testStore({ today: '2026-11-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
  // Items are loaded into a paper that is there: the paper itself comes from its own card or from Word.
  await test.call('roadmaps.save', { id: null, revision: null, roadmap: roadmap([section('Заседания', [], 'I')]) })
  return test
}

/** Columns that tell in one cell what rows of other lists say in full: into an empty district those bring it. */
const summaries: Readonly<Record<string, readonly string[]>> = {
  librarians: ['schools', 'position', 'rate', 'education'],
}

/** Columns that come of other rows: decisions are numbered in the order of the file. */
const others: Readonly<Record<string, readonly string[]>> = {
  decisions: ['number'],
  roadmapItems: ['number'],
  textbooks: ['copies', 'schools'],
}

/** What people see of the rows, in an order of its own: numbers of records are another database's own. */
function seen(spec: ListSpec, rows: readonly Row[]): string[] {
  const columns = spec.columns.filter((column) => !others[spec.name]?.includes(column.key))
  const shown = (row: Row): CellValue[] => columns.map((column) => row[column.key] ?? null)
  return rows.map((row) => JSON.stringify(shown(row))).sort()
}

/** LibreOffice forgets the breaks of lines when it reads its own .ods. */
const isBreakLost = (one: Difference): boolean =>
  one.kind === 'changed' &&
  one.cells.every(({ before, after }) => String(before).replaceAll('\n', '') === String(after).replaceAll('\n', ''))

async function expectUnchanged(test: TestStore, file: string, list: string, format = 'xlsx'): Promise<void> {
  const run = await prepareFile(test, file, list)
  const found = (await differences(test, run)).filter((one) => format !== 'ods' || !isBreakLost(one))
  expect({ list, differences: found }).toEqual({ list, differences: [] })
  if (format === 'ods') return
  expect({ list, unchanged: run.counts.unchanged }).toEqual({
    list,
    unchanged: (await rowsOf(test, list)).length,
  })
}

describe('a list through Excel and back', () => {
  it('changes nothing in its own data, and brings the same records into an empty district', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const source = await district()
        await fillLists(source, seed, 9)
        const folder = temporaryFolder()
        for (const { name } of writable) {
          const file = await exportAll(source, name, join(folder, `${name}.xlsx`))
          await expectUnchanged(source, file, name)
        }

        const empty = await district()
        for (const { name } of writable) {
          // Balances come with their movements: booked as counted too, they would come twice.
          if (name === 'holdings') continue
          const file = join(folder, `${name}.xlsx`)
          const run = await prepareFile(empty, file, null, summaries[name] ?? [])
          expect({ name, list: run.list }).toEqual({ name, list: name })
          expect({ name, faults: (await differences(empty, run)).filter((one) => one.kind === 'fault') }).toEqual({
            name,
            faults: [],
          })
          await empty.call('imports.apply', { id: run.id })
        }
        for (const spec of writable) {
          expect({ list: spec.name, rows: seen(spec, await rowsOf(empty, spec.name)) }).toEqual({
            list: spec.name,
            rows: seen(spec, await rowsOf(source, spec.name)),
          })
          await expectUnchanged(empty, join(folder, `${spec.name}.xlsx`), spec.name)
        }
      }),
      { numRuns: 3, seed: 20_261_121, endOnFailure: true },
    )
  }, 120_000)

  it('makes rows enough to prove it: every list has some', async () => {
    const made = await fillLists(await district(), 7, 12)
    expect(Object.entries(made).filter(([, count]) => count === 0)).toEqual([])
  })
})

describe('a list saved again by LibreOffice', () => {
  it.for([
    { format: 'xlsx', filter: 'xlsx:Calc MS Excel 2007 XML' },
    { format: 'xls', filter: 'xls:MS Excel 97' },
    // Semicolons, UTF-8, cells as they are shown: what an office in Russia gets.
    { format: 'csv', filter: 'csv:Text - txt - csv (StarCalc):59,34,76' },
    { format: 'ods', filter: 'ods' },
  ])('as $format comes back without a difference', { timeout: 180_000 }, async ({ format, filter }, context) => {
    if (soffice === null) return context.skip('LibreOffice is not installed here')
    const test = await district()
    await fillLists(test, 41, 8)
    const folder = temporaryFolder()
    const again = join(folder, 'again')
    mkdirSync(again)
    const files: string[] = []
    for (const { name } of writable) files.push(await exportAll(test, name, join(folder, `${name}.xlsx`)))
    const saved = saveByLibreOffice(files, again, format, filter)
    // The program reads no .ods: from there people save as .xlsx.
    const read = format === 'ods' ? saveByLibreOffice(saved, again, 'xlsx') : saved
    for (const [index, { name }] of writable.entries()) await expectUnchanged(test, read[index] ?? '', name, format)
  })
})
